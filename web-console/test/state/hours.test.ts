import { expect, test } from 'vitest';
import type { Hours } from '@/protocol/rules';
import { dateTroubles, spanTroubles, standing } from '@/state/hours';
import { copied, hoursFormOf, hoursOf, hoursTroubles, withOneMore } from '@/state/hoursForm';
import { plainRules } from './rules';

const day = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '22:00' },
];
const hours: Hours = {
  zone: 'Asia/Shanghai',
  week: {
    MONDAY: day,
    TUESDAY: day,
    WEDNESDAY: day,
    THURSDAY: day,
    FRIDAY: [{ from: '20:00', to: '02:00' }],
  },
  exceptions: [{ date: '2026-10-01', spans: [], name: '国庆节' }],
};
/** Of Shanghai's clocks. */
const at = (time: string): number => Date.parse(`${time}:00+08:00`);

test('a span more than one in a day, and the time between them', () => {
  expect(standing(hours, at('2026-11-26T11:59'))).toMatchObject({
    open: true,
    turnsAt: at('2026-11-26T12:00'),
  });
  expect(standing(hours, at('2026-11-26T12:00'))).toMatchObject({
    open: false,
    turnsAt: at('2026-11-26T14:00'),
  });
  expect(standing(hours, at('2026-11-26T23:00'))).toMatchObject({
    open: false,
    turnsAt: at('2026-11-27T20:00'),
  });
});

test('a night belongs to the day it begins on', () => {
  expect(standing(hours, at('2026-11-28T01:59'))).toMatchObject({
    open: true,
    turnsAt: at('2026-11-28T02:00'),
  });
  // Saturday and Sunday are not named: closed until Monday.
  expect(standing(hours, at('2026-11-28T02:00'))).toMatchObject({
    open: false,
    turnsAt: at('2026-11-30T09:00'),
  });
});

test('a holiday holds instead of its day of the week', () => {
  expect(standing(hours, at('2026-10-01T10:00'))).toEqual({
    open: false,
    turnsAt: at('2026-10-02T20:00'),
    exception: '国庆节',
  });
});

test('an empty week never closes, a week of empty days never opens', () => {
  const always = { zone: 'Asia/Shanghai', week: {}, exceptions: [] };
  expect(standing(always, at('2026-11-26T03:00'))).toEqual({ open: true, turnsAt: null, exception: null });
  const never = { ...always, week: { MONDAY: [] } };
  expect(standing(never, at('2026-11-26T03:00'))).toEqual({ open: false, turnsAt: null, exception: null });
  const holiday = { ...always, exceptions: [{ date: '2026-12-24', spans: [], name: '' }] };
  expect(standing(holiday, at('2026-11-26T03:00')).turnsAt).toBe(at('2026-12-24T00:00'));
});

test('what is wrong is told by its place', () => {
  expect([...spanTroubles([...day, { from: '21:00', to: '23:00' }, { from: '', to: '08:00' }])]).toEqual([
    [2, 'overlap'],
    [3, 'time'],
  ]);
  const days = ['2026-10-01', '2026-02-30', '2026-10-01'].map((date) => ({ date, spans: [], name: '' }));
  expect([...dateTroubles(days)]).toEqual([
    [1, 'date'],
    [2, 'twice'],
  ]);
});

test('the form gives back what it was made of, and an empty week a usual one to begin with', () => {
  const rules = { ...plainRules, hours };
  const form = hoursFormOf(rules);
  expect(hoursOf(form)).toEqual({ ...hours, week: { ...hours.week, SATURDAY: [], SUNDAY: [] } });
  expect(hoursTroubles(form)).toBe(0);
  expect(hoursTroubles({ ...form, zone: 'Asia/Nowhere' })).toBe(1);
  expect(copied(form, 'MONDAY', ['FRIDAY', 'SATURDAY']).week).toMatchObject({
    FRIDAY: day,
    SATURDAY: day,
    SUNDAY: [],
  });
  const fresh = hoursFormOf(plainRules);
  expect(fresh.always).toBe(true);
  expect(hoursOf(fresh).week).toEqual({});
  expect(fresh.week.MONDAY).toEqual([{ from: '09:00', to: '22:00' }]);
  expect(withOneMore(day).at(-1)).toEqual({ from: '22:00', to: '23:00' });
});
