import { check } from './access';
import { expect, test } from './test';

test.use({ rehearsal: true });

const QUESTION = '发票抬头写错了，能重开吗？';
const NUMBER = '13812345678';

test('a question for an absent group is written down, its members are told, and one of them sees to it', async ({
  people,
}) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售前', QUESTION);
  await qing.takesUp(QUESTION);
  const ci = await people.agent('ci');
  const shu = await people.agent('shu');
  await shu.looksAt('登记');
  await expect(shu.registrations).toHaveCount(0);
  await expect(shu.page.getByText('没有等处理的问题。')).toBeVisible();
  await check(shu.page.mainFrame());

  await qing.page.keyboard.press('Control+k');
  await qing.page.getByRole('combobox', { name: '查找会话和命令' }).fill('代为登记');
  await qing.page.keyboard.press('Enter');
  const dialog = qing.page.getByRole('dialog', { name: '代为登记' });
  await expect(dialog.getByRole('combobox', { name: '由哪个组处理' })).toBeFocused();
  await check(qing.page.mainFrame());
  await qing.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(qing.composer).toBeFocused();

  const control = qing.page.getByRole('button', { name: '代为登记' });
  await control.click();
  await expect(dialog.getByRole('textbox', { name: '顾客的问题' })).toHaveValue(QUESTION);
  await expect(dialog.getByRole('button', { name: '登记并通知' })).toBeDisabled();
  await dialog.getByRole('combobox', { name: '由哪个组处理' }).selectOption('售后（没有人在岗）');
  await dialog.getByRole('textbox', { name: '怎么联系顾客' }).fill(NUMBER);
  await dialog.getByRole('button', { name: '登记并通知' }).click();
  await expect(dialog).toBeHidden();
  await expect(control).toBeFocused();
  await expect(qing.page.getByText('已登记，售后 的同事会收到通知')).toBeVisible();
  await check(qing.page.mainFrame());

  await expect(shu.registrations).toContainText([QUESTION]);
  const toast = ci.page.getByRole('status').filter({ hasText: '小青 替 小二茶具 · 售后 记下一个问题' });
  await expect(toast).toContainText(QUESTION);
  await expect(ci.page.getByRole('link', { name: '登记' })).toContainText('1 个登记的问题等处理');
  await check(ci.page.mainFrame());
  await toast.getByRole('button', { name: '去处理' }).click();
  await expect(toast).toBeHidden();
  await expect(ci.registrations).toContainText(['小二茶具 · 售后']);
  await expect(ci.registrations).toContainText(['小青 登记']);
  await expect(ci.registrations).toContainText(['1*********8']);
  await expect(ci.registrations).not.toContainText([NUMBER]);
  await ci.registrations.getByRole('button', { name: '显示完整的联系方式，会留下记录' }).click();
  await expect(ci.registrations).toContainText([NUMBER]);
  for (const colorScheme of ['dark', 'light'] as const) {
    await ci.page.emulateMedia({ colorScheme });
    await check(ci.page.mainFrame());
  }
  await ci.registrations.getByRole('button', { name: `标为已处理：${QUESTION}` }).click();
  await expect(ci.registrations.getByText('已处理')).toBeFocused();
  await check(ci.page.mainFrame());

  await shu.page.reload();
  await expect(shu.page.getByText('没有等处理的问题。')).toBeVisible();
  await expect(shu.registrations).toHaveCount(0);
  await ci.looksAt('工作台');
  await ci.looksAt('登记');
  await expect(ci.registrations).toHaveCount(0);
});
