import { expect, test } from 'vitest';
import type { FrameLogged } from '@/protocol/frames';
import {
  applyLogged,
  applySignalled,
  asOne,
  droppedFrom,
  earlierThan,
  emptyVisit,
  entered,
  failedWith,
  lastClosed,
  openConversation,
  postedIn,
  ratingOf,
  speaksToBuyer,
  startedWith,
  unreadByBuyer,
  withEarlier,
} from '@/state/visit';

const event = (
  conversation: string,
  seq: number,
  what: FrameLogged['event'],
  id = `${conversation}-${String(seq)}`,
): FrameLogged => ({
  type: 'event',
  topic: `c:${conversation}:buyer`,
  seq,
  id,
  ts: seq,
  event: what,
});
const said = (conversation: string, seq: number, author: string, id?: string): FrameLogged =>
  event(conversation, seq, { type: 'message.posted', author, text: 'hello' }, id);
const closed = (conversation: string, seq: number): FrameLogged =>
  event(conversation, seq, { type: 'conversation.closed', by: 'agent:mei', ratingAsked: false });
const pending = { ref: 'mine', text: 'hello', madeAt: 1, failed: null };

test('first words are shown at once and become the event of the same id', () => {
  const waiting = startedWith(emptyVisit, pending);
  expect(asOne(waiting).pending).toEqual([pending]);
  const visit = applyLogged(entered(waiting, 'a'), said('a', 1, 'buyer', 'mine'));
  expect(asOne(visit).pending).toEqual([]);
  expect(asOne(visit).lines).toHaveLength(1);
});

test('after a close the next word begins a new conversation, shown below the old one', () => {
  const first = [said('a', 1, 'buyer'), closed('a', 2)].reduce(applyLogged, entered(emptyVisit, 'a'));
  expect(openConversation(first)).toBeUndefined();
  const second = [said('b', 1, 'buyer'), said('b', 2, 'agent:mei')].reduce(applyLogged, entered(first, 'b'));
  expect(openConversation(second)).toBe('b');
  expect(asOne(second).lines.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'b-1', 'b-2']);
  expect(asOne(second).closed).toBe(false);
});

test('a refused word says so wherever it stands, and can be dropped', () => {
  const visit = postedIn(startedWith(entered(emptyVisit, 'a'), pending), 'a', { ...pending, ref: 'other' });
  const both = failedWith(failedWith(visit, 'mine', 'TEXT_TOO_LONG'), 'other', 'CLOSED');
  expect(asOne(both).pending.map(({ failed }) => failed)).toEqual(['CLOSED', 'TEXT_TOO_LONG']);
  expect(asOne(droppedFrom(droppedFrom(both, 'mine'), 'other')).pending).toEqual([]);
});

test('words of the desk are unread until the buyer looked', () => {
  const visit = [said('a', 1, 'buyer'), said('a', 2, 'agent:mei'), said('a', 3, 'desk')].reduce(
    applyLogged,
    entered(emptyVisit, 'a'),
  );
  expect(unreadByBuyer(visit)).toBe(2);
  const signal = { type: 'read', author: 'buyer', seq: 2 } as const;
  expect(unreadByBuyer(applySignalled(visit, { type: 'signal', topic: 'c:a:buyer', signal }, 0))).toBe(1);
});

const opened = (conversation: string, previous: string | null): FrameLogged =>
  event(conversation, 1, {
    type: 'conversation.opened',
    shop: 'demo',
    group: 'g',
    buyer: { id: 'b1', name: null },
    previous,
    about: null,
  });

test('what lies before is asked for page by page, and then in the conversation before', () => {
  expect(earlierThan(emptyVisit)).toBeUndefined();
  const late = [said('b', 3, 'buyer'), said('b', 4, 'desk')].reduce(applyLogged, entered(emptyVisit, 'b'));
  expect(earlierThan(late)).toEqual({ conversation: 'b', before: 3 });
  const whole = withEarlier(late, 'b', [opened('b', 'a'), said('b', 2, 'buyer'), said('b', 3, 'buyer')]);
  expect(asOne(whole).lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(earlierThan(whole)).toEqual({ conversation: 'a', before: null });
  const both = withEarlier(whole, 'a', [opened('a', null), said('a', 2, 'buyer'), closed('a', 3)]);
  expect(asOne(both).lines.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3', 'b-1', 'b-2', 'b-3', 'b-4']);
  expect(openConversation(both)).toBe('b');
  expect(earlierThan(both)).toBeUndefined();
});

test('a conversation of which nothing is there yet is not taken for an open one', () => {
  expect(openConversation(entered(emptyVisit, 'a'))).toBeUndefined();
});

test('the next conversation follows the last one that is closed', () => {
  const visit = [said('a', 1, 'buyer'), closed('a', 2)].reduce(applyLogged, entered(emptyVisit, 'a'));
  expect(lastClosed(emptyVisit)).toBeUndefined();
  expect(lastClosed(entered(visit, 'b'))).toBe('a');
});

test('a rating is asked for after the close, for a day, if somebody had answered, and once', () => {
  const day = 24 * 60 * 60 * 1000;
  const talk = [said('a', 1, 'buyer'), said('a', 2, 'agent:mei')].reduce(
    applyLogged,
    entered(emptyVisit, 'a'),
  );
  const ended = (ratingAsked: boolean) =>
    applyLogged(talk, event('a', 3, { type: 'conversation.closed', by: 'agent:mei', ratingAsked }));
  expect(ratingOf(talk, 3).kind).toBe('none');
  expect(ratingOf(ended(false), 3).kind).toBe('none');
  expect(ratingOf(ended(true), 3).kind).toBe('asked');
  expect(ratingOf(ended(true), 3 + day).kind).toBe('none');
  const rated = applyLogged(
    ended(true),
    event('a', 4, { type: 'conversation.rated', stars: 4, comment: null }),
  );
  expect(ratingOf(rated, 4)).toEqual({ kind: 'given', stars: 4 });
});

test('files and cards speak to the buyer, too', () => {
  const file = { id: 'f', name: 'cup.png', mime: 'image/png', size: 1, width: 1, height: 1 };
  const posted = event('a', 1, { type: 'attachment.posted', author: 'agent:mei', attachment: file });
  expect(speaksToBuyer(posted.event)).toBe('agent:mei');
  expect(unreadByBuyer(applyLogged(entered(emptyVisit, 'a'), posted))).toBe(1);
  expect(speaksToBuyer(said('a', 1, 'buyer').event)).toBeUndefined();
  expect(speaksToBuyer(closed('a', 1).event)).toBeUndefined();
});
