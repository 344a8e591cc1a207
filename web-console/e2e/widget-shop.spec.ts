import type { Page } from '@playwright/test';
import { changeShop } from './admin';
import { ShopServer } from './ShopServer';
import { expect, test } from './test';

const LONGEST_TASK_MS = 50;
const TRIES = 3;
const OPENS_WITHIN_MS = 100;

test('the widget lives on a strict and hostile page, and hears nobody but its frame', async ({
  desk,
  people,
}) => {
  const shop = await ShopServer.start(desk.url, ['demo', 'demo']);
  const restore = await changeShop(desk.url, 'demo', [shop.origin], {
    color: '#f5d90a',
    side: 'LEFT',
    launcher: { zh: '问问茶师', en: 'Ask us' },
  });
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyerAt(shop.origin);
  await expect(buyer.launcher).toHaveText('问问茶师');
  await expect(buyer.launcher).toHaveCount(1);
  await expect(buyer.launcher).toHaveCSS('background-color', 'rgb(245, 217, 10)');
  await expect(buyer.launcher).toHaveCSS('color', 'rgb(0, 0, 0)');
  expect((await buyer.launcher.boundingBox())?.x).toBe(20);
  await expect(buyer.page.locator('iframe')).toHaveCount(0);

  await buyer.page.evaluate(`window.postMessage('xiaoer-desk:{"say":"unread","count":9}', '*')`);
  await buyer.asks('售前', '在吗');
  await qing.takesUp('在吗');
  await qing.says('在的');
  await buyer.hears('在的');
  await expect(buyer.widget.locator('header')).toHaveCSS('background-color', 'rgb(245, 217, 10)');
  await buyer.field.press('Escape');
  await expect(buyer.launcher).toBeFocused();
  await expect(buyer.launcher).toHaveAttribute('aria-expanded', 'false');
  await qing.says('还有什么想问的');
  await expect(buyer.page.getByRole('button', { name: '问问茶师 1' })).toBeVisible();

  await buyer.page.evaluate(`window.XiaoerDesk('shutdown')`);
  await expect(buyer.launcher).toHaveCount(0);
  expect(await buyer.page.evaluate('localStorage.length')).toBe(0);
  await buyer.page.reload();
  await buyer.opensChat();
  await expect(buyer.said).toHaveCount(0);
  await restore();
  await shop.stop();
});

test('of two shops on one page the second is refused, and says so', async ({ desk, page, complaints }) => {
  const shop = await ShopServer.start(desk.url, ['demo', 'other']);
  const restore = await changeShop(desk.url, 'demo', [shop.origin]);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      errors.push(message.text());
    }
  });
  complaints.expect(/"other" is refused, this page has "demo"/);
  await page.goto(shop.origin);
  expect(errors).toEqual(['Xiaoer Desk: "other" is refused, this page has "demo"']);
  expect(await page.evaluate<unknown>('window.XiaoerDesk.shop')).toBe('demo');
  await restore();
  await shop.stop();
});

test('the loader never keeps the page waiting, and the chat opens at once', async ({
  desk,
  people,
  page,
}) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const shop = await ShopServer.start(desk.url, ['demo']);
  const restore = await changeShop(desk.url, 'demo', [shop.origin]);
  await page.addInitScript(WATCH_TASKS);
  // A busy machine may be late once; what keeps the page waiting does so each time.
  const longest: number[] = [];
  for (let i = 0; i < TRIES; i += 1) {
    longest.push(await longestTask(page, shop.origin));
  }
  console.log(`the longest tasks of the shop's page: ${ms(longest)} ms`);
  expect(Math.min(...longest)).toBeLessThan(LONGEST_TASK_MS);

  const took: number[] = [];
  for (let i = 0; i < TRIES; i += 1) {
    await call(page, 'close');
    took.push(await msToOpen(page, `${desk.url}/widget/`));
  }
  console.log(`the chat opened within ${ms(took)} ms`);
  expect(Math.min(...took)).toBeLessThan(OPENS_WITHIN_MS);
  await restore();
  await shop.stop();
});

/** Of a page that loads the widget, opens the chat, closes it and opens it again. */
async function longestTask(page: Page, origin: string): Promise<number> {
  await page.goto(origin);
  await expect(page.locator('html > div')).toHaveCount(1);
  await page.evaluate(`window.XiaoerDesk('on', 'ready', () => { window.ready = true; })`);
  await call(page, 'open');
  await expect.poll(() => page.evaluate('window.ready')).toBe(true);
  await call(page, 'close');
  await call(page, 'open');
  return page.evaluate<number>('Math.max(0, ...window.tasks)');
}

const ms = (all: readonly number[]): string => all.map((one) => one.toFixed(0)).join(', ');

/** From the call to the moment when the field has the focus. */
async function msToOpen(page: Page, widgetUrl: string): Promise<number> {
  const widget = page.frames().find((frame) => frame.url().startsWith(widgetUrl));
  // Before anything else: what is taken away later might be what has just been given.
  await widget?.evaluate('document.activeElement?.blur()');
  const focused = widget?.evaluate<number>(`new Promise((done) => {
    const look = () => document.activeElement?.matches('textarea') && document.hasFocus()
      ? done(performance.timeOrigin + performance.now()) : requestAnimationFrame(look);
    look();
  })`);
  const asked = await page.evaluate<number>(`(() => {
    const now = performance.timeOrigin + performance.now();
    window.XiaoerDesk('open');
    return now;
  })()`);
  return ((await focused) ?? Infinity) - asked;
}

const call = (page: Page, name: string): Promise<unknown> => page.evaluate(`window.XiaoerDesk('${name}')`);

const WATCH_TASKS = `
  window.tasks = [];
  new PerformanceObserver((list) => {
    // What the chat's frame does is not the shop's page, though a browser may give both one thread.
    const own = list.getEntries().filter(({ name }) => name !== 'cross-origin-descendant');
    window.tasks.push(...own.map(({ duration }) => duration));
  }).observe({ type: 'longtask' });`;
