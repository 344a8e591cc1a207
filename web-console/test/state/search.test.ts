import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf, fold, score } from '@/state/search';

const find = (query: string, ...texts: string[]) => bestOf(query, texts, (text) => [text]);

test('what was looked for is found in any case, any width and with any spaces', () => {
  expect(fold('Ｈello　World')).toBe('helloworld');
  expect(find('ＸＤ2026', '订单 XD 2026 0001')).toEqual(['订单 XD 2026 0001']);
});

test('Chinese is found by any of its characters in their order', () => {
  expect(find('退流程', '退货流程', '流程退', '退款')).toEqual(['退货流程']);
  expect(score('程流', '退货流程')).toBeUndefined();
});

test('a whole text comes before a start, a start before a word, a word before the inside of one', () => {
  expect(find('line', 'beeline', 'go line', 'lines', 'line')).toEqual([
    'line',
    'lines',
    'go line',
    'beeline',
  ]);
});

test('the closer the characters stand the better', () => {
  expect(find('ab', 'a123b', 'a1b')).toEqual(['a1b', 'a123b']);
});

test('the first of several texts counts most', () => {
  const things = [
    { name: 'x', also: 'tea' },
    { name: 'tea', also: 'x' },
  ];
  expect(bestOf('tea', things, ({ name, also }) => [name, also]).map(({ name }) => name)).toEqual([
    'tea',
    'x',
  ]);
});

test('every part of a text finds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, from, length) => {
      const part = text.slice(from % (text.length + 1)).slice(0, length);
      expect(score(part, part)).toBeDefined();
      fc.pre(fold(text).includes(fold(part)));
      expect(score(part, text)).toBeGreaterThan(0);
    }),
  );
});

test('without a query everything is there, in its order', () => {
  expect(find('', 'b', 'a')).toEqual(['b', 'a']);
  expect(find('  ', 'b', 'a')).toEqual(['b', 'a']);
});
