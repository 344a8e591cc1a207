import { expect, test } from 'vitest';
import { picked, pickingAt } from '@/state/picking';

const at = (text: string, note = false) => pickingAt(text, text.length, note);

test('a slash at the start of a word picks a phrase, in Chinese writing, too', () => {
  expect(at('/fh')).toEqual({ kind: 'phrase', query: 'fh', from: 0 });
  expect(at('您好 /')).toEqual({ kind: 'phrase', query: '', from: 3 });
  expect(at('、fh')?.kind).toBe('phrase');
});

test('a slash inside a word is a slash', () => {
  expect(at('2026/11')).toBeUndefined();
  expect(at('https://a')).toBeUndefined();
});

test('an at picks colleagues in notes only, a hash orders everywhere', () => {
  expect(at('请@小', true)).toEqual({ kind: 'colleague', query: '小', from: 1 });
  expect(at('请@小')).toBeUndefined();
  expect(at('订单#20')).toEqual({ kind: 'order', query: '20', from: 2 });
  expect(at('订单#20', true)?.kind).toBe('order');
  expect(at('/fh', true)).toBeUndefined();
});

test('what is picked takes the place of the sign and what was written after it', () => {
  const text = '好 /fh 谢谢';
  const picking = pickingAt(text, 5, false);
  expect(picking && picked(text, 5, picking, '马上发货')).toEqual({ text: '好 马上发货 谢谢', cursor: 6 });
});
