import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, offencesOf } from '@/state/forbidden';

const find = offencesOf(['不知道', 'Shut Up']);
const bad = (text: string) => cut(text, find(text)).flatMap((piece) => (piece.bad ? [piece.text] : []));

test('a forbidden phrase is found whatever case, width or spaces hide it', () => {
  expect(bad('我不知道啊')).toEqual(['不知道']);
  expect(bad('我不 知　道啊')).toEqual(['不 知　道']);
  expect(bad('please ＳＨＵＴ up')).toEqual(['ＳＨＵＴ up']);
});

test('spaces between other letters keep words apart', () => {
  expect(bad('shutup')).toEqual([]);
  expect(bad('不明白，知道了')).toEqual([]);
});

test('each offence names its phrase', () => {
  expect(find('不知道 shut up').map(({ phrase }) => phrase)).toEqual(['不知道', 'Shut Up']);
});

test('however a text is cut, its pieces together are the text', () => {
  const words = fc.constantFrom('不知道', 'shut up', '好的', ' ', 'ＳＨＵＴ', '不 知道', 'up');
  fc.assert(
    fc.property(fc.array(words), (all) => {
      const text = all.join('');
      const pieces = cut(text, find(text));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.some((piece) => piece.bad)).toBe(find(text).length > 0);
    }),
  );
});
