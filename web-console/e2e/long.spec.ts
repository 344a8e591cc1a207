import type { CDPSession, Page } from '@playwright/test';
import { lengthen } from './LongTalk';
import { expect, test } from './test';

const MESSAGES = 10_000;
const KEYS = 60;
const TRIES = 3;
/** So long the screen waits for the next picture. */
const MOST_MS = 16;

test('ten thousand messages neither slow the keys down nor make the transcript jump', async ({
  people,
}, info) => {
  const qing = await people.agent('qing');
  const { page } = qing;
  await qing.goesOnline();
  const anna = await people.buyer();
  await anna.asks('售前', '在吗');
  await qing.takesUp('在吗');
  const cdp = await page.context().newCDPSession(page);
  // Of the thread alone: what the machine does beside is not the page's.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const short = await msPerKey(page, cdp);

  await lengthen(page, MESSAGES);
  await page.reload();
  await qing.isAtWork();
  await qing.takesUp('在吗');
  const log = page.getByRole('log');
  const rows = log.locator('[data-key]');
  await expect(log.getByText('第 10000 条')).toBeVisible();

  await log.evaluate((box) => {
    box.scrollTop = 300;
  });
  const [text, top] = await log.evaluate((box): [string, number] => {
    const middle = box.getBoundingClientRect().top + box.clientHeight / 2;
    const below = [...box.querySelectorAll('.said .text')].find(
      (one) => one.getBoundingClientRect().bottom > middle,
    );
    return [below?.textContent ?? '', below?.getBoundingClientRect().top ?? NaN];
  });
  expect(text).toMatch(/^第 99\d\d 条/);
  await expect.poll(() => log.evaluate((box) => box.scrollHeight)).toBeGreaterThan(10_000);
  const row = log.getByText(text, { exact: true });
  await expect.poll(async () => Math.abs(((await row.boundingBox())?.y ?? NaN) - top)).toBeLessThan(3);

  const toTop = async (): Promise<number> => {
    await log.evaluate((box) => {
      box.scrollTop = 0;
    });
    return log.locator('[data-key="old-1"]').count();
  };
  await expect.poll(toTop, { intervals: [20], timeout: 40_000 }).toBe(1);
  await expect(log.getByText('第 1 条')).toBeVisible();
  expect(await rows.count()).toBeLessThan(120);

  await page.getByRole('button', { name: '回到最新' }).click();
  await expect(log.getByText('在吗', { exact: true })).toBeInViewport();
  const long = await msPerKey(page, cdp);
  info.annotations.push({
    type: 'ms a key',
    description: `short ${short.toFixed(2)}, long ${long.toFixed(2)}`,
  });
  console.log(
    `typing: ${short.toFixed(2)} ms a key beside a short talk, ${long.toFixed(2)} beside ${String(MESSAGES)} messages`,
  );
  expect(long).toBeLessThan(MOST_MS);
  expect(long).toBeLessThan(2 * short + 4);
});

/** What one key costs the page, everything that follows from it included; the best of some tries. */
async function msPerKey(page: Page, cdp: CDPSession): Promise<number> {
  const field = page.getByRole('textbox', { name: '输入回复' });
  const tries: number[] = [];
  for (let i = 0; i < TRIES; i += 1) {
    await field.fill('');
    await field.focus();
    await page.keyboard.type('warm up ');
    const before = await ownMs(cdp);
    await page.keyboard.type('k'.repeat(KEYS));
    tries.push(((await ownMs(cdp)) - before) / KEYS);
    await field.fill('');
  }
  return Math.min(...tries);
}

/** All of the page's tasks, without those by which a test presses keys and asks. */
async function ownMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const seconds = (of: string): number => metrics.find(({ name }) => name === of)?.value ?? NaN;
  return 1000 * (seconds('TaskDuration') - seconds('DevToolsCommandDuration'));
}
