import type { Page, Route } from '@playwright/test';
import { check } from './access';
import { expect, test } from './test';

const DEMO = '**/api/v1/demo';
const LINKS = [
  ['打开工作台', '登录工作台'],
  ['打开演示店铺', '一壶好茶，从一只好杯子开始'],
  ['当第二位顾客', '一壶好茶，从一只好杯子开始'],
  ['当一回主管', '登录工作台'],
] as const;

/** What a desk without a demo answers (`FirstStartTest`). */
const noDemo = (route: Route): Promise<void> =>
  route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"code":"NOT_FOUND"}' });

test('a newcomer finds the doors, and every link of the tour opens the right page', async ({
  page,
  desk,
}) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: '演示店铺 当一回顾客' })).toHaveAttribute('href', '/demo/');
  await expect(page.getByRole('link', { name: '客服工作台 当一回客服' })).toHaveAttribute(
    'href',
    '/console/',
  );
  const elsewhere = desk.url.replace('localhost', '127.0.0.1');
  for (const [link, heading] of LINKS) {
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: link }).click();
    const popup = await opened;
    await expect(popup.getByRole('heading', { name: heading })).toBeVisible();
    expect(new URL(popup.url()).origin).toBe(link.startsWith('当') ? elsewhere : desk.url);
    await popup.close();
  }
});

test('accounts and the password are copied by keyboard, and it is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByRole('button', { name: '复制阿舒的账号' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '已复制阿舒的账号' })).toHaveCount(1);
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('shu');
  await page.getByRole('button', { name: '复制密码' }).press(' ');
  await expect(page.getByRole('status').filter({ hasText: '已复制密码' })).toHaveCount(1);
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('tea-for-everyone');
});

test('without a permission to write the clipboard it works the old way, or says that it does not', async ({
  page,
}) => {
  await page.addInitScript(
    `Object.defineProperty(navigator, 'clipboard', { value: undefined });
     document.addEventListener('copy', () => { window.copied = getSelection().toString(); });`,
  );
  await page.goto('/');
  const button = page.getByRole('button', { name: '复制林主管的账号' });
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: '已复制林主管的账号' })).toHaveCount(1);
  expect(await page.evaluate('window.copied')).toBe('lin');
  await expect(button).toBeFocused();
  await page.evaluate('document.execCommand = () => false');
  await button.click();
  await expect(page.getByText('浏览器不让复制')).toBeVisible();
});

test('a real desk shows no accounts, and says how to begin', async ({ page, complaints }) => {
  complaints.expect(/status of 404/);
  await page.route(DEMO, noDemo);
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await page.goto('/');
    await expect(page.getByRole('heading', { name: '从这里开始' })).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expect(page.getByText('data-shop="your-shop"')).toBeVisible();
    await check(page.mainFrame());
  }
  await page.goto('/demo/');
  await expect(page.getByRole('heading', { name: '演示没有打开' })).toBeVisible();
  await check(page.mainFrame());
});

test('while it is not known whether there is a demo, nothing else is said', async ({ page, complaints }) => {
  complaints.expectCuts();
  const held: Route[] = [];
  await page.route(DEMO, (route) => void held.push(route));
  for (const [address, asking, away, there] of [
    ['/', '正在看看这里有什么', '服务器没有应答', '谁是谁'],
    ['/demo/', '正在开门', '服务器没有应答', '店里好物'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByText(asking)).toBeVisible();
    await expect(page.getByText(/从这里开始|演示没有打开/)).toHaveCount(0);
    await expect.poll(() => held.length).toBe(1);
    await held.pop()?.abort();
    await expect(page.getByRole('alert').filter({ hasText: away })).toBeVisible();
    await expect.poll(() => held.length).toBe(1);
    await held.pop()?.continue();
    await expect(page.getByRole('heading', { name: there })).toBeVisible();
  }
});

test('everybody can use the first page, in both languages, light and dark, wide and narrow', async ({
  page,
}) => {
  await page.goto('/');
  await everywhere(page, ['谁是谁', 'Who is who']);
});

async function everywhere(page: Page, [zh, en]: readonly [string, string]): Promise<void> {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    for (const [heading, other] of [
      [zh, 'English'],
      [en, '中文'],
    ] as const) {
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await check(page.mainFrame());
      }
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: other }).click();
    }
  }
}
