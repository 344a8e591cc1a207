import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent, emptyTranscript, hasOlder, waitingSince, withOlder } from '@/state/transcript';
import { itemsOf } from '@/ui/items';
import { logged, talkLog } from './logs';

const said = (seq: number, author: string) =>
  logged(seq, { type: 'message.posted', author, text: `word ${String(seq)}` });

test('the newest events with the older pages before them are the whole log', () => {
  fc.assert(
    fc.property(talkLog, fc.nat(), fc.integer({ min: 1, max: 7 }), (log, at, size) => {
      const whole = log.reduce(applyEvent, emptyTranscript);
      let talk = log.slice(at % log.length).reduce(applyEvent, emptyTranscript);
      while (hasOlder(talk)) {
        const before = (talk.lines[0]?.seq ?? 1) - 1;
        talk = withOlder(talk, log.slice(Math.max(0, before - size), before));
      }
      expect(talk.lines).toEqual(whole.lines);
      expect(talk.unanswered).toEqual(whole.unanswered);
      expect([talk.buyer, talk.group]).toEqual([whole.buyer, whole.group]);
    }),
  );
});

test('a page that comes twice changes nothing', () => {
  const talk = withOlder([said(3, 'buyer')].reduce(applyEvent, emptyTranscript), [
    said(1, 'buyer'),
    said(2, 'buyer'),
  ]);
  expect(withOlder(talk, [said(1, 'buyer'), said(2, 'buyer')])).toBe(talk);
});

test('what was taken back is gone from the screen, and its buyer no longer waits for an answer to it', () => {
  const talk = [said(1, 'buyer'), logged(2, { type: 'message.recalled', author: 'buyer', seq: 1 })].reduce(
    applyEvent,
    emptyTranscript,
  );
  expect(JSON.stringify(talk.lines)).not.toContain('word 1');
  expect(waitingSince(talk)).toBeUndefined();
  expect(itemsOf(talk, 'agent').flatMap((item) => (item.kind === 'turn' ? [item.words] : []))).toEqual([
    'withdrawn',
  ]);
  expect(itemsOf(talk, 'buyer').flatMap((item) => (item.kind === 'turn' ? [item.words] : []))).toEqual([
    'withdrawnByMe',
  ]);
});

test('who reads the log later sees the same as who saw it live', () => {
  const live = [said(1, 'buyer'), logged(2, { type: 'message.recalled', author: 'buyer', seq: 1 })];
  const later = [
    { ...said(1, 'buyer'), event: { type: 'message.withdrawn' as const, author: 'buyer' } },
    live[1] ?? said(2, 'buyer'),
  ];
  expect(later.reduce(applyEvent, emptyTranscript).lines).toEqual(
    live.reduce(applyEvent, emptyTranscript).lines,
  );
});
