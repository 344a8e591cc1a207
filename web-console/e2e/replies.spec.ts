import { expect, test } from './test';

test('who asks is told that the words have come; both sides see that the desk said so, the agent also why', async ({
  people,
}) => {
  const ci = await people.agent('ci');
  await ci.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售后', '这把壶多大');
  await expect(buyer.automatic.first()).toContainText('自动回复');
  await expect(buyer.automatic.first()).toContainText('您的消息已收到');

  await ci.takesUp('这把壶多大');
  await expect(ci.automatic.first()).toContainText('自动回复 · 买家当日首次来信');
  await expect(ci.automatic.first()).toContainText('您的消息已收到');
  await buyer.says('我的发票呢');
  await expect(ci.automatic.nth(1)).toContainText('自动回复 · 关键词“发票”');
  await ci.says('马上给您开');
  await buyer.hears('马上给您开');
  await expect(buyer.said).toHaveText(['这把壶多大', '我的发票呢', '马上给您开']);
});

test('who asks while nobody is on duty hears when somebody is, and is answered then', async ({ people }) => {
  const buyer = await people.buyer();
  await buyer.launcher.click();
  await buyer.widget.getByText('订单', { exact: true }).click();
  await buyer.widget.getByLabel('留言', { exact: true }).fill('我的订单到哪了');
  await buyer.widget.getByRole('button', { name: '提交留言' }).click();
  await buyer.hears('我的订单到哪了');
  await expect(buyer.automatic.first()).toContainText('自动回复');
  await expect(buyer.automatic.first()).toContainText('服务时间');

  const tao = await people.agent('tao');
  await tao.goesOnline();
  await tao.takesUp('我的订单到哪了');
  await tao.says('昨天已经发出');
  await buyer.hears('昨天已经发出');
});
