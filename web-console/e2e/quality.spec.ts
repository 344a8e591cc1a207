import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { check } from './access';
import { hearAnswers, judge, WATCH, type Measured } from './Quality';
import { expect, test } from './test';

const PAGES = [
  { name: 'first page', path: '/', shows: '谁是谁' },
  { name: 'demo shop', path: '/demo/', shows: '店里好物' },
  { name: 'sign-in', path: '/console/', shows: '登录工作台' },
  { name: 'chat by itself', path: '/widget/?shop=demo', shows: '小二茶具' },
] as const;
const SCREENS = [
  { name: '1440 × 900', viewport: { width: 1440, height: 900 } },
  { name: '390 × 844', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
] as const;
/** Named, the results are written down anew. */
const FILE = process.env['PAGES_FILE'];

test('each page comes whole, light, still and from nowhere else', async ({ browser, desk, complaints }) => {
  const rows: (Measured & { readonly page: string; readonly screen: string })[] = [];
  for (const { name: screen, ...options } of SCREENS) {
    for (const { name, path, shows } of PAGES) {
      const context = await browser.newContext({ ...options, baseURL: desk.url });
      complaints.listenTo(context);
      await context.addInitScript(WATCH);
      const page = await context.newPage();
      const heard = hearAnswers(page);
      await page.goto(path);
      await expect(page.getByRole('heading', { name: shows }).first()).toBeVisible();
      await page.evaluate(
        'document.fonts.ready.then(() => new Promise((done) => requestIdleCallback(done)))',
      );
      rows.push({ page: name, screen, ...(await judge(page, heard, path.startsWith('/widget/'))) });
      await check(page.mainFrame());
      await context.close();
    }
  }
  const table = rows.map(
    ({ page, screen, requests, kb, shift, firstMs, largestMs }) =>
      `| ${page} | ${screen} | ${String(requests)} | ${kb.toFixed(0)} | ${shift.toFixed(3)} | ${firstMs.toFixed(0)} | ${largestMs.toFixed(0)} |`,
  );
  console.log(table.join('\n'));
  if (FILE) {
    writeFileSync(resolve(FILE), words(table));
  }
});

const words = (table: readonly string[]): string => `# Pages

Written by \`e2e/quality.spec.ts\` of web-console with \`PAGES_FILE=../docs/pages.md\`; do not edit. It asks of each page what
Lighthouse asks, as far as that needs no network, in Chromium. The times are told and not judged: they are this machine's,
which did other work beside.

| checked on every page, at 1440 × 900 and on a phone of 390 × 844 | found |
|---|---|
| nothing on the console: no error, no refusal of the content policy | nothing |
| doctype, charset, language, title, viewport that can be zoomed, description | there |
| no script in the head that stops the page | none |
| nothing asked of any other host | nothing |
| scripts and styles from 1 KB on come as brotli or gzip, with \`Vary\` | all |
| what has a hash in its name is kept for a year, \`immutable\` | all |
| nothing moves while the page comes: cumulative layout shift ≤ 0.1 | see below |
| each picture says its size before it is there | all |
| nobody scrolls sideways | nobody |
| axe: contrast, names, roles, order; targets of 24 px or with room around them | 0 findings |

| page | screen | requests | KB sent | layout shift | first paint ms | largest paint ms |
|---|---|--:|--:|--:|--:|--:|
${table.join('\n')}

Checked elsewhere: weights in the build (\`scripts/weigh.mjs\`), the loader's longest task on a shop's page and how fast the
chat opens (\`widget-shop.spec.ts\`), keys in a talk of 10,000 messages (\`long.spec.ts\`), axe in every other state
(\`pages.spec.ts\`, \`home.spec.ts\`, \`shop.spec.ts\`, \`side.spec.ts\`, \`widget-looks.spec.ts\`).
`;
