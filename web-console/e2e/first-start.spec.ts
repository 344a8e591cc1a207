import { resolve } from 'node:path';
import { check } from './access';
import { signIn } from './Agent';
import { DeskProcess } from './DeskProcess';
import { expect, test } from './test';

const PASSWORD = 'a quiet pot of oolong';

test('who reads the console of a new desk makes its first administrator, and is let in', async ({
  page,
  complaints,
}, { project }) => {
  complaints.expect(/status of 404/);
  const desk = await DeskProcess.start(resolve(project.outputDir, '..'), 'default');
  try {
    await page.goto(`${desk.url}/console/`);
    await expect(page.getByRole('heading', { name: '创建第一位管理员' })).toBeVisible();
    await check(page.mainFrame());
    await page.getByLabel('一次性口令').fill('no-such-token');
    await page.getByLabel('客服台编号').fill('main');
    await page.getByLabel('账号').fill('chen');
    await page.getByLabel('称呼').fill('陈掌柜');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '创建' }).click();
    await expect(page.getByRole('alert')).toHaveText('口令不对，或者已经有账号了。');
    await check(page.mainFrame());
    await page.getByLabel('一次性口令').fill(desk.setupToken);
    await page.getByRole('button', { name: '创建' }).click();

    await expect(page.getByRole('heading', { name: '登录工作台' })).toBeVisible();
    await expect(page.getByText('管理员已创建，请登录。')).toBeVisible();
    await check(page.mainFrame());
    await signIn(page, 'chen', PASSWORD);
    await expect(page.getByRole('button', { name: '我的状态' })).toBeVisible();
    await check(page.mainFrame());
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '设置' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
    await check(page.mainFrame());
  } finally {
    await page.close();
    await desk.stop();
  }
});
