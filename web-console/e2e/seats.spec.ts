import { check } from './access';
import { expect, test } from './test';

test.use({ rehearsal: true, timezoneId: 'Asia/Shanghai' });

test('a supervisor sees how everybody stands, and grants time that is asked for', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const lin = await people.agent('lin');
  await lin.looksAt('坐席');
  await expect(lin.seatOf('小青')).toContainText('在线');
  await expect(lin.seatOf('小瓷')).toContainText('离线');
  await check(lin.page.mainFrame());

  const dialog = await qing.beginsHangUp(20, '临时有急事');
  await expect(dialog).toContainText('超过 10 分钟要先由主管同意');
  await dialog.getByRole('button', { name: '向主管申请 20 分钟' }).click();
  await expect(qing.page.getByText('已申请多挂起 10 分钟')).toBeVisible();
  const request = lin.page.getByRole('region', { name: '加时申请' });
  await expect(request).toContainText('小青');
  await expect(request).toContainText('临时有急事');
  await check(lin.page.mainFrame());
  await request.getByRole('textbox', { name: '给 小青 的话' }).fill('早点回来');
  await request.getByRole('button', { name: '同意' }).click();
  await expect(request).toBeHidden();

  const answer = qing.page.getByRole('alert').filter({ hasText: '主管同意您多挂起 10 分钟：早点回来' });
  await answer.getByRole('button', { name: '现在挂起' }).click();
  const again = qing.page.getByRole('dialog', { name: '挂起' });
  await expect(again.getByRole('spinbutton')).toHaveValue('20');
  await again.getByText('临时有急事', { exact: true }).click();
  await again.getByRole('textbox', { name: '离开时的回复' }).fill('稍后回来');
  await again.getByRole('button', { name: '挂起 20 分钟' }).click();
  await expect(qing.state.getByRole('timer')).toHaveText(/19:5\d|20:00/);
  await expect(lin.seatOf('小青')).toContainText('挂起');

  await lin.seatOf('小青').getByRole('button').click();
  const day = lin.page.getByRole('complementary', { name: '小青 的一天' });
  await expect(day.getByRole('listitem').filter({ hasText: '临时有急事' })).toBeVisible();
  await check(lin.page.mainFrame());
  await lin.page.emulateMedia({ colorScheme: 'dark' });
  await check(lin.page.mainFrame());
  await lin.page.keyboard.press('Escape');
  await expect(day).toBeHidden();
  await qing.picks('在线');
  await expect(lin.seatOf('小青')).toContainText('在线');
});
