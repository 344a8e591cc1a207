import { brokenCup } from './pictures';
import { expect, test } from './test';

const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
/** What a keyboard on the screen leaves of it. */
const ABOVE_THE_KEYBOARD = { width: 390, height: 480 };

// The recorder of traces fetches pictures that are being sent, which the page's policy refuses.
test.use({ trace: 'off' });

test('on a phone a buyer sends a picture of the broken cup, and takes a word back', async ({ people }) => {
  const ci = await people.agent('ci');
  await ci.goesOnline();
  const buyer = await people.buyer(PHONE);
  await buyer.launcher.tap();
  await expect(buyer.field).toBeFocused();
  const chat = buyer.page.locator('iframe');
  expect(await chat.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await buyer.page.setViewportSize(ABOVE_THE_KEYBOARD);
  await buyer.canWrite();

  await buyer.widget.getByText('售后', { exact: true }).tap();
  await buyer.field.fill('收到就碎了');
  await buyer.widget.getByRole('button', { name: '发送图片或文件' }).tap();
  await buyer.isTold(/单个不超过 10 MB/);
  await buyer.widget
    .getByLabel('图片 / 拍照')
    .setInputFiles({ name: '碎杯子.png', mimeType: 'image/png', buffer: brokenCup() });
  await expect(buyer.said).toHaveText(['收到就碎了']);
  await ci.conversations.first().getByRole('button').click();
  await expect(buyer.pictures).toHaveCount(1);
  await expect(buyer.pictures.locator('img')).toHaveJSProperty('naturalWidth', 240);
  await expect(buyer.widget.getByRole('progressbar')).toHaveCount(0);
  await ci.says('看到了，马上补发');
  await buyer.hears('看到了，马上补发');
  await buyer.canWrite();

  await buyer.pictures.tap();
  await expect(buyer.widget.getByRole('dialog', { name: '碎杯子.png' })).toBeVisible();
  await buyer.widget.getByRole('dialog').getByRole('button', { name: '收起' }).tap();
  await expect(buyer.widget.getByRole('dialog')).toBeHidden();

  await buyer.says('地址写错了');
  await ci.hears('地址写错了');
  await buyer.widget.getByRole('button', { name: '撤回' }).last().tap();
  await buyer.isTold('已撤回一条消息');
  await expect(ci.page.getByRole('log').getByText('地址写错了')).toHaveCount(0);
  await buyer.widget.getByRole('button', { name: '重新编辑' }).tap();
  await expect(buyer.field).toHaveValue('地址写错了');

  await buyer.sendsPicture('说明书.html', Buffer.from('<script>alert(1)</script>'));
  await buyer.isTold('不收这种文件');
});
