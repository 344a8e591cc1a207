import { check } from './access';
import { changeShop } from './admin';
import { widgetOf } from './Buyer';
import { ShopServer } from './ShopServer';
import { expect, test } from './test';

const LONG = '景德镇御窑青花缠枝莲纹手绘功夫茶具旗舰店（官方直营）';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nobody is on duty: one leaves a message, and it is honest about it (${colorScheme})`, async ({
    people,
  }) => {
    const buyer = await people.buyer({ colorScheme, reducedMotion: 'reduce' });
    await buyer.launcher.click();
    await buyer.isTold('客服现在不在线');
    await buyer.widget.getByLabel('留言', { exact: true }).fill('晚上看到请回我');
    await buyer.widget.getByLabel('称呼（选填）').fill('王女士');
    await buyer.widget.getByLabel('联系方式（选填）').fill('13800000000');
    await check(widgetOf(buyer.page));
    await buyer.widget.getByRole('button', { name: '提交留言' }).click();
    await buyer.hears('晚上看到请回我');
    await buyer.isTold('您的问题已经排上队');
    await check(widgetOf(buyer.page));

    const ci = await people.agent('ci');
    const qing = await people.agent('qing');
    await ci.goesOnline();
    await qing.goesOnline();
    await buyer.isTold(/正在为您服务/);
    await buyer.widget.getByRole('button', { name: '表情' }).click();
    await buyer.widget.getByRole('button', { name: '🍵' }).click();
    await expect(buyer.field).toHaveValue('🍵');
    await check(widgetOf(buyer.page));
    await buyer.field.press('Escape');
    await buyer.field.press('Enter');
    await buyer.hears('🍵');
    await buyer.widget.getByRole('button', { name: '发送图片或文件' }).click();
    await check(widgetOf(buyer.page));
  });
}

test('the widget speaks the language of the page around it, whatever the shop is called', async ({
  desk,
  people,
}) => {
  const shop = await ShopServer.start(desk.url, ['demo'], 'en');
  const restore = await changeShop(desk.url, 'demo', [shop.origin], { name: LONG });
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyerAt(shop.origin);
  await buyer.launcher.click();
  await expect(buyer.widget.getByRole('textbox', { name: 'Write a message' })).toBeFocused();
  await expect(buyer.widget.locator('html')).toHaveAttribute('lang', 'en');
  await expect(buyer.widget.getByRole('heading', { name: LONG })).toBeVisible();
  await expect(buyer.widget.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
  await check(widgetOf(buyer.page));
  await restore();
  await shop.stop();
});
