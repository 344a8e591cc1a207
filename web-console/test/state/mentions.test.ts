import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionedIn, pieces } from '@/state/mentions';

const STAFF = [{ name: '小青' }, { name: '小青青' }, { name: '小瓷' }];
const NAMES = STAFF.map(({ name }) => name);

test('names after an @ stand out, the longest that fits', () => {
  expect(pieces('请@小青青看看 @小瓷', NAMES)).toEqual([
    { text: '请', mention: false },
    { text: '@小青青', mention: true },
    { text: '看看 ', mention: false },
    { text: '@小瓷', mention: true },
  ]);
});

test('a name without an @ and an @ without a name are plain words', () => {
  expect(pieces('小青 @谁 a@b', NAMES)).toEqual([{ text: '小青 @谁 a@b', mention: false }]);
});

test('everybody named is mentioned, once', () => {
  expect(mentionedIn('@小瓷 @小瓷 @小青青', STAFF)).toEqual([{ name: '小青青' }, { name: '小瓷' }]);
  expect(mentionedIn('没有人', STAFF)).toEqual([]);
});

test('no word is lost', () => {
  const text = fc.array(fc.constantFrom('@', '小青', '小青青', 'x', ' ')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (said) => {
      expect(
        pieces(said, NAMES)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(said);
    }),
  );
});
