import { expect, test } from 'vitest';
import type { Phrase } from '@/protocol/desk';
import { filled, inFolders } from '@/state/phrases';

const phrase = (code: string, text: string, folder: string): Phrase => ({
  id: code,
  scope: 'DESK',
  group: null,
  code,
  text,
  folder,
});
const ALL = [
  phrase('hi', '您好，{买家昵称}', '问候'),
  phrase('th', '退货请寄回原地址', '售后'),
  phrase('bye', '感谢光临', '问候'),
];

test('phrases lie in their folders, folders in the order of their first phrase', () => {
  expect(inFolders(ALL, '').map(({ name, phrases }) => [name, phrases.map(({ code }) => code)])).toEqual([
    ['问候', ['hi', 'bye']],
    ['售后', ['th']],
  ]);
});

test('a query finds by shortcut, words and folder, shortcuts first', () => {
  const codes = (query: string) =>
    inFolders(ALL, query).flatMap(({ phrases }) => phrases.map((one) => one.code));
  expect(codes('TH')).toEqual(['th']);
  expect(codes('退寄')).toEqual(['th']);
  expect(codes('问候')).toEqual(['hi', 'bye']);
  expect(codes('没有')).toEqual([]);
});

test('variables are put in, and other braces stay', () => {
  const values = { 买家昵称: '小雨', 客服昵称: '小青', 订单号: 'XD1' };
  expect(filled('{买家昵称}您好，我是{客服昵称}，{订单号}{ }{别的}{toString}', values)).toBe(
    '小雨您好，我是小青，XD1{ }{别的}{toString}',
  );
});

test('what is put in is not looked at again', () => {
  const values = { 买家昵称: '{客服昵称}', 客服昵称: '$&', 订单号: '' };
  expect(filled('{买家昵称}{客服昵称}', values)).toBe('{客服昵称}$&');
});
