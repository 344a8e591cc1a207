import { expect, test } from 'vitest';
import type { AvailabilityState, ForAgent, FrameLogged } from '@/protocol/frames';
import {
  applyToAvailability,
  countdownOf,
  isOverdue,
  offline,
  type Availability,
} from '@/state/availability';
import { OWN } from './logs';

const MINUTE = 60_000;

const told = (...events: readonly ForAgent[]): Availability =>
  events
    .map((event, i): FrameLogged => ({
      type: 'event',
      topic: OWN,
      seq: i + 1,
      id: `id-${String(i)}`,
      ts: 0,
      event,
    }))
    .reduce(applyToAvailability, offline);
const changed = (
  state: AvailabilityState,
  since: number,
  minutes: number | null,
): Extract<ForAgent, { readonly type: 'availability.changed' }> => ({
  type: 'availability.changed',
  state,
  since,
  until: minutes === null ? null : since + minutes * MINUTE,
  reason: null,
  away: null,
});

test('ten minutes hung up are calm, soon over from 8:00 on, and too long from 10:00 on', () => {
  const hungUp = told(changed('HUNG_UP', 0, 10));
  const at = (minutes: number) => countdownOf(hungUp, minutes * MINUTE);
  expect(at(0)).toEqual({ level: 'calm', ms: 10 * MINUTE });
  expect(at(7.9)?.level).toBe('calm');
  expect(at(8)).toEqual({ level: 'soon', ms: 2 * MINUTE });
  expect(at(10)).toEqual({ level: 'over', ms: 0 });
  expect(at(11)).toEqual({ level: 'over', ms: MINUTE });
  expect(isOverdue(hungUp, 9.9 * MINUTE)).toBe(false);
});

test('the warning of the desk counts, whenever it comes', () => {
  const warned = told(changed('HUNG_UP', 0, 10), { type: 'availability.warned', until: 10 * MINUTE });
  expect(countdownOf(warned, MINUTE)?.level).toBe('soon');
  expect(told(changed('HUNG_UP', 0, 10), changed('ONLINE', 1, null)).warned).toBe(false);
});

test('overdue is counted up from its begin, and only a new state ends it', () => {
  const overdue = told(changed('HUNG_UP', 0, 10), changed('OVERDUE', 10 * MINUTE, 2));
  expect(countdownOf(overdue, 13 * MINUTE)).toEqual({ level: 'over', ms: 3 * MINUTE });
  expect(countdownOf(told(changed('ONLINE', 0, null)), MINUTE)).toBeNull();
});

test('who stands in line for a break moves up, is called, and has left the line when it begins', () => {
  const waiting = (position: number): ForAgent => ({ type: 'break.waiting', position });
  expect(told(waiting(2), waiting(1)).rest).toEqual({ position: 1, readyUntil: null });
  const called = told(waiting(1), { type: 'break.ready', until: 99 });
  expect(called.rest).toEqual({ position: 0, readyUntil: 99 });
  expect(told(waiting(1), { type: 'break.ready', until: 99 }, waiting(0)).rest.readyUntil).toBeNull();
  expect(told(waiting(1), { type: 'break.ready', until: 99 }, changed('ON_BREAK', 0, 30)).rest).toEqual({
    position: 0,
    readyUntil: null,
  });
});

test('what was granted is there until it is made use of', () => {
  const granted: ForAgent = {
    type: 'time.decided',
    request: 'r',
    agent: 'qing',
    granted: true,
    minutes: 5,
    by: 'chen',
    note: null,
  };
  expect(told(changed('ONLINE', 0, null), granted).decided).toMatchObject({ seq: 2, minutes: 5 });
  expect(told(granted, changed('HUNG_UP', 0, 15)).decided).toBeNull();
});
