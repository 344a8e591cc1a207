import { check } from './access';
import { expect, test } from './test';

test('everything is found and done by Ctrl+K, and ? shows the keys', async ({ people }) => {
  const qing = await people.agent('qing');
  const { page } = qing;
  const box = page.getByRole('dialog', { name: '查找会话和命令' });
  const field = box.getByRole('combobox');
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await field.fill('上线');
  await expect(box.getByRole('option').first()).toHaveText(/上线接待/);
  await field.press('Enter');
  await expect(box).toBeHidden();
  await expect(qing.state).toContainText('在线');

  const anna = await people.buyer();
  await anna.asks('售前', '盖碗烫手吗');
  const ben = await people.buyer();
  await ben.asks('售前', '有礼盒吗');
  await expect(qing.conversations).toHaveCount(2);
  await page.keyboard.press('Control+k');
  await field.fill('礼盒');
  await expect(box.getByRole('option').first()).toContainText('有礼盒吗');
  await field.press('Enter');
  await expect(qing.composer).toBeFocused();
  await qing.hears('有礼盒吗');

  await page.keyboard.press('?');
  await expect(qing.composer).toHaveValue('?');
  await qing.composer.fill('');
  await page.keyboard.press('Alt+n');
  await qing.hears('盖碗烫手吗');
  await qing.composer.blur();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await expect(sheet).toBeVisible();
  await check(page.mainFrame());
  await page.keyboard.press('Escape');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.keyboard.press('Control+k');
    await field.press('ArrowDown');
    await expect(box.getByRole('option', { selected: true })).toHaveCount(1);
    await check(page.mainFrame());
    await field.press('Escape');
  }
});
