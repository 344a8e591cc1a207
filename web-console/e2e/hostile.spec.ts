import { widgetOf } from './Buyer';
import { AS_BUYER, AS_STAFF, sayAll } from './Chorus';
import { fewer, Guard, textsOf } from './Guard';
import { ACCEPTED, HOSTILE } from './hostile';
import { expect, test } from './test';

const PHONE = { viewport: { width: 390, height: 844 } };
/** Where people sit in front of the console, the narrowest that shows all but the side panel at once. */
const DESK = { width: 1280, height: 900 };

test('whatever people write is text in both applications, and nothing of it runs', async ({ people }) => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
  const guard = new Guard();
  const qing = await people.agent('qing', guard.watches);
  const { page } = qing;
  await page.setViewportSize(DESK);
  await qing.goesOnline();
  const anna = await people.buyer(PHONE, guard.watches);
  await anna.asks('售前', '在吗');
  await qing.takesUp('在吗');
  await qing.says('在的');
  await anna.hears('在的');
  const widget = widgetOf(anna.page);
  await guard.remembers(page);
  await guard.remembers(anna.page);

  const { conversation, revision } = await page.evaluate<{ conversation: string; revision: number }>(
    `fetch('/api/v1/staff/me/desk').then((answer) => answer.json()).then(({ conversations }) => conversations[0])`,
  );
  const each = (who: string, more: object) =>
    HOSTILE.map(({ text }, i) => ({
      ref: `hostile-${who}-${String(i).padStart(4, '0')}`,
      conversation,
      text,
      type: 'message.post',
      ...more,
    }));
  const answers = [
    await sayAll(widget, '/ws/buyer', AS_BUYER, each('buyer', {})),
    await sayAll(page.mainFrame(), '/ws/staff', AS_STAFF, each('agent', { revision })),
    await sayAll(page.mainFrame(), '/ws/staff', AS_STAFF, each('note', { type: 'note.post', mentions: [] })),
  ];
  // What the desk does not take it refuses by name, whoever says it, and it takes everything else.
  for (const refused of answers) {
    const codes = HOSTILE.map(
      (_, i) => [...refused].find(([ref]) => ref.endsWith(String(i).padStart(4, '0')))?.[1],
    );
    expect(codes).toEqual(HOSTILE.map(({ refused: code }) => code ?? undefined));
  }
  await anna.says('说完了');
  await qing.hears('说完了');
  await qing.notes('记完了');
  console.log(`${String(ACCEPTED.length)} of ${String(HOSTILE.length)} were taken, by each of three doors`);

  const toBuyer = ACCEPTED.map(({ shown }) => shown);
  const toStaff = ACCEPTED.map(({ shownToStaff }) => shownToStaff);
  // Secrets are masked in what buyer and agent say; a note is for those who need it.
  expect(fewer(toStaff, await textsOf(page.getByRole('log'), '.said .text'), 2)).toEqual([]);
  expect(fewer(toBuyer, await textsOf(page.getByRole('log'), '.note .text'), 1)).toEqual([]);
  await expect
    .poll(async () => fewer(toBuyer, await anna.said.allTextContents(), 2), { intervals: [500] })
    .toEqual([]);
  await guard.findsOnlyText(page);
  await guard.findsOnlyText(anna.page);
  await guard.findsNothingTooWide(page.mainFrame());
  await guard.findsNothingTooWide(widget);

  await page.getByRole('button', { name: '展开或收起侧栏' }).click();
  await page.getByRole('tab', { name: '备注' }).click();
  const notes = page.getByRole('tabpanel').locator('.lines .text');
  expect(fewer(toBuyer, await notes.allTextContents(), 1)).toEqual([]);
  await guard.findsOnlyText(page);
  await guard.findsNothingTooWide(page.mainFrame());
  await page.setViewportSize({ width: 1440, height: 900 });
});
