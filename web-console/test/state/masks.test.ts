import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readList, readText } from '@/protocol/rest';
import { maskedText, partsOf } from '@/state/masks';

/** The server's tests read the same cases. */
const CASES = readList(
  JSON.parse(
    readFileSync(new URL('../../../server/src/test/resources/golden/masked.json', import.meta.url), 'utf8'),
  ),
  (one) => [readText(one, 'text') ?? '', readText(one, 'masked') ?? ''] as const,
);

test('the pages mask what the desk masks, and as it does', () => {
  expect(CASES.length).toBeGreaterThan(40);
  for (const [text, masked] of CASES) {
    expect([text, maskedText(text)]).toEqual([text, masked]);
  }
});

test('what is masked is as long as it was, and stays as it is', () => {
  for (const [text] of CASES) {
    const once = maskedText(text);
    expect(once).toHaveLength(text.length);
    expect(maskedText(once)).toBe(once);
  }
});

const secrets = (text: string) =>
  partsOf(text).flatMap((part) => (part.kind === 'masked' ? [`${part.what} ${part.text}`] : []));

test('each is named as the desk is asked to show it', () => {
  expect(
    secrets('电话+86 138-1234-5678，证11010519900307005X，卡4111 1111 1111 1111，信me@example.cn'),
  ).toEqual([
    'PHONE 86 138-1234-5678',
    'ID_NUMBER 11010519900307005X',
    'CARD 4111 1111 1111 1111',
    'EMAIL me@example.cn',
  ]);
});

test('a telephone number that is a mail address is one secret', () => {
  expect(secrets('13800138000@qq.com')).toEqual(['PHONE 13800138000@qq.com']);
  expect(maskedText('13800138000@qq.com')).toBe('1**********@qq.com');
});

test('the parts together are the text, where no address changes its look', () => {
  for (const [text] of CASES) {
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  }
});

test('an address is followed whole or not at all', () => {
  expect(partsOf('见 https://a.example/b')).toEqual([
    { kind: 'text', text: '见 ' },
    { kind: 'link', text: 'https://a.example/b', href: 'https://a.example/b' },
  ]);
  expect(partsOf('mailto:me@example.cn').some(({ kind }) => kind === 'link')).toBe(false);
});

test('a long text takes no time', () => {
  const before = performance.now();
  for (const text of ['1 '.repeat(8_000), '1'.repeat(16_000), 'a'.repeat(16_000), `${'a.'.repeat(8_000)}@`]) {
    maskedText(text);
  }
  expect(performance.now() - before).toBeLessThan(2_000);
});
