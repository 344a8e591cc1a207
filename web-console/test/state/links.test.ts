import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokensOf } from '@/state/links';

const links = (text: string) =>
  tokensOf(text).flatMap((token) => (token.kind === 'link' ? [[token.text, token.href]] : []));
const written = (text: string) =>
  tokensOf(text)
    .map((token) => token.text)
    .join('');

test.each([
  ['http://example.com', 'http://example.com', 'http://example.com/'],
  ['HTTPS://Example.com/A?b=c#d', 'HTTPS://example.com/A?b=c#d', 'https://example.com/A?b=c#d'],
  ['看这里https://example.com/壶', 'https://example.com/', 'https://example.com/'],
  ['在https://example.com看到的', 'https://example.com', 'https://example.com/'],
  ['(see https://example.com/a_(b)).', 'https://example.com/a_(b)', 'https://example.com/a_(b)'],
  ['“https://example.com/a”，对吗', 'https://example.com/a', 'https://example.com/a'],
  ['https://example.com/a, and', 'https://example.com/a', 'https://example.com/a'],
  ['Is it https://example.com?', 'https://example.com', 'https://example.com/'],
  ['http://[::1]:80/x', 'http://[::1]/x', 'http://[::1]/x'],
  ['mailto:tea@example.com?cc=all@example.com', 'mailto:tea@example.com', 'mailto:tea@example.com'],
  ['tel:+86-571-88888888。', 'tel:+86-571-88888888', 'tel:+86-571-88888888'],
])('%s has one link', (text, shown, href) => {
  expect(links(text)).toEqual([[shown, href]]);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt://example.com/%0aalert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:abc',
  'ftp://example.com/a',
  '//example.com/a',
  'example.com/a',
  'xhttp://example.com',
  'https:example.com',
  'https:/\\example.com',
  'https://',
  'https://.',
  'https://a@b@c',
  'https://taobao.com@example.com/',
  'https://user:word@example.com/',
  'mailto:',
  'mailto:<b>@example.com',
  'tel:abc',
])('%s has none', (text) => {
  expect(tokensOf(text)).toEqual([{ kind: 'text', text }]);
});

test('letters that only look like others are shown as what they are', () => {
  expect(links('http://аррӏе.com/login')).toEqual([
    ['http://xn--80ak6aa92e.com/login', 'http://xn--80ak6aa92e.com/login'],
  ]);
  expect(links('http://例子.中国/茶')).toEqual([
    ['http://xn--fsqu00a.xn--fiqs8s/', 'http://xn--fsqu00a.xn--fiqs8s/'],
  ]);
  expect(links('http://0x7f.1/a')).toEqual([['http://127.0.0.1/a', 'http://127.0.0.1/a']]);
});

test('a link ends before anything that could leave its attribute', () => {
  expect(links('https://example.com/"onmouseover="x')).toEqual([
    ['https://example.com/', 'https://example.com/'],
  ]);
  expect(links('https://example.com/<b>')).toEqual([['https://example.com/', 'https://example.com/']]);
  expect(links('https://example.com/a\u202egnp.exe')).toEqual([
    ['https://example.com/a', 'https://example.com/a'],
  ]);
});

test('more than one, and what stands between them', () => {
  expect(tokensOf('先看 http://a.cn 再写信 mailto:b@c.cn。')).toEqual([
    { kind: 'text', text: '先看 ' },
    { kind: 'link', text: 'http://a.cn', href: 'http://a.cn/' },
    { kind: 'text', text: ' 再写信 ' },
    { kind: 'link', text: 'mailto:b@c.cn', href: 'mailto:b@c.cn' },
    { kind: 'text', text: '。' },
  ]);
});

test('an address without an end stays text', () => {
  const text = `https://example.com/${'a'.repeat(3000)}`;
  expect(tokensOf(text)).toEqual([{ kind: 'text', text }]);
});

test('whatever is written, nothing of it is lost, and only four schemes are followed', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'http://',
      'https://',
      'mailto:',
      'tel:',
      'javascript:',
      '@',
      '.',
      '/',
      '中',
      '<',
      '"',
      ' ',
      '\n',
      '\\',
    ),
    fc.string({ unit: 'grapheme' }),
    fc.webUrl(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      for (const [shown = '', href = ''] of links(text)) {
        expect(new URL(href).protocol).toMatch(/^(https?|mailto|tel):$/);
        expect(new URL(shown).href).toBe(new URL(href).href);
      }
      if (links(text).every(([shown = '']) => text.includes(shown))) {
        expect(written(text)).toBe(text);
      }
    }),
  );
});

test('ten thousand beginnings are read in no time', () => {
  const began = performance.now();
  tokensOf('http://'.repeat(10_000));
  tokensOf('https://a.'.repeat(10_000));
  tokensOf(`https://a.b/${'('.repeat(20_000)}${')'.repeat(20_000)}`);
  expect(performance.now() - began).toBeLessThan(2000);
});
