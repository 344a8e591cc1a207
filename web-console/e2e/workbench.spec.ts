import { check } from './access';
import { setCap } from './admin';
import { expect, test } from './test';

test('an agent serves five buyers without a mouse', async ({ people }) => {
  const qing = await people.agent('qing');
  const { page } = qing;
  await expect(qing.state).toBeEnabled();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('上线');
  await page.keyboard.press('Enter');
  await expect(qing.state).toContainText('在线');
  const buyers = [];
  for (const question of ['第一问', '第二问', '第三问', '第四问', '第五问']) {
    const buyer = await people.buyer();
    await buyer.asks('售前', question);
    await expect(qing.conversations.filter({ hasText: question })).toBeVisible();
    buyers.push({ buyer, question });
  }

  for (const { buyer, question } of buyers) {
    // Who waits longest comes first.
    await page.keyboard.press('Alt+n');
    await qing.hears(question);
    await expect(qing.composer).toBeFocused();
    await page.keyboard.type(`答${question}`);
    await page.keyboard.press('Enter');
    await buyer.hears(`答${question}`);
  }
  for (let left = buyers.length; left > 0; left -= 1) {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(qing.composer).toBeFocused();
    await page.keyboard.press('Alt+w');
    await expect(page.getByRole('dialog', { name: '结束会话' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(qing.conversations).toHaveCount(left - 1);
  }
  for (const { buyer } of buyers) {
    await buyer.hears('感谢您的咨询，祝您生活愉快，期待再次为您服务！');
    await buyer.isTold('会话已结束');
  }
});

test('what was begun is there after the tab was closed', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const anna = await people.buyer();
  await anna.asks('售前', '有礼盒吗');
  const tab = await qing.inAnotherTab();
  await tab.takesUp('有礼盒吗');
  await tab.composer.fill('有的，我找找');
  await tab.page.close();

  await qing.page.reload();
  await qing.takesUp('有的，我找找');
  await expect(qing.composer).toHaveValue('有的，我找找');
  await qing.composer.press('Enter');
  await anna.hears('有的，我找找');
});

test('the agent sees what was read, and takes a message back', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const anna = await people.buyer();
  await anna.asks('售前', '盖碗烫手吗');
  await qing.takesUp('盖碗烫手吗');
  await qing.says('不烫手');
  await anna.hears('不烫手');
  await expect(qing.page.getByRole('log').getByText('已读')).toBeVisible();

  await qing.says('发错了');
  await anna.hears('发错了');
  await qing.page.keyboard.press('Alt+z');
  await expect(qing.page.getByRole('log').getByText('客服撤回了一条消息')).toBeVisible();
  await expect(anna.widget.getByText('发错了')).toBeHidden();
  await expect(qing.page.getByText('发错了')).toHaveCount(0);
});

test('a minute without a network loses nothing, and says what will happen', async ({
  people,
  complaints,
}) => {
  const qing = await people.agent('qing');
  const { page } = qing;
  await qing.goesOnline();
  const anna = await people.buyer();
  await anna.asks('售前', '在吗');
  await qing.takesUp('在吗');
  complaints.expectCuts();
  await page.clock.install();
  await qing.context.setOffline(true);
  await page.clock.fastForward(60_000);
  await expect(page.getByText('没发出去的消息会自动补发').first()).toBeVisible();
  await qing.says('断网时写的');
  await expect(qing.unsent).toHaveText(['断网时写的']);
  await expect(page.getByText('还没发出，连接恢复后自动发送')).toBeVisible();
  await check(page.mainFrame());
  await qing.context.setOffline(false);
  await page.clock.fastForward(60_000);
  await anna.hears('断网时写的');
  await expect(qing.unsent).toHaveCount(0);
});

test('one can read what waits and what colleagues do, and nothing else', async ({ desk, people }) => {
  await setCap(desk.url, ['qing'], 1);
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const first = await people.buyer();
  await first.asks('售前', '第一位');
  await expect(qing.conversations).toHaveCount(1);
  const second = await people.buyer();
  await second.asks('售前', '第二位');

  const tao = await people.agent('tao');
  await tao.sees('排队', '第二位');
  await tao.isOnlyReading('还没有人接待');
  await tao.sees('同事', '第一位');
  await tao.isOnlyReading('小青 正在接待');
  await first.says('我还在');
  await tao.hears('我还在');
  await setCap(desk.url, ['qing'], 5);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use every state of the workbench in the ${colorScheme}`, async ({ people }) => {
    const qing = await people.agent('qing');
    const { page } = qing;
    await page.emulateMedia({ colorScheme });
    await qing.goesOnline();
    for (const tab of ['排队', '同事', '已结束', '我的']) {
      await page.getByRole('group', { name: '看哪些会话' }).getByRole('button', { name: tab }).click();
      await check(page.mainFrame());
    }
    const anna = await people.buyer();
    await anna.asks('售前', '我的电话13812345678');
    await qing.takesUp('138****5678');
    await check(page.mainFrame());
    await qing.notes('老顾客');
    await page.keyboard.press('Alt+m');
    await check(page.mainFrame());
    await page.keyboard.press('Escape');
    await qing.composer.fill('/');
    await check(page.mainFrame());
    await qing.composer.fill('');
    await page.getByRole('button', { name: '小青' }).click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await check(page.mainFrame());
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '结束会话' }).click();
    await check(page.mainFrame());
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await check(page.mainFrame());
    await page.setViewportSize({ width: 1440, height: 900 });
  });
}
