import { expect, test } from 'vitest';
import type { Phrase } from '@/protocol/desk';
import { inFolders } from '@/state/phraseFolders';

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
