import type { Page } from '@playwright/test';
import { check } from './access';
import { Ears } from './Ears';
import { expect, test } from './test';

/** A browser that has not been asked for notifications yet, and allows them; it notes what it was told to show. */
const NOTIFICATIONS = `
  globalThis.shownNotices = [];
  globalThis.askedForNotices = 0;
  globalThis.Notification = class {
    static permission = 'default';
    static async requestPermission() {
      globalThis.askedForNotices += 1;
      Notification.permission = 'granted';
      return 'granted';
    }
    constructor(title, options) {
      globalThis.shownNotices.push(title + ' | ' + options.body);
    }
    close() {}
  };`;

/** As when another window is in front. */
async function looksAway(page: Page): Promise<void> {
  await page.evaluate("document.hasFocus = () => false; window.dispatchEvent(new Event('blur'))");
}

const notices = (page: Page): Promise<readonly string[]> => page.evaluate('globalThis.shownNotices');
const prompt = (page: Page) => page.getByRole('status').filter({ hasText: '提示音' });

test('two tabs ring once, and the one that is left rings on', async ({ people }) => {
  let ears = new Ears();
  const qing = await people.agent('qing', async (context) => {
    ears = await Ears.on(context);
  });
  await prompt(qing.page).getByRole('button', { name: '试听' }).click();
  await ears.hearMessage();
  await qing.page.getByRole('button', { name: '听到了' }).click();
  await expect(prompt(qing.page)).toHaveCount(0);
  await qing.goesOnline();

  const second = await qing.inAnotherTab();
  await second.page.getByText('现在没有会话').click();
  ears.forget();
  const anna = await people.buyer();
  await anna.asks('售前', '在吗');
  await expect(qing.conversations).toHaveCount(1);
  await expect(second.conversations).toHaveCount(1);
  await ears.hearMessage();

  await second.takesUp('在吗');
  await expect(qing.page).toHaveTitle(/^工作台/);
  ears.forget();
  await anna.says('盖碗多大');
  await second.hears('盖碗多大');
  ears.hearNothing();
  const ben = await people.buyer();
  await ben.asks('售前', '有茶吗');
  await expect(qing.conversations).toHaveCount(2);
  await expect(second.conversations).toHaveCount(2);
  await ears.hearMessage();
  await expect(second.page).toHaveTitle(/^\(1\) 工作台/);
  await expect(second.page.locator('link[rel="icon"]')).toHaveAttribute('href', /^data:image\/png/);

  await qing.page.goto('about:blank');
  ears.forget();
  const carl = await people.buyer();
  await carl.asks('售前', '到货了吗');
  await expect(second.conversations).toHaveCount(3);
  await ears.hearMessage();
  await qing.page.goto('/console/');
});

test('notices come when they were asked for by a click, and keep what buyers wrote to themselves', async ({
  people,
}) => {
  const qing = await people.agent('qing', async (context) => {
    await context.addInitScript(NOTIFICATIONS);
  });
  await qing.goesOnline();
  const { page } = qing;
  await page.keyboard.press('Alt+Comma');
  const drawer = page.getByRole('dialog', { name: '提醒和偏好设置' });
  await expect(drawer).toBeVisible();
  expect(await page.evaluate('globalThis.askedForNotices')).toBe(0);
  await check(page.mainFrame());
  await drawer.getByText('离开这个页面时弹出通知').click();
  await expect(drawer.getByRole('switch', { name: '离开这个页面时弹出通知' })).toBeChecked();
  expect(await page.evaluate('globalThis.askedForNotices')).toBe(1);
  await page.keyboard.press('Escape');

  await looksAway(page);
  const anna = await people.buyer();
  await anna.asks('售前', '秘密的问题');
  await expect.poll(() => notices(page)).toHaveLength(1);
  expect((await notices(page))[0]).toMatch(/发来新消息 \| 点开查看$/);

  await page.keyboard.press('Alt+Comma');
  await drawer.getByText('通知里显示消息内容').click();
  await page.keyboard.press('Escape');
  await anna.says('不怕人看的问题');
  await expect.poll(() => notices(page)).toHaveLength(2);
  expect((await notices(page))[1]).toContain('不怕人看的问题');
});
