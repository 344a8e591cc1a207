import { expect, test } from './test';

test('two tabs are one conversation, and survive a reload', async ({ people, complaints }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  await buyer.opensChat();
  const other = await buyer.inAnotherTab();
  await other.opensChat();
  await buyer.widget.getByText('售前', { exact: true }).click();
  await buyer.says('第一页问的');
  await other.hears('第一页问的');
  await other.says('第二页问的');
  await buyer.hears('第二页问的');
  await qing.takesUp('第二页问的');
  await expect(qing.said).toHaveText(['第一页问的', '第二页问的']);
  await expect(qing.conversations).toHaveCount(1);

  await buyer.field.press('Escape');
  await other.page.bringToFront();
  await other.field.press('Escape');
  await qing.says('都看到了');
  const unread = { name: '联系客服 1' };
  await expect(buyer.page.getByRole('button', unread)).toBeVisible();
  await expect(other.page.getByRole('button', unread)).toBeVisible();
  await other.launcher.click();
  await other.hears('都看到了');
  await expect(buyer.page.getByRole('button', unread)).toHaveCount(0);

  await other.page.reload();
  await other.opensChat();
  await expect(other.said).toHaveText(['第一页问的', '第二页问的', '都看到了']);
  complaints.expectCuts();
  await buyer.page.bringToFront();
  await buyer.launcher.click();
  await buyer.context.setOffline(true);
  await buyer.says('断网时写的');
  await expect(buyer.unsent).toHaveText(['断网时写的']);
  await buyer.page.reload({ waitUntil: 'commit' }).catch(() => undefined);
  await buyer.context.setOffline(false);
  await buyer.page.goto('/demo/');
  await buyer.opensChat();
  await buyer.hears('断网时写的');
  await expect(buyer.unsent).toHaveCount(0);
  await qing.hears('断网时写的');
  await expect(buyer.said).toHaveCount(4);

  await buyer.page.evaluate(`XiaoerDesk('forget')`);
  await expect(buyer.said).toHaveCount(0);
  await expect(other.said).toHaveCount(0);
  await expect(other.field).toBeEnabled();
});
