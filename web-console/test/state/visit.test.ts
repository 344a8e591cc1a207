import { expect, test } from 'vitest';
import type { FrameLogged } from '@/protocol/frames';
import {
  applyLogged,
  applySignalled,
  asOne,
  droppedFrom,
  emptyVisit,
  entered,
  failedWith,
  openConversation,
  postedIn,
  startedWith,
  unreadByBuyer,
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
