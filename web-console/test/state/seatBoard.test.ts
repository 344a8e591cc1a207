import { expect, test } from 'vitest';
import type { ForSupervisors, FrameLogged } from '@/protocol/frames';
import { readSeats, readTimeline } from '@/protocol/seats';
import { clock, lengthOfTime } from '@/state/clock';
import { boundsOf, dayAt, segmentsOf, totalsOf } from '@/state/dayBar';
import { applyToBoard, emptyBoard, seatsInOrder, toDo, withSeats } from '@/state/seatBoard';

const NOW = 1_000_000;
const seat = (agent: string, state: string, until: number | null = null, since = NOW - 5000) => ({
  agent,
  name: agent,
  role: 'AGENT',
  groups: ['presale'],
  state,
  since,
  until,
  load: 1,
  cap: 5,
  unanswered: 0,
});
const logged = (event: ForSupervisors, seq = 1): FrameLogged => ({
  type: 'event',
  topic: 'd:demo:supervisors',
  seq,
  id: `e${String(seq)}`,
  ts: NOW,
  event,
});
const board = withSeats(
  emptyBoard,
  readSeats([
    seat('a', 'ONLINE'),
    seat('b', 'OFFLINE'),
    seat('c', 'ON_BREAK', NOW + 1000),
    seat('d', 'HUNG_UP', NOW - 1000),
    seat('e', 'OVERDUE', null, NOW - 9000),
  ]) ?? [],
);
const names = (of = board): string =>
  seatsInOrder(of, NOW)
    .map(({ agent }) => agent)
    .join('');

test('who is late comes first, the longest before all', () => {
  expect(names()).toBe('edcab');
  expect(toDo(board, NOW)).toBe(2);
});

test('a newer state moves a seat, an older one changes nothing', () => {
  const changed = {
    type: 'agent.changed',
    agent: 'a',
    name: 'a',
    state: 'HUNG_UP',
    until: null,
    reason: '取件',
  } as const;
  const moved = applyToBoard(board, logged({ ...changed, since: NOW }));
  expect(moved.seats.get('a')).toMatchObject({ state: 'HUNG_UP', since: NOW, reason: '取件', load: 1 });
  expect(applyToBoard(board, logged({ ...changed, since: NOW - 6000 }))).toBe(board);
  const overdue = applyToBoard(
    moved,
    logged({ type: 'agent.overdue', agent: 'a', name: 'a', since: NOW + 1 }),
  );
  expect(overdue.seats.get('a')?.state).toBe('OVERDUE');
});

test('a request stands until it is decided, told once or twice', () => {
  const ask: ForSupervisors = {
    type: 'time.asked',
    request: 'r1',
    agent: 'a',
    name: 'a',
    minutes: 20,
    reason: '就医',
  };
  const asked = applyToBoard(applyToBoard(board, logged(ask)), logged(ask));
  expect(asked.requests).toHaveLength(1);
  expect(toDo(asked, NOW)).toBe(3);
  const decided = {
    type: 'time.decided',
    request: 'r1',
    agent: 'a',
    granted: true,
    minutes: 20,
    by: 'chen',
    note: null,
  } as const;
  expect(applyToBoard(asked, logged(decided)).requests).toEqual([]);
});

test('a day is cut at midnight, and what lasts ends now', () => {
  const bounds = boundsOf('2026-11-27');
  const hour = 3_600_000;
  const intervals =
    readTimeline([
      { state: 'OFFLINE', from: bounds.start - hour, to: bounds.start + 6 * hour, by: 'desk' },
      { state: 'ONLINE', from: bounds.start + 6 * hour, to: null, by: 'agent:qing' },
    ]) ?? [];
  const now = bounds.start + 12 * hour;
  expect(dayAt(now)).toBe('2026-11-27');
  expect(segmentsOf(intervals, bounds, now).map(({ from, width }) => [from, width])).toEqual([
    [0, 25],
    [25, 25],
  ]);
  expect(totalsOf(intervals, bounds, now)).toEqual([
    ['OFFLINE', 6 * hour],
    ['ONLINE', 6 * hour],
  ]);
});

test('clocks and lengths read as people say them', () => {
  expect([clock(245_000), clock(3_729_000), clock(-5)]).toEqual(['4:05', '1:02:09', '0:00']);
  expect(lengthOfTime(59_000)).toEqual({ word: 'seconds', seconds: 59 });
  expect(lengthOfTime(90 * 60_000)).toEqual({ word: 'hours', hours: 1, minutes: 30 });
});
