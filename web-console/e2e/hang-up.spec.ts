import { check } from './access';
import { expect, test } from './test';

test.use({ rehearsal: true });
const MINUTE = 60_000;

test('a hang-up is warned of, overdue, and its buyer goes to somebody else', async ({ desk, people }) => {
  const lin = await people.agent('lin');
  await lin.looksAt('坐席');
  const ci = await people.agent('ci');
  await ci.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售后', '茶壶漏水怎么办');
  await ci.takesUp('茶壶漏水怎么办');
  await ci.says('我去问一下师傅');
  await buyer.hears('我去问一下师傅');

  await ci.hangsUp(10, '核实订单', '我离开几分钟，马上回来');
  await expect(ci.state.getByRole('timer')).toHaveText(/09:5\d|10:00/);
  await expect(lin.seatOf('小瓷')).toContainText('核实订单');
  await expect(lin.seatOf('小瓷')).toContainText(/还剩 (9:5|10:0)/);
  await check(ci.page.mainFrame());
  await buyer.says('您还在吗');
  await ci.hears('您还在吗');

  await desk.movesOn(8 * MINUTE);
  const notice = ci.page.getByRole('status').filter({ hasText: '快到时间了' });
  await expect(notice).toBeVisible();
  await expect(ci.state.getByRole('timer')).toContainText(/01:\d\d|02:00/);
  await check(ci.page.mainFrame());

  await desk.movesOn(2 * MINUTE);
  await expect(ci.state).toContainText('挂起超时');
  await expect(ci.page.getByRole('alert')).toContainText('挂起已超时，主管已收到通知');
  await expect(lin.seatOf('小瓷')).toContainText('超时');
  await expect(lin.seatOf('小瓷')).toContainText('1 位未回复');
  await expect(lin.page.getByRole('link', { name: '坐席' })).toContainText('1');
  await check(ci.page.mainFrame());
  await check(lin.page.mainFrame());
  await expect(ci.conversations).toHaveCount(1);

  const shu = await people.agent('shu');
  await shu.goesOnline();
  await desk.movesOn(2 * MINUTE);
  await buyer.isTold('阿舒 正在为您服务');
  await expect(ci.conversations).toHaveCount(0);
  await shu.takesUp('您还在吗');
  await shu.hears('茶壶漏水怎么办');
  await shu.says('我来接着处理');
  await buyer.hears('我来接着处理');

  await ci.page.getByRole('alert').getByRole('button', { name: '恢复在线' }).click();
  await expect(ci.state).toContainText('在线');
  await expect(ci.page.getByText('挂起已超时')).toBeHidden();
  await expect(lin.seatOf('小瓷')).toContainText('在线');
});

test('the state is switched and a hang-up begun by keyboard alone', async ({ people }) => {
  const ci = await people.agent('ci');
  const { keyboard } = ci.page;
  await expect(ci.state).toBeEnabled();
  await ci.state.focus();
  await keyboard.press('Enter');
  await expect(ci.page.getByRole('menuitem', { name: /^在线/ })).toBeFocused();
  await keyboard.press('Enter');
  await expect(ci.state).toContainText('在线');
  await expect(ci.state).toBeFocused();

  await keyboard.press('Enter');
  await expect(ci.page.getByRole('menuitem', { name: /^在线/ })).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(ci.page.getByRole('menuitem', { name: /^挂起/ })).toBeFocused();
  await keyboard.press('Enter');
  const dialog = ci.page.getByRole('dialog', { name: '挂起' });
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await check(ci.page.mainFrame());
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await expect(dialog.getByRole('spinbutton')).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type('马上回来');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(ci.state).toContainText('挂起');
  await expect(ci.state.getByRole('timer')).toHaveText(/0[45]:\d\d/);
  await expect(ci.state).toBeFocused();

  await keyboard.press('Enter');
  await expect(ci.page.getByRole('menuitem', { name: /^挂起/ })).toBeFocused();
  await keyboard.press('Escape');
  await expect(ci.state).toBeFocused();
  await expect(ci.state).toContainText('挂起');
});

test('who still serves buyers is shown them instead of going home', async ({ people }) => {
  const ci = await people.agent('ci');
  await ci.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售后', '杯子碎了');
  await expect(ci.conversations).toHaveCount(1);
  await ci.picks('离线');
  const dialog = ci.page.getByRole('dialog', { name: '还不能离线' });
  await expect(dialog).toContainText('还有 1 个会话没有结束');
  await check(ci.page.mainFrame());
  await dialog.getByRole('button', { name: '收尾' }).click();
  await expect(ci.state).toContainText('收尾');
  await ci.takesUp('杯子碎了');
  await ci.closes();
  await expect(ci.state).toContainText('离线');
});
