import { expect, test } from 'vitest';
import { LOOK_MS, looked, lookedAt, readLook, type Looks } from '@/state/looks';

const none: Looks = new Map();
const look = (tab: string, ...places: string[]) => ({ tab, places, asks: false });

test('what any tab looks at is looked at', () => {
  const looks = looked(looked(none, look('one', 'a'), 0), look('two', 'b', 'queue'), 0);
  expect(lookedAt(looks, 1)).toEqual(new Set(['a', 'b', 'queue']));
});

test('a tab that turns away or dies no longer looks', () => {
  const looks = looked(none, look('one', 'a'), 0);
  expect(lookedAt(looked(looks, look('one'), 5), 6)).toEqual(new Set());
  expect(lookedAt(looks, LOOK_MS - 1)).toEqual(new Set(['a']));
  expect(lookedAt(looks, LOOK_MS)).toEqual(new Set());
});

test('only looks are read', () => {
  expect(readLook({ tab: 't', places: ['a', 3], asks: true })).toEqual({
    tab: 't',
    places: ['a'],
    asks: true,
  });
  for (const strange of [null, 'a', {}, { tab: 1, places: [] }, { tab: 't', places: 'a' }]) {
    expect(readLook(strange)).toBeUndefined();
  }
});
