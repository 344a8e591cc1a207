import { resolve } from 'node:path';
import { Gallery } from './Gallery';
import { expect, test } from './test';

const gallery = new Gallery(resolve(import.meta.dirname, '../../docs/pictures'));

test('the console and the widget, while people talk', async ({ people }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const waiting = await people.buyer();
  await waiting.asks('售前', '旅行茶具可以带上飞机吗？');
  await expect(qing.conversations).toHaveCount(1);

  const buyer = await people.buyer();
  await buyer.page.getByRole('combobox').selectOption('1001');
  await buyer.page.getByRole('button', { name: '咨询客服：德化白瓷盖碗' }).click();
  await expect(buyer.field).toBeVisible();
  await buyer.says('你好，这个盖碗烫手吗？');
  await qing.takesUp('你好，这个盖碗烫手吗？');
  await qing.says('亲，这款是薄胎，盖沿外翻，捏住边沿就不烫手。');
  await buyer.hears('亲，这款是薄胎，盖沿外翻，捏住边沿就不烫手。');
  await buyer.says('那今天下单，什么时候能发？');
  await qing.hears('那今天下单，什么时候能发？');
  await qing.says('16:30 前付款，当天就发出，一般后天到。');
  await buyer.hears('16:30 前付款，当天就发出，一般后天到。');
  await buyer.says('好的，谢谢！');
  await qing.hears('好的，谢谢！');
  await gallery.take(buyer.page, 'widget-zh');

  const { page } = qing;
  await page.getByRole('button', { name: '不要声音' }).click();
  await gallery.take(page, 'console-zh');
  await page.getByRole('button', { name: 'English' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await gallery.take(page, 'console-en-dark');
  await page.getByRole('button', { name: '中文' }).click();
});
