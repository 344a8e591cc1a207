import { check } from './access';
import { widgetOf } from './Buyer';
import { expect, test } from './test';

test('after the close one is asked once how it was, and the next conversation goes on from it', async ({
  people,
}) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售前', '盖碗烫手吗');
  await qing.takesUp('盖碗烫手吗');
  await qing.says('薄胎不烫手');
  await buyer.hears('薄胎不烫手');
  await qing.closes();
  await buyer.isTold('这次服务您满意吗？');
  await check(widgetOf(buyer.page));

  await buyer.page.reload();
  await buyer.opensChat();
  await buyer.isTold('这次服务您满意吗？');
  await buyer.widget.getByRole('radio', { name: '4 星，满意' }).check({ force: true });
  await buyer.widget.getByLabel('还想说点什么？').fill('回得很快');
  await check(widgetOf(buyer.page));
  await buyer.widget.getByRole('button', { name: '提交评价' }).click();
  await buyer.isTold('谢谢您的评价：4 星');
  await expect(buyer.widget.getByText('这次服务您满意吗？')).toHaveCount(0);

  await buyer.page.reload();
  await buyer.opensChat();
  await buyer.isTold('谢谢您的评价：4 星');
  await buyer.says('再问一个');
  await qing.takesUp('再问一个');
  await expect(qing.said).toHaveText(['再问一个']);
  await expect(buyer.said).toHaveText(['盖碗烫手吗', '薄胎不烫手', '再问一个']);

  await buyer.page.reload();
  await buyer.opensChat();
  await expect(buyer.said).toHaveText(['再问一个']);
  await buyer.widget.getByRole('button', { name: '查看更早的消息' }).click();
  await expect(buyer.said).toHaveText(['盖碗烫手吗', '薄胎不烫手', '再问一个']);
});
