import { check } from './access';
import { widgetOf } from './Buyer';
import { expect, test } from './test';

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const viewport of WIDTHS) {
  test(`everybody can use the pages at ${String(viewport.width)} pixels`, async ({ page, people }) => {
    await page.setViewportSize(viewport);
    await page.goto('/');
    await expect(page.getByRole('table')).toBeVisible();
    await check(page.mainFrame());
    await page.goto('/console/');
    await expect(page.getByLabel('密码')).toBeVisible();
    await check(page.mainFrame());

    const qing = await people.agent('qing');
    await qing.page.setViewportSize(viewport);
    await check(qing.page.mainFrame());
    await qing.goesOnline();
    const buyer = await people.buyer();
    await buyer.page.setViewportSize(viewport);
    await expect(buyer.page.getByRole('heading', { level: 3 })).not.toHaveCount(0);
    await check(buyer.page.mainFrame());
    await buyer.opensChat();
    await check(widgetOf(buyer.page));
    await buyer.says('在吗');
    await qing.takesUp('在吗');
    await qing.says('在的');
    await buyer.hears('在的');
    await check(qing.page.mainFrame());
    await check(widgetOf(buyer.page));
    await qing.page.setViewportSize({ width: 1440, height: 900 });
  });
}
