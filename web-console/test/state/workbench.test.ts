import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrameLogged } from '@/protocol/frames';
import {
  applyLogged,
  emptyWorkbench,
  forget,
  inOrder,
  topicsOf,
  withSnapshot,
  type Workbench,
} from '@/state/workbench';
import { ownLog, OWN } from './logs';

const fresh = (log: readonly FrameLogged[]): Workbench => log.reduce(applyLogged, emptyWorkbench);
const given = (seq: number, conversation: string, revision = 1): FrameLogged => ({
  type: 'event',
  topic: OWN,
  seq,
  id: `id-${String(seq)}`,
  ts: seq,
  event: {
    type: 'conversation.given',
    conversation,
    revision,
    shop: 'demo',
    group: 'presales',
    buyer: { id: 'b1', name: null },
    tier: null,
  },
});
const taken = (seq: number, conversation: string): FrameLogged => ({
  ...given(seq, conversation),
  event: { type: 'conversation.taken', conversation, reason: 'CLOSED' },
});
const said = (conversation: string, seq: number, author: string, ts: number): FrameLogged => ({
  type: 'event',
  topic: `c:${conversation}:buyer`,
  seq,
  id: `${conversation}-${String(seq)}`,
  ts,
  event: { type: 'message.posted', author, text: 'hello' },
});
const note = (conversation: string, seq: number): FrameLogged => ({
  ...said(conversation, seq, 'agent:mei', seq),
  topic: `c:${conversation}:staff`,
  event: { type: 'note.posted', author: 'agent:mei', text: 'secret', mentions: [] },
});
const ids = (bench: Workbench): readonly string[] => inOrder(bench).map(({ conversation }) => conversation);

test('what a stale workbench learns makes it equal to a fresh one', () => {
  fc.assert(
    fc.property(ownLog, fc.nat(), (log, at) => {
      const stale = fresh(log.slice(0, at % (log.length + 1)));
      expect(log.reduce(applyLogged, stale)).toEqual(fresh(log));
    }),
  );
});

test('what was given and not taken since is mine', () => {
  fc.assert(
    fc.property(ownLog, (log) => {
      const mine = new Set<string>();
      for (const { event } of log) {
        if (event.type === 'conversation.given') {
          mine.add(event.conversation);
        } else if (event.type === 'conversation.taken') {
          mine.delete(event.conversation);
        }
      }
      expect(new Set(fresh(log).roster.cards.keys())).toEqual(mine);
    }),
  );
});

test('a conversation that is given again has the newer revision', () => {
  const bench = fresh([given(1, 'a', 2), taken(2, 'a'), given(3, 'a', 5)]);
  expect(bench.roster.cards.get('a')?.revision).toBe(5);
});

test('who waits longest comes first, then who was spoken with last', () => {
  const bench = fresh([
    given(1, 'answered-early'),
    given(2, 'waits-shorter'),
    given(3, 'answered-late'),
    given(4, 'waits-longer'),
    said('answered-early', 1, 'agent:mei', 100),
    said('waits-shorter', 1, 'buyer', 90),
    said('answered-late', 1, 'agent:mei', 200),
    said('waits-longer', 1, 'buyer', 50),
  ]);
  expect(ids(bench)).toEqual(['waits-longer', 'waits-shorter', 'answered-late', 'answered-early']);
});

test('a snapshot fills in what the log no longer tells, and the log knows better', () => {
  const card = (conversation: string, revision: number) => ({
    conversation,
    revision,
    shop: 'demo',
    group: 'presales',
    buyer: { id: 'b1', name: null },
    tier: null,
  });
  const bench = withSnapshot(fresh([given(7, 'a', 9), given(8, 'b'), taken(9, 'b')]), [
    card('a', 1),
    card('b', 1),
    card('old', 3),
  ]);
  expect(new Set(ids(bench))).toEqual(new Set(['a', 'old']));
  expect(bench.roster.cards.get('a')?.revision).toBe(9);
});

test('each conversation is followed for both audiences', () => {
  expect(topicsOf(fresh([given(1, 'a')]))).toEqual(['c:a:buyer', 'c:a:staff']);
});

test('notes stand apart from what the buyer sees, each once', () => {
  const bench = fresh([given(1, 'a'), note('a', 1), note('a', 1), note('a', 2)]);
  expect(bench.notes.get('a')).toEqual([note('a', 1), note('a', 2)]);
  expect(bench.talks.get('a')).toBeUndefined();
});

test('a topic that comes anew is forgotten, and no other', () => {
  const bench = fresh([given(1, 'a'), said('a', 1, 'buyer', 1), note('a', 1)]);
  expect(forget(bench, 'c:a:buyer').talks.get('a')?.lines).toEqual([]);
  expect(forget(bench, 'c:a:buyer').notes).toEqual(bench.notes);
  expect(forget(bench, 'c:a:staff').notes.get('a')).toEqual([]);
  expect(ids(forget(bench, OWN))).toEqual([]);
});

test('the own state is the one that was told last', () => {
  const online: FrameLogged = {
    ...given(1, 'a'),
    event: {
      type: 'availability.changed',
      state: 'ONLINE',
      since: 0,
      until: null,
      reason: null,
      away: null,
    },
  };
  expect(fresh([online]).availability.state).toBe('ONLINE');
});
