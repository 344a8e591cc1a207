import { expect, test } from 'vitest';
import { maskedText, piecesOf } from '@/state/masks';

const kinds = (text: string) =>
  piecesOf(text).flatMap(({ what, text: part }) => (what === null ? [] : [`${what} ${part}`]));

test('phone, id and card numbers are masked, and the words around them stay', () => {
  expect(maskedText('我的电话13812345678，急')).toBe('我的电话138****5678，急');
  expect(maskedText('身份证 11010519491231002X')).toBe('身份证 1101**********002X');
  expect(maskedText('卡号 6222 0212 3456 7894')).toBe('卡号 6222********7894');
});

test('a phone number is found however it is written', () => {
  expect(kinds('+86 138-1234-5678 或 139 1234 5678')).toEqual([
    'PHONE +86 138-1234-5678',
    'PHONE 139 1234 5678',
  ]);
});

test('order numbers, prices and dates are not masked', () => {
  for (const text of [
    '订单 20261124001',
    '2026-11-24 13:00',
    '12800 元',
    'A13812345678B',
    '1234567890123456',
  ]) {
    expect([text, kinds(text)]).toEqual([text, []]);
  }
});

test('the pieces together are the text', () => {
  const text = '电话13812345678，卡 6222021234567894，完';
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
