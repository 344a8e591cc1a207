import { check } from './access';
import { expect, test } from './test';

test.use({ rehearsal: true });
const MINUTE = 60_000;

test('breaks are taken in turn, and one that is too long is seen', async ({ desk, people }) => {
  const lin = await people.agent('lin');
  await lin.looksAt('坐席');
  const qing = await people.agent('qing');
  await qing.goesOnline();
  // Whose computer's clock goes on with the desk's: an end that was told before comes by it.
  const tao = await people.agent('tao', (context) => context.clock.install());
  await tao.goesOnline();

  await qing.picks('用餐休息');
  await expect(qing.state).toContainText('用餐休息');
  await expect(qing.state.getByRole('timer')).toHaveText(/29:5\d|30:00/);
  await expect(lin.seatOf('小青')).toContainText('休息');
  await tao.picks('用餐休息');
  await expect(tao.state).toContainText('排第 1 位');
  await expect(tao.state).toContainText('在线');

  await qing.picks('在线');
  await expect(qing.state).toContainText('在线');
  const turn = tao.page.getByRole('alert').filter({ hasText: '轮到您休息了' });
  await expect(turn).toBeVisible();
  await check(tao.page.mainFrame());
  await turn.getByRole('button', { name: '开始休息' }).click();
  await expect(tao.state).toContainText('用餐休息');
  await expect(turn).toBeHidden();

  await desk.movesOn(30 * MINUTE);
  await tao.page.clock.setSystemTime(Date.now() + 30 * MINUTE);
  await expect(tao.page.getByRole('alert')).toContainText('休息时间已过');
  await expect(lin.seatOf('阿陶')).toContainText('休息超时');
  await check(lin.page.mainFrame());
  await tao.page.getByRole('alert').getByRole('button', { name: '恢复在线' }).click();
  await expect(tao.state).toContainText('在线');
});

test('a turn that nobody takes goes to the next, and the line can be left', async ({ desk, people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const tao = await people.agent('tao');
  await tao.goesOnline();
  await qing.picks('用餐休息');
  await expect(qing.state).toContainText('用餐休息');
  await tao.picks('用餐休息');
  await expect(tao.state).toContainText('排第 1 位');
  await tao.picks('不排队休息了');
  await expect(tao.state).not.toContainText('排第');

  await tao.picks('用餐休息');
  await expect(tao.state).toContainText('排第 1 位');
  await qing.picks('在线');
  const turn = tao.page.getByRole('alert').filter({ hasText: '轮到您休息了' });
  await expect(turn).toBeVisible();
  await desk.movesOn(2 * MINUTE);
  await expect(turn).toBeHidden();
  await expect(tao.state).toContainText('在线');
  await qing.picks('用餐休息');
  await expect(qing.state).toContainText('用餐休息');
});
