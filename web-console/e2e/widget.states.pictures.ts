import { test } from './Gallery';
import { expect } from './test';

test('the widget, from welcome to the end', async ({ people, gallery }) => {
  const alone = await people.buyer();
  await gallery.show(alone.page, 'shop');
  await alone.launcher.click();
  await expect(alone.widget.getByLabel('留言', { exact: true })).toBeVisible();
  await gallery.show(alone.page, 'widget-nobody');

  const qing = await people.agent('qing');
  await qing.goesOnline();
  for (const [locale, topic, name] of [
    ['zh-CN', '售前', 'widget'],
    ['en-GB', 'Before buying', 'widget-english'],
  ] as const) {
    const buyer = await people.buyer({ locale });
    await buyer.launcher.click();
    const field = buyer.widget.getByRole('textbox');
    await expect(field).toBeVisible();
    await gallery.show(buyer.page, `${name}-menu`);
    await buyer.widget.getByText(topic, { exact: true }).click();
    await field.fill('hello 你好');
    await field.press('Enter');
    await qing.takesUp('hello 你好');
    await qing.says('您好，请问有什么可以帮您？');
    await buyer.hears('您好，请问有什么可以帮您？');
    await gallery.show(buyer.page, `${name}-talk`);
    await buyer.context.setOffline(true);
    await field.fill('还在吗');
    await field.press('Enter');
    await expect(buyer.unsent).toHaveCount(1);
    await gallery.show(buyer.page, `${name}-offline`);
    await buyer.context.setOffline(false);
    await expect(buyer.unsent).toHaveCount(0);
    await qing.hears('还在吗');
    await qing.closes('谢谢光临');
    await buyer.hears('谢谢光临');
    await gallery.show(buyer.page, `${name}-end`);
  }
});

test('the widget in the line, and orders', async ({ people, gallery }) => {
  const shu = await people.agent('shu');
  await shu.goesOnline();
  const first = await people.buyer();
  await first.asks('订单', '第一位');
  await expect(shu.conversations).toHaveCount(1);
  const waiting = await people.buyer();
  await waiting.asks('订单', '还要等多久');
  await waiting.isTold(/前面还有|第 ?1 ?位|排队/);
  await gallery.show(waiting.page, 'widget-waiting');
  await waiting.page.getByRole('combobox').selectOption('1001');
  await waiting.page.getByRole('link', { name: '我的订单' }).click();
  await expect(waiting.page.getByText('合计').first()).toBeVisible();
  await gallery.show(waiting.page, 'orders');
});
