import type { Locator } from '@playwright/test';
import { expect, test } from './test';

const BURST = 20;

test('a desk and a Redis killed in a burst keep what they confirmed', async ({
  desk,
  people,
  complaints,
}) => {
  test.slow();
  const ci = await people.agent('ci');
  // Tall enough to show the whole talk: rows far out of view are not in the page.
  await ci.page.setViewportSize({ width: 1440, height: 6000 });
  await ci.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售后', '在吗');
  await ci.takesUp('在吗');
  await ci.says('在的');
  await buyer.hears('在的');

  complaints.expectCuts();
  const both = Promise.all([each((text) => buyer.says(text), '买家'), each((text) => ci.says(text), '客服')]);
  await ci.hears('买家 3');
  await desk.kill9();
  await both;
  await buyer.isTold('连接断开');
  const confirmed = [...(await confirmedTo(buyer.said, '买家')), ...(await confirmedTo(ci.said, '客服'))];
  expect(confirmed.length).toBeGreaterThan(2);
  expect(confirmed.length).toBeLessThan(2 * BURST);
  await buyer.says('停机时写的');
  await expect(buyer.unsent.last()).toHaveText('停机时写的');

  await desk.startAgain();
  await ci.isAtWork();
  await ci.hears('停机时写的');
  await expect(buyer.unsent).toHaveCount(0);
  await expect(ci.unsent).toHaveCount(0);
  const everything = 2 * BURST + 3;
  await expect(buyer.said).toHaveCount(everything);
  await buyer.canWrite();
  const log = await buyer.inAnotherTab();
  await log.opensChat();
  await expect(log.said).toHaveCount(everything);
  const texts = await log.said.allInnerTexts();
  expect(new Set(texts).size).toBe(everything);
  expect(texts).toEqual(expect.arrayContaining(confirmed));
  await expect(buyer.said).toHaveText(texts);
  await expect(ci.said).toHaveText(texts);
});

async function each(says: (text: string) => Promise<void>, who: string): Promise<void> {
  for (let i = 1; i <= BURST; i += 1) {
    await says(`${who} ${String(i)}`);
  }
}

/** What somebody wrote and no longer sees as being sent. */
const confirmedTo = async (said: Locator, who: string): Promise<readonly string[]> =>
  (await said.allInnerTexts()).filter((text) => text.startsWith(`${who} `));
