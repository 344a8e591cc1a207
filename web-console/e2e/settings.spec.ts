import { check } from './access';
import { expect, test } from './test';

test.use({ rehearsal: true });

test('a supervisor changes a rule, and it holds at once', async ({ people }) => {
  const lin = await people.agent('lin');
  const { page } = lin;
  const ci = await people.agent('ci');
  await ci.goesOnline();
  await lin.looksAt('设置');
  await expect(page.getByRole('table')).toContainText('小瓷');
  await check(page.mainFrame());

  const parts = page.getByRole('navigation', { name: '设置的各部分' });
  await parts.getByRole('link', { name: '接待规则' }).click();
  await page.getByText('售后', { exact: true }).click();
  const limit = page.getByRole('textbox', { name: '挂起上限' });
  await expect(limit).toHaveValue('10');
  await limit.fill('0');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('请填 1 到 480 之间的数')).toBeVisible();
  await expect(limit).toBeFocused();
  await check(page.mainFrame());
  await limit.fill('3');
  await page.getByRole('textbox', { name: '提醒' }).fill('2');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效')).toBeVisible();

  const dialog = await ci.beginsHangUp(5, '接电话');
  await dialog.getByRole('textbox', { name: '离开时的回复' }).fill('马上回来');
  await dialog.getByRole('button', { name: '挂起 5 分钟' }).click();
  await expect(dialog.getByRole('alert')).toContainText('要先由主管同意');
  await ci.page.keyboard.press('Escape');
  await ci.hangsUp(3, '接电话', '马上回来');
  await expect(ci.state.getByRole('timer')).toHaveText(/02:5\d|03:00/);
  await ci.picks('在线');

  await parts.getByRole('link', { name: '营业时间' }).click();
  await expect(page.getByRole('region', { name: '预览' })).toContainText('现在营业中');
  await check(page.mainFrame());
  await parts.getByRole('link', { name: '接待规则' }).click();
  await limit.fill('10');
  await page.getByRole('textbox', { name: '提醒' }).fill('8');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效')).toBeVisible();
});
