import { check } from './access';
import { expect, test } from './test';

test('what an agent needs stands beside the conversation, by keyboard too', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const anna = await people.buyer();
  await anna.asks('售前', '在吗');
  await qing.takesUp('在吗');
  const { page } = qing;
  const panel = page.getByRole('complementary');

  await panel.getByRole('tab', { name: '顾客' }).click();
  await expect(panel.getByText('未登录的游客')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('tab', { name: '订单' })).toBeFocused();
  await panel.getByRole('searchbox', { name: '按名称找商品' }).fill('盖碗');
  await panel
    .getByRole('button', { name: /^发送卡片：.*盖碗/ })
    .first()
    .click();
  await expect(anna.widget.getByRole('log').getByText(/盖碗/).first()).toBeVisible();

  await panel.getByRole('tab', { name: '短语' }).click();
  await panel.getByRole('button', { name: '新建短语' }).click();
  await panel.getByLabel('内容').fill('{买家昵称}您好，{客服昵称}为您服务');
  await panel.getByRole('textbox', { name: '快捷码' }).fill('nh');
  await panel.getByRole('button', { name: '保存' }).click();
  await qing.composer.fill('');
  await panel.getByText('亲您好，小青为您服务').click();
  await expect(qing.composer).toHaveValue('亲您好，小青为您服务');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const tab of ['顾客', '订单', '短语', '备注']) {
      await panel.getByRole('tab', { name: tab }).click();
      await check(page.mainFrame());
    }
  }
});
