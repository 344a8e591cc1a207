import { expect, test } from './test';

/** How long the buyer's network is away: the case itself, not a pause. */
const AWAY_MS = 10_000;

test('a reload and a lost network lose nothing and double nothing', async ({ people, complaints }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售前', '在吗');
  await qing.takesUp('在吗');
  await qing.says('在的');
  await buyer.hears('在的');

  await qing.page.reload();
  await buyer.says('盖碗多大');
  await qing.takesUp('盖碗多大');
  await expect(qing.said).toHaveText(['在吗', '在的', '盖碗多大']);
  await qing.says('一百五十毫升');
  await buyer.hears('一百五十毫升');

  complaints.expectCuts();
  const back = buyer.losesNetwork(AWAY_MS);
  for (let i = 1; i <= 4; i += 1) {
    await buyer.says(`断网时问的 ${String(i)}`);
    await qing.says(`断网时答的 ${String(i)}`);
  }
  await expect(buyer.unsent).toHaveCount(4);
  await expect(qing.unsent).toHaveCount(0);
  await expect(buyer.said).toHaveCount(4);
  await back;

  await buyer.hears('断网时答的 4');
  await qing.hears('断网时问的 4');
  await expect(buyer.unsent).toHaveCount(0);
  await expect(buyer.said).toHaveCount(12);
  const log = await buyer.inAnotherTab();
  await log.opensChat();
  await expect(log.said).toHaveCount(12);
  const texts = await log.said.allInnerTexts();
  expect(new Set(texts).size).toBe(12);
  await expect(buyer.said).toHaveText(texts);
  await expect(qing.said).toHaveText(texts);
  expect(texts.filter((text) => text.startsWith('断网时问的'))).toEqual(
    [1, 2, 3, 4].map((i) => `断网时问的 ${String(i)}`),
  );
});
