import { expect, test } from './test';

test('the console speaks Chinese and English, and remembers which', async ({ page, people }) => {
  await page.goto('/console/');
  await expect(page.getByRole('heading', { name: '登录工作台' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to the console' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in to the console' })).toBeVisible();

  const qing = await people.agent('qing');
  await expect(qing.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await qing.page.getByRole('button', { name: 'English' }).click();
  await expect(qing.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(qing.page.getByRole('button', { name: 'My state' })).toBeVisible();
  await expect(qing.page.getByText('No conversations right now.')).toBeVisible();
  await qing.page.getByRole('button', { name: '中文' }).click();
  await expect(qing.page.getByRole('button', { name: '我的状态' })).toBeVisible();
});
