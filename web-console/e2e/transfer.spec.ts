import { check } from './access';
import { expect, test } from './test';

test.use({ rehearsal: true });

test('a conversation is offered: refused, not answered, and taken', async ({ desk, people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售前', '紫砂壶怎么开壶');
  await qing.takesUp('紫砂壶怎么开壶');
  await qing.says('我请懂的同事看看');
  await buyer.hears('我请懂的同事看看');
  const tao = await people.agent('tao');
  await tao.goesOnline();

  await qing.page.getByRole('button', { name: '转接', exact: true }).click();
  await expect(qing.page.getByRole('dialog', { name: '转接会话' }).getByText('阿陶')).toBeVisible();
  await check(qing.page.mainFrame());
  await qing.page.keyboard.press('Escape');

  await qing.gives('阿陶', '需要更专业的解答', '问紫砂壶，还没有答复');
  await expect(qing.page.getByText('已请 阿陶 接手')).toBeVisible();
  await expect(tao.offer).toContainText('需要更专业的解答');
  await expect(tao.offer).toContainText('问紫砂壶，还没有答复');
  await check(tao.page.mainFrame());
  await tao.page.keyboard.press('Alt+r');
  await tao.offer.getByText('正忙不过来').click();
  await tao.offer.getByRole('button', { name: '不接' }).click();
  await expect(qing.page.getByText(/^阿陶 没有接.*正忙不过来$/)).toBeVisible();
  await expect(tao.offer).toBeHidden();
  await expect(qing.conversations).toHaveCount(1);

  await qing.gives('阿陶', '需要更专业的解答', '');
  await expect(tao.offer).toBeVisible();
  await desk.movesOn(31_000);
  await expect(qing.page.getByText(/^没有人及时接/)).toBeVisible();
  await expect(tao.offer).toBeHidden();
  await expect(qing.conversations).toHaveCount(1);

  await expect(tao.state).toContainText('在线');
  await qing.gives('阿陶', '需要更专业的解答', '请教他开壶');
  await expect(tao.offer).toBeVisible();
  await qing.page.reload();
  await qing.takesUp('我请懂的同事看看');
  await expect(qing.page.getByText('已请 阿陶 接手')).toBeVisible();
  await tao.page.keyboard.press('Alt+a');
  await expect(tao.composer).toBeVisible();
  await expect(qing.conversations).toHaveCount(0);
  await buyer.isTold(/阿陶/);
  await tao.hears('紫砂壶怎么开壶');
  await expect(qing.page.getByText(/^阿陶 接下了/)).toBeVisible();
  await expect(tao.page.getByText(/接下了/)).toHaveCount(0);
  await tao.says('用茶汤煮一个小时');
  await buyer.hears('用茶汤煮一个小时');
});
