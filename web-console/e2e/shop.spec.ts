import { check } from './access';
import { widgetOf } from './Buyer';
import { expect, test } from './test';

const POT = '宜兴紫砂壶 · 西施';

test('who asks from the page of a product shows the agent which', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  const { page } = buyer;
  await page.getByRole('link', { name: POT }).click();
  await expect(page).toHaveURL(/#pot-zisha$/);
  await expect(page).toHaveTitle(/^宜兴紫砂壶 · 西施 · /);
  await expect(page.getByRole('heading', { level: 1, name: POT })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: '一壶好茶' })).toBeFocused();
  await page.goForward();
  await page.getByRole('button', { name: '问客服这件商品' }).click();
  const offered = buyer.widget.getByRole('listitem').filter({ hasText: '正在看的商品' });
  await expect(offered).toContainText(`${POT}¥680.00`);
  await buyer.says('这把壶还有吗');

  await qing.takesUp('这把壶还有吗');
  const said = qing.page.getByRole('log').locator('.said:not(.desk)');
  await expect(said).toHaveText([new RegExp(POT), /这把壶还有吗/]);
  await expect(buyer.widget.getByRole('log').locator('.own')).toHaveText([new RegExp(POT), /这把壶还有吗/]);
  await expect(offered).toHaveCount(0);
  const card = qing.page.getByRole('log').getByRole('link', { name: POT });
  await expect(card).toHaveAttribute('href', /\/demo\/#pot-zisha$/);
  await page.goto('/demo/#no-such-thing');
  await expect(page.getByRole('heading', { name: '店里没有这件商品' })).toBeVisible();
});

test('a customer asks about an order, logs out, and is a stranger again', async ({ people }) => {
  const tao = await people.agent('tao');
  await tao.goesOnline();
  const buyer = await people.buyer();
  const { page } = buyer;
  await page.getByRole('link', { name: '我的订单' }).click();
  await page.getByRole('button', { name: '以王小满登录' }).click();
  const order = page.getByRole('article').filter({ hasText: 'XD20260001' });
  await expect(order.getByText('¥45.00 × 2')).toBeVisible();
  await expect(order.getByText('已付款')).toBeVisible();
  await order.getByRole('button', { name: '问客服这笔订单' }).click();
  await buyer.isTold('XD20260001');
  await buyer.says('几点发货');
  await tao.takesUp('几点发货');
  await expect(tao.conversations.filter({ hasText: '王小满' })).toContainText('金卡会员');
  await expect(tao.page.getByRole('complementary').getByText('金卡会员')).toBeVisible();
  await expect(tao.page.getByRole('log').getByText('XD20260001').first()).toBeVisible();

  await page.reload();
  await expect(order).toBeVisible();
  await buyer.opensChat();
  await buyer.hears('几点发货');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(order).toHaveCount(0);
  await expect(buyer.said).toHaveCount(0);
  await buyer.says('我是新来的');
  await tao.takesUp('我是新来的');
  await expect(tao.said).toHaveText(['我是新来的']);
  await expect(tao.conversations.filter({ hasText: '王小满' })).toHaveCount(1);
  await expect(tao.conversations).toHaveCount(2);
  await page.reload();
  await buyer.opensChat();
  await expect(buyer.said).toHaveText(['我是新来的']);
});

test('what is called before the script is there waits for it', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  const { page } = buyer;
  const held: (() => Promise<void>)[] = [];
  await page.route('**/widget/loader.js', (route) => void held.push(() => route.continue()));
  // The page is not loaded before its script is.
  await page.goto('/demo/?again#cups-ru', { waitUntil: 'commit' });
  await page.getByRole('button', { name: '问客服这件商品' }).click();
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.();
  await expect(buyer.field).toBeVisible();
  await buyer.isTold('汝窑品茗杯（六只）');
});

test('an English page has an English chat, and both change together', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer({ locale: 'en-GB' });
  const { page, widget } = buyer;
  await expect(buyer.launcher).toHaveText('Chat with us');
  await buyer.launcher.click();
  await expect(widget.getByRole('textbox', { name: 'Write a message' })).toBeFocused();
  await expect(widget.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(buyer.launcher).toHaveText('联系客服');
  await expect(buyer.field).toBeVisible();
  await expect(widget.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await check(widgetOf(page));
});

for (const locale of ['zh-CN', 'en-GB'] as const) {
  test(`everybody can use the shop (${locale})`, async ({ people }) => {
    const { page } = await people.buyer({ locale });
    const wide = page.viewportSize() ?? { width: 1440, height: 900 };
    for (const viewport of [wide, { width: 390, height: 844 }]) {
      await page.setViewportSize(viewport);
      for (const place of ['', '#pot-zisha', '#/orders']) {
        await page.goto(`/demo/${place}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await look();
      }
      await page.getByRole('combobox').selectOption('1002');
      await expect(page.getByRole('article')).toHaveCount(2);
      await page.locator('summary').click();
      await look();
      await page.getByRole('combobox').selectOption('');
    }

    async function look(): Promise<void> {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await check(page.mainFrame());
      }
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  });
}
