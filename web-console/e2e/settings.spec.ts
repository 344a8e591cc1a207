import { check } from './access';
import { expect, test } from './test';

test.use({ rehearsal: true });

test('a supervisor changes a rule, and it holds at once', async ({ people }) => {
  const lin = await people.agent('lin');
  const { page } = lin;
  const ci = await people.agent('ci');
  await ci.goesOnline();
  await lin.looksAt('设置');
  await expect(page.getByRole('table')).toContainText('小瓷');
  await check(page.mainFrame());

  const parts = page.getByRole('navigation', { name: '设置的各部分' });
  await parts.getByRole('link', { name: '接待规则' }).click();
  await page.getByText('售后', { exact: true }).click();
  const limit = page.getByRole('textbox', { name: '挂起上限' });
  await expect(limit).toHaveValue('10');
  await limit.fill('0');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('请填 1 到 480 之间的数')).toBeVisible();
  await expect(limit).toBeFocused();
  await check(page.mainFrame());
  await limit.fill('3');
  await page.getByRole('textbox', { name: '提醒' }).fill('2');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效')).toBeVisible();

  const dialog = await ci.beginsHangUp(5, '接电话');
  await dialog.getByRole('textbox', { name: '离开时的回复' }).fill('马上回来');
  await dialog.getByRole('button', { name: '挂起 5 分钟' }).click();
  await expect(dialog.getByRole('alert')).toContainText('要先由主管同意');
  await ci.page.keyboard.press('Escape');
  await ci.hangsUp(3, '接电话', '马上回来');
  await expect(ci.state.getByRole('timer')).toHaveText(/02:5\d|03:00/);
  await ci.picks('在线');

  await parts.getByRole('link', { name: '营业时间' }).click();
  await expect(page.getByRole('region', { name: '预览' })).toContainText('现在营业中');
  await check(page.mainFrame());
  await parts.getByRole('link', { name: '接待规则' }).click();
  await limit.fill('10');
  await page.getByRole('textbox', { name: '提醒' }).fill('8');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效')).toBeVisible();
});

const RULE = `rules:
  - id: in-stock
    kind: keyword
    match: contains
    priority: 9
    keywords: [有现货]
    text: 亲，这把壶有现货，今天就能发。
`;

test('a wrong rule pack is refused by line and reason; a right one is tried, saved, and speaks', async ({
  people,
  complaints,
}) => {
  const lin = await people.agent('lin');
  const { page } = lin;
  await lin.looksAt('设置');
  await page
    .getByRole('navigation', { name: '设置的各部分' })
    .getByRole('link', { name: '自动回复' })
    .click();
  const pack = page.getByRole('textbox', { name: '规则包（YAML）' });
  await expect(pack).toHaveValue(/^rules:$/m);
  const before = await pack.inputValue();
  const right = before.replace(/^rules:\n/m, RULE);
  const line = right.split('\n').findIndex((one) => one.includes('有现货')) - 2;

  complaints.expect(/status of 400/);
  await pack.fill(right.replace('kind: keyword', 'kind: keywrod'));
  await page.getByRole('button', { name: '保存' }).click();
  const wrong = page.getByRole('alert').getByRole('button', { name: `第 ${String(line)} 行` });
  await expect(wrong).toContainText('keywrod');
  await check(page.mainFrame());
  await wrong.click();
  await expect(pack).toBeFocused();

  await pack.fill(right);
  const box = page.getByRole('region', { name: '试一试' });
  await box.getByRole('textbox', { name: '顾客说' }).fill('请问有现货吗');
  await box.getByRole('button', { name: '试一试' }).click();
  await expect(box.getByText('亲，这把壶有现货，今天就能发。')).toBeVisible();
  await check(page.mainFrame());
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存，立即生效')).toBeVisible();

  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售前', '西施壶有现货吗');
  await expect(buyer.automatic.filter({ hasText: '这把壶有现货' })).toHaveCount(1);
  await qing.takesUp('西施壶有现货吗');
  await expect(qing.automatic.filter({ hasText: '关键词“有现货”' })).toHaveCount(1);
});
