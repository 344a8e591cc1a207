import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrameLogged } from '@/protocol/frames';
import {
  applyEvent,
  applySignal,
  emptyTranscript,
  failed,
  isTyping,
  posted,
  restarted,
  unread,
  waitingSince,
  type Transcript,
} from '@/state/transcript';
import { talkLog, TOPIC } from './logs';

const fresh = (log: readonly FrameLogged[]): Transcript => log.reduce(applyEvent, emptyTranscript);
const said = (seq: number, author: string): FrameLogged => ({
  type: 'event',
  topic: TOPIC,
  seq,
  id: `id-${String(seq)}`,
  ts: seq * 1000,
  event: { type: 'message.posted', author, text: 'hello' },
});

test('what a stale screen learns makes it equal to a fresh one', () => {
  fc.assert(
    fc.property(talkLog, fc.nat(), (log, at) => {
      const stale = fresh(log.slice(0, at % (log.length + 1)));
      expect(log.reduce(applyEvent, stale)).toEqual(fresh(log));
    }),
  );
});

test('events told again change nothing', () => {
  fc.assert(
    fc.property(talkLog, fc.array(fc.nat()), (log, again) => {
      const told = log.flatMap((logged, i) => {
        const repeats = again.filter((n) => n % log.length <= i).map((n) => log[n % log.length] ?? logged);
        return [logged, ...repeats];
      });
      expect(fresh(told)).toEqual(fresh(log));
    }),
  );
});

test('nothing is ever mutated', () => {
  fc.assert(
    fc.property(talkLog, (log) => {
      const freeze = (talk: Transcript): Transcript => {
        Object.freeze(talk.lines);
        Object.freeze(talk.pending);
        Object.freeze(talk.unanswered);
        return Object.freeze(talk);
      };
      const frozen = log.reduce(
        (talk, logged) => freeze(applyEvent(talk, Object.freeze(logged))),
        freeze(emptyTranscript),
      );
      expect(frozen).toEqual(fresh(log));
    }),
  );
});

test('a bubble on its way becomes the event of the same id', () => {
  const pending = { ref: 'id-2', text: 'hello', madeAt: 1, failed: null };
  const waiting = posted(fresh([said(1, 'buyer')]), pending);
  expect(waiting.pending).toEqual([pending]);
  const arrived = applyEvent(waiting, said(2, 'buyer'));
  expect(arrived.pending).toEqual([]);
  expect(arrived.lines).toHaveLength(2);
  expect(posted(arrived, pending).pending).toEqual([]);
});

test('a bubble outlives a log that comes anew, and says why it was refused', () => {
  const pending = { ref: 'mine', text: 'hello', madeAt: 1, failed: null };
  const again = restarted(posted(fresh([said(1, 'buyer')]), pending));
  expect(again.lines).toEqual([]);
  expect(failed(again, 'mine', 'CLOSED').pending).toEqual([{ ...pending, failed: 'CLOSED' }]);
});

test('marks only grow', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ read: fc.boolean(), seq: fc.nat(100) })), (marks) => {
      const talk = marks.reduce(
        (before, { read, seq }) =>
          applySignal(before, { type: read ? 'read' : 'received', author: 'buyer', seq }, 0),
        emptyTranscript,
      );
      const most = (wanted: boolean) =>
        Math.max(0, ...marks.filter(({ read }) => read || !wanted).map(({ seq }) => seq));
      expect(talk.buyerMarks).toEqual({ received: most(false), read: most(true) });
    }),
  );
});

test('a buyer waits from the first word after an answer, and an automatic reply is no answer', () => {
  const talk = fresh([
    said(1, 'buyer'),
    said(2, 'agent:mei'),
    said(3, 'buyer'),
    said(4, 'desk'),
    said(5, 'buyer'),
  ]);
  expect(waitingSince(talk)).toBe(3000);
  expect(unread(talk)).toBe(2);
  expect(unread(applySignal(talk, { type: 'read', author: 'agent:mei', seq: 3 }, 0))).toBe(1);
  expect(waitingSince(applyEvent(talk, said(6, 'agent:mei')))).toBeUndefined();
});

test('typing ends by itself, and with the word that was typed', () => {
  const talk = applySignal(emptyTranscript, { type: 'typing', author: 'buyer' }, 1000);
  const byBuyer = (author: string) => author === 'buyer';
  expect(isTyping(talk, byBuyer, 1001)).toBe(true);
  expect(isTyping(talk, byBuyer, 6000)).toBe(false);
  expect(isTyping(applyEvent(talk, said(1, 'buyer')), byBuyer, 1001)).toBe(false);
});

test('a place in the queue is shown only while nobody serves', () => {
  const place = { type: 'queue.position', position: 3, onDuty: 1, estimateSeconds: null } as const;
  expect(applySignal(emptyTranscript, place, 0).queue).toEqual(place);
  const served = applyEvent(emptyTranscript, {
    ...said(1, 'buyer'),
    event: { type: 'conversation.assigned', agent: { id: 'mei', name: '小美' } },
  });
  expect(applySignal(served, place, 0).queue).toBeNull();
});

test('who takes a conversation over has it, and what was asked stays asked', () => {
  const transferred: FrameLogged = {
    ...said(2, 'buyer'),
    event: { type: 'conversation.transferred', agent: { id: 'li', name: '小李' } },
  };
  const talk = fresh([said(1, 'buyer'), transferred]);
  expect(talk.agent?.id).toBe('li');
  expect(waitingSince(talk)).toBe(1000);
});
