import { expect, test } from 'vitest';
import type { ForBuyer, FrameLogged } from '@/protocol/frames';
import { MOST_TOLD, readRegistrations, type Registration } from '@/protocol/registrations';
import { newsOf, openIn, questionOf, withoutRegistration, type OpenLists } from '@/state/registrations';
import { applyEvent, emptyTranscript } from '@/state/transcript';
import { applyLogged, emptyWorkbench, forget } from '@/state/workbench';
import { logged, OWN } from './logs';

const row = (id: string, group: string, at: number): Registration => ({
  id,
  group,
  at,
  shop: 'demo',
  by: { id: 'qing', name: '小青' },
  question: '发票呢',
  contact: null,
});
const told = (seq: number, registration: string, group = 'aftersales') => ({
  seq,
  registration,
  group,
  shop: 'demo',
  by: 'qing',
  question: '发票呢',
});
const listed = (asOf: number, ...rows: readonly Registration[]): OpenLists =>
  new Map([['aftersales', { rows, asOf }]]);

test('the desk tells of a question once, and all of them anew with the log', () => {
  const event: FrameLogged = {
    type: 'event',
    topic: OWN,
    seq: 4,
    id: 'id-4',
    ts: 4,
    event: {
      type: 'registered.for',
      registration: 'r1',
      shop: 'demo',
      group: 'aftersales',
      by: 'qing',
      question: '发票呢',
    },
  };
  const bench = applyLogged(applyLogged(emptyWorkbench, event), event);
  expect(bench.registered).toEqual([told(4, 'r1')]);
  expect(forget(bench, OWN).registered).toEqual([]);
});

test('the oldest of all groups come first', () => {
  const lists: OpenLists = new Map([
    ['a', { rows: [row('1', 'a', 10), row('3', 'a', 30)], asOf: 0 }],
    ['b', { rows: [row('2', 'b', 20)], asOf: 0 }],
    ['c', { rows: [row('4', 'c', 5)], asOf: 0 }],
  ]);
  expect(openIn(lists, ['a', 'b', 'unknown']).map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(openIn(withoutRegistration(lists, row('1', 'a', 10)), ['a']).map(({ id }) => id)).toEqual(['3']);
});

test('what was looked at, or seen to by a colleague, is no news', () => {
  const both = [told(3, 'r3'), told(7, 'r7')];
  const news = (seenTo: number, lists: OpenLists) => newsOf(both, seenTo, lists).map(({ seq }) => seq);
  const open = listed(7, row('r3', 'aftersales', 1), row('r7', 'aftersales', 2));
  expect(news(0, new Map())).toEqual([]);
  expect(news(0, open)).toEqual([3, 7]);
  expect(news(3, open)).toEqual([7]);
  expect(news(0, listed(7, row('r7', 'aftersales', 2)))).toEqual([7]);
  expect(news(0, listed(7))).toEqual([]);
});

test('a list that is older than the news, or cut off, does not know of them', () => {
  expect(newsOf([told(7, 'r7')], 0, listed(6))).toHaveLength(1);
  const full = Array.from({ length: MOST_TOLD }, (_, i) => row(`x${String(i)}`, 'aftersales', i));
  expect(newsOf([told(7, 'r7')], 0, listed(9, ...full))).toHaveLength(1);
});

test('a question begins with what the buyer said last, with nothing secret in it', () => {
  const says = (author: 'buyer' | 'desk' | 'agent:qing', text: string): ForBuyer => ({
    type: 'message.posted',
    author,
    text,
  });
  const talk = [says('buyer', '在吗'), says('buyer', '打我电话 13812345678'), says('agent:qing', '好的')]
    .map((event, i) => logged(i + 1, event))
    .reduce(applyEvent, emptyTranscript);
  expect(questionOf(talk)).toBe('打我电话 138****5678');
  expect(questionOf(emptyTranscript)).toBe('');
  const long = applyEvent(emptyTranscript, logged(1, says('buyer', '🍵'.repeat(600))));
  expect(questionOf(long)).toBe('🍵'.repeat(500));
});

test('what is not as agreed is no registration', () => {
  const good = { id: 'r1', shop: 'demo', group: 'g', by: { id: 'q', name: '小青' }, question: '?', at: 1 };
  expect(readRegistrations([good, { ...good, at: null }, { ...good, by: null }])).toEqual([
    { ...good, contact: null },
  ]);
  expect(readRegistrations({ rows: [] })).toBeUndefined();
});
