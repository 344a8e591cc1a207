import type { Page } from '@playwright/test';
import { told } from './admin';
import { widgetOf } from './Buyer';
import { AS_STAFF, sayAll } from './Chorus';
import { closeAll, eachSays, EvilShop, newRef, NOBODY, openOf, says } from './Evil';
import { Guard, missingIn } from './Guard';
import { packed, PLAIN } from './hostile';
import { ShopServer } from './ShopServer';
import { expect, test } from './test';

const BUYERS = 12;
const FILES = 15;
/** Control and format characters are no part of a name that the desk takes. */
const NAMES = packed(
  64,
  PLAIN.filter((text) => !/[\p{Cc}\p{Cf}]/u.test(text)),
);
/** Long ones are cut in lists. */
const SNIPPETS = PLAIN.filter(({ length }) => length > 8 && length <= 78);

test('whatever is named, sold, filed or rated is text in both applications, and nothing of it runs', async ({
  desk,
  people,
}) => {
  const guard = new Guard();
  const server = await ShopServer.start(desk.url, ['evil']);
  const shop = await EvilShop.opens(desk, server.origin);
  const { admin } = shop;
  const mallory = await shop.hires('mallory', NAMES[0] ?? '');
  const trudy = await shop.hires('trudy', NAMES[1] ?? '');
  const others = await Promise.all(NAMES.slice(2, 6).map((name, i) => shop.hires(`evil${String(i)}`, name)));

  const agent = await people.agent('mallory', guard.watches);
  const { page } = agent;
  const frame = page.mainFrame();
  // Whole lists are in sight.
  await page.setViewportSize({ width: 1440, height: 1400 });
  await agent.goesOnline();
  const shopper = await people.buyerAt(server.origin, guard.watches);
  await shopper.opensChat();
  await guard.remembers(page);
  await guard.remembers(shopper.page);

  // Everything that a shop may say, it says.
  const look = await shop.showsItself();
  const goods = await shop.sells();
  const customers = await shop.letsIn(NAMES.slice(6, 6 + BUYERS));
  const bought = await shop.hasSold('E1', 'c0');
  // What they stand for is put in place of those that a phrase may have.
  const phrases = packed(
    800,
    PLAIN.filter((text) => !/\{(买家昵称|客服昵称|订单号)\}/.test(text)),
  );
  const folders = packed(15, NAMES);
  await Promise.all(
    phrases.map((text, i) =>
      told(admin, 'post', '/api/v1/phrases', {
        scope: 'GROUP',
        group: shop.group,
        code: `evil${String(i)}`,
        text,
        folder: folders[i % folders.length] ?? '',
      }),
    ),
  );
  const shows = async (where: Page, wanted: readonly string[]): Promise<void> => {
    const shown = where === page ? frame : widgetOf(where);
    await expect.poll(() => missingIn(shown, wanted), { intervals: [100] }).toEqual([]);
    await guard.findsOnlyText(where);
    await guard.findsNothingTooWide(shown);
    counted += wanted.length;
  };
  let counted = 0;

  await shopper.page.reload();
  await shopper.opensChat();
  await shows(
    shopper.page,
    look.zh.filter((text) => text !== look.zh[1]),
  );
  expect(await missingIn(shopper.page.mainFrame(), look.zh.slice(1, 2))).toEqual([]);
  await shopper.page.evaluate(`XiaoerDesk('language', 'en')`);
  await shows(
    shopper.page,
    look.en.filter((text) => text !== look.en[1]),
  );
  expect(await missingIn(shopper.page.mainFrame(), look.en.slice(1, 2))).toEqual([]);
  await guard.findsOnlyText(shopper.page);
  await shopper.page.evaluate(`XiaoerDesk('language', 'zh-CN')`);

  // Those who ask, what they say first and how they can be reached; what they were told, and how they liked it.
  const comments = packed(500);
  const contacts = packed(190);
  await eachSays(frame, customers, (_, i) => ({
    type: 'conversation.start',
    group: shop.group,
    text: SNIPPETS[i] ?? '',
    previous: null,
    contact: contacts[i] ?? null,
  }));
  await expect(agent.conversations).toHaveCount(BUYERS);
  const before = await openOf(frame);
  const placeOf = (buyer: string): number => customers.findIndex(({ id }) => id === buyer);
  await closeAll(frame, (buyer) => SNIPPETS[BUYERS + placeOf(buyer)] ?? null);
  const earlier = (buyer: string): string => before.find((one) => one.buyer.id === buyer)?.conversation ?? '';
  await eachSays(frame, customers, ({ id }, i) => ({
    type: 'rating.give',
    conversation: earlier(id),
    stars: 1 + (i % 5),
    comment: comments[i] ?? null,
  }));
  await eachSays(frame, customers, ({ id }, i) => ({
    type: 'conversation.start',
    group: shop.group,
    text: SNIPPETS[2 * BUYERS + i] ?? '',
    previous: earlier(id),
    contact: contacts[BUYERS + i] ?? null,
  }));
  await expect(agent.conversations).toHaveCount(BUYERS);

  // One of them comes to the shop, and sends all it sells and files with evil names.
  await shopper.page.evaluate(`XiaoerDesk('identify', '${shop.signs('c0', customers[0]?.name ?? '')}')`);
  await shopper.hears(SNIPPETS[2 * BUYERS] ?? '');
  const [first = NOBODY] = customers;
  const conversation = (await openOf(frame)).find(({ buyer }) => placeOf(buyer.id) === 0)?.conversation ?? '';
  const names = packed(96).slice(0, FILES);
  const files = await frame.evaluate<{ id: string; name: string }[]>(`(async () => {
    const kept = [];
    for (const name of ${JSON.stringify(names)}) {
      const form = new FormData();
      form.append('file', new File(['a file'], name + '.txt', { type: 'text/plain' }));
      const answer = await fetch('/api/v1/conversations/${conversation}/attachments', {
        method: 'POST', body: form, headers: { Authorization: 'Bearer ${first.token}' } });
      if (answer.status === 201) {
        kept.push(await answer.json());
      }
    }
    return kept;
  })()`);
  console.log(`${String(files.length)} of ${String(FILES)} files were taken`);
  expect(files.length).toBeGreaterThan(FILES / 2);
  const cards = goods
    .filter((_, i) => i % 2 === 0)
    .map((_, i) => ({ type: 'product', product: `p${String(i)}` }));
  await says(frame, first, [
    ...files.map(({ id }) => ({ type: 'attachment.post', conversation, attachment: id })),
    ...[...cards, { type: 'order', order: 'E1' }].map((card) => ({ type: 'card.post', conversation, card })),
  ]);
  const inTalk = [...files.map(({ name }) => name), ...goods.filter((_, i) => i % 2 === 0), bought[0] ?? ''];
  await shows(shopper.page, [...inTalk, NAMES[0] ?? '']);
  expect(files.filter(({ name }) => /[<>"]/.test(name))).toEqual([]);

  // The console, from list to panel.
  await page.reload();
  await agent.isAtWork();
  const mine = SNIPPETS.slice(2 * BUYERS + 1, 3 * BUYERS);
  await shows(page, [
    look.name,
    look.zh[4] ?? '',
    NAMES[0] ?? '',
    ...customers.map(({ name }) => name),
    ...mine,
  ]);
  await page.getByRole('group', { name: '看哪些会话' }).getByRole('button', { name: '已结束' }).click();
  await shows(page, SNIPPETS.slice(BUYERS, 2 * BUYERS));
  await page.getByRole('group', { name: '看哪些会话' }).getByRole('button', { name: '我的' }).click();
  const panel = page.getByRole('complementary');
  const opened = await openOf(frame);
  const takesUp = async (i: number): Promise<void> => {
    const row = opened.find(({ buyer }) => buyer.id === customers[i]?.id)?.conversation ?? '';
    await page.locator(`[data-key="${row}"]`).getByRole('button').click();
    await expect(agent.composer).toBeVisible();
  };
  for (const i of [3, 2, 1]) {
    await takesUp(i);
    await panel.getByRole('tab', { name: '顾客' }).click();
    await panel.getByRole('button', { name: '显示' }).click();
    const words = [customers[i]?.name, contacts[BUYERS + i], SNIPPETS[BUYERS + i], look.name];
    await shows(
      page,
      words.filter((text) => text !== undefined),
    );
  }
  await panel.locator('.earlier').getByRole('button').first().click();
  await shows(page, [comments[1] ?? '', SNIPPETS[BUYERS + 1] ?? '', SNIPPETS[1] ?? '']);
  await page.keyboard.press('Escape');
  await takesUp(0);
  await shows(page, inTalk.slice(-5));
  await panel.getByRole('tab', { name: '订单' }).click();
  await shows(page, [...bought, ...goods]);
  await panel.getByRole('tab', { name: '短语' }).click();
  await shows(page, phrases);

  // What is found, picked, forbidden and called for.
  await page.keyboard.press('Control+k');
  const box = page.getByRole('dialog', { name: '查找会话和命令' });
  await box.getByRole('combobox').fill('script');
  await expect(box.getByRole('option')).not.toHaveCount(0);
  await shows(page, []);
  await page.keyboard.press('Escape');
  await agent.composer.pressSequentially('/evil1');
  await shows(page, [phrases[1] ?? '']);
  await agent.composer.fill('');
  await agent.composer.pressSequentially('#');
  await shows(page, [bought[0] ?? '']);
  await agent.composer.fill('');
  await page.keyboard.press('Alt+m');
  const note = page.locator('form.composer').getByRole('textbox', { name: '写给同事的备注' });
  await note.pressSequentially('@');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await shows(page, []);
  await note.fill('');
  await note.press('Escape');

  const forbidden = packed(
    50,
    PLAIN.filter((text) => !/\p{Cc}/u.test(text)),
  );
  const kept = (await (await admin.get('/api/v1/forbidden-phrases')).json()) as object;
  await told(admin, 'put', '/api/v1/forbidden-phrases', { phrases: forbidden });
  await page.reload();
  await agent.isAtWork();
  await takesUp(3);
  await agent.composer.fill(forbidden.slice(0, 60).join('\n'));
  await expect(page.locator('form.composer mark')).not.toHaveCount(0);
  await shows(page, forbidden.slice(0, 1));
  await agent.composer.fill('');
  await told(admin, 'put', '/api/v1/forbidden-phrases', kept);

  const colleague = await people.agent('trudy', guard.watches);
  const calls = { type: 'note.post', ref: newRef(), conversation, text: SNIPPETS[50], mentions: [mallory] };
  await sayAll(colleague.page.mainFrame(), '/ws/staff', AS_STAFF, [calls]);
  await expect(page.getByRole('status').filter({ hasText: NAMES[1] ?? '' })).toBeVisible();
  await shows(page, [NAMES[1] ?? '']);
  await colleague.page.setViewportSize({ width: 1440, height: 1400 });
  await colleague.page
    .getByRole('group', { name: '看哪些会话' })
    .getByRole('button', { name: '同事' })
    .click();
  await expect
    .poll(() => missingIn(colleague.page.mainFrame(), [NAMES[0] ?? '', ...mine]), { intervals: [100] })
    .toEqual([]);
  await guard.findsOnlyText(colleague.page);
  console.log(`${String(counted)} texts were looked for in their places, and found`);

  await closeAll(frame, () => null);
  await expect(agent.conversations).toHaveCount(0);
  await shop.looksHarmless();
  const { phrases: left } = (await (await admin.get('/api/v1/phrases')).json()) as {
    phrases: readonly { id: string; code: string }[];
  };
  await Promise.all(
    left
      .filter(({ code }) => code.startsWith('evil'))
      .map(({ id }) => told(admin, 'delete', `/api/v1/phrases/${id}`)),
  );
  await agent.goesHome();
  await colleague.goesHome();
  await shop.dismisses([mallory, trudy, ...others]);
  await server.stop();
});
