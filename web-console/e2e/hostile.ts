import { readFileSync } from 'node:fs';

/** What people send who mean no good: each of it is to be shown as the text it is, or refused. */
export interface Hostile {
  readonly text: string;
  /** What is on the screen, where it is not what was said. */
  readonly shown: string;
  /** The same for staff, where something in it looks like a secret. */
  readonly shownToStaff: string;
  /** The code by which the desk refuses it as a message. */
  readonly refused: string | null;
}

/** Whoever asks this host for anything has been tricked. */
export const MARK = 'pwn.invalid';
/** What runs, if anything runs. */
const RUN = 'window.__pwn=1';

const times = (text: string, n: number): string => text.repeat(n);
const across = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.flatMap((one) => others.map((other) => one + other));
/** Written one below the other: short ones share a line, with a blank between them. */
const each = (text: string, separator: RegExp | string = /\s+/): readonly string[] =>
  text.trim().split(separator);

/** Those that are easier to read than to make. */
const collected = readFileSync(new URL('hostile.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('## '))
  .map((line) => line.replaceAll('RUN', RUN).replaceAll('HOST', MARK));

const HANDLED = each(
  `img src=x onerror, image src=x onerror, svg onload, body onload, video src=x onerror, audio src=x onerror,
  input autofocus onfocus, select autofocus onfocus, textarea autofocus onfocus, button autofocus onclick,
  details open ontoggle, marquee onstart, object data=x onerror, embed src=x onload, style onload, a href=x onclick,
  link rel=stylesheet href=x onerror, script src=x onerror, div style=position:fixed;inset:0 onmouseover,
  div contenteditable autofocus onfocus, dialog open onclose, x tabindex=1 autofocus onfocus`,
  /,\s+/,
);
const handlers = [
  ...HANDLED.map((start) => `<${start}="${RUN}">`),
  ...HANDLED.map((start) => `<${start.replaceAll(' ', '/').toUpperCase()}=${RUN}//`),
  `<img\nsrc=x\tonerror\n=\n${RUN}\n>`,
  `<script\n>${RUN}</script\t>`,
];
const quoted = across(
  ['x"', "x'", 'x`', 'x '],
  [
    `onmouseover=${RUN} x=`,
    `><img src=x onerror=${RUN}>`,
    `;${RUN};//`,
    ` autofocus onfocus=${RUN} href=javascript:${RUN} x=`,
  ],
);
const ended = each(
  '</title> </textarea> </style> </script> </noscript> </template> </select> </svg> --> ]]> </li></ol></main> */',
).map((end) => `${end}<img src=x onerror=${RUN}>`);
const spelled = each('&lt; &#60; &#x3c; &#0000060 &amp;lt; \\x3c \\u003c \\74 %3C %253C ＜ ‹ +ADw-').map(
  (bracket) => `${bracket}script>${RUN}${bracket}/script>`,
);
const addresses = across(
  [
    ...each(
      'javascript: JaVaScRiPt: javascript&colon; java&#115;cript: &#x6A;avascript: %6Aavascript: feed:javascript:',
    ),
    ...['java\tscript:', 'java\nscript:', ' javascript:', 'javascript\u200b:', 'ｊａｖａｓｃｒｉｐｔ：'],
  ],
  [RUN, `//${MARK}/%0a${RUN}`],
);

const ZALGO = String.fromCharCode(...Array.from({ length: 112 }, (_, i) => 0x300 + i));
const writing = [
  ...[...'W汉Ω_'].map((sign) => times(sign, 500)),
  ...[
    times('www.', 125),
    times('👩‍👩‍👧‍👦', 60),
    times('🇨🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿', 30),
    times('👍🏿', 50),
    times('﷽', 60),
    times('ꧏ', 100),
  ],
  ...[`Z${ZALGO}a${ZALGO}l${ZALGO}`, times(`H${ZALGO.slice(0, 20)}`, 12), 'ก็็็็็็็็็็็็็็็็็็็็'],
  ...['مرحبا، كيف الحال؟ <b>123</b> https', 'שלום עולם! (a) [b] 100%', 'abc \u200fdef\u200e ghi\u061c'],
  ...[
    'a\u200bb\u200cc\u200dd\u2060e\ufefff',
    `so\u00adft${times('\u00ad', 300)}`,
    '\u180e\u3164x\u115f',
    'e\u0301\u0323 A\u030a ﬁ',
  ],
  ...['\u{e0041}\u{e0042}x', '\ue000\ufffd', 'x\ufe0e☎\ufe0f', '①②③ ⒶⒷ 𝕳𝖊𝖑𝖑𝖔 𝓪', 'Ａｄｍｉｎ 系統管理員'],
  ...[
    '\tx\ty\t',
    `${times('\n', 40)}x`,
    times('行\n', 120),
    `a${times(' ', 400)}b`,
    'a\rb\r\nc\u0085d\u2028e\u2029f',
  ],
  ...[
    '# 大标题\n> 引用\n```js\nalert(1)\n```',
    '*1\r\n$8\r\nFLUSHALL\r\n',
    'ok\n2026-01-01 00:00:00 ERROR forged',
    '\t=1+1',
  ],
  ...[`https://${MARK}/${times('a', 600)}`, times('x', 4000)],
];

/** Addresses that are shown as they lead. */
const misleading = [
  ['https://аррӏе.com/', 'https://xn--80ak6aa92e.com/'],
  ['http://0x7f000001/', 'http://127.0.0.1/'],
  ['HTTPS://PWN.INVALID/A', 'HTTPS://pwn.invalid/A'],
] as const;
/** Those with a name before an @ are no links, and look like a mail address to whoever masks those. */
const credentials = [
  [`https://taobao.com@${MARK}/`, `https://t*********@${MARK}/`],
  [`https://user:pass@${MARK}/`, `https://user:p***@${MARK}/`],
] as const;

const withCode = (code: string, texts: readonly string[]): readonly Hostile[] =>
  texts.map((text) => ({ ...kept(text), refused: code }));
const CONTROLS = [0x00, 0x01, 0x07, 0x08, 0x0b, 0x0c, 0x1b, 0x7f, 0x80, 0x9f];
const TURNING = [0x202e, 0x202d, 0x202a, 0x2066, 0x2067, 0x2069, 0xfdd0, 0xffff, 0x10ffff];

/** Lines end in one way, and an accent is part of its letter. */
const asKept = (text: string): string => text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').normalize('NFC');
const kept = (text: string, shown = asKept(text), shownToStaff = shown): Hostile => ({
  text,
  shown,
  shownToStaff,
  refused: null,
});

export const HOSTILE: readonly Hostile[] = [
  ...[collected, handlers, quoted, ended, spelled, addresses, writing].flatMap((family) =>
    family.map((text) => kept(text)),
  ),
  ...misleading.map(([text, shown]) => kept(text, shown)),
  ...credentials.map(([text, masked]) => kept(text, text, masked)),
  ...withCode(
    'BAD_TEXT',
    CONTROLS.map((sign) => `a${String.fromCodePoint(sign)}b`),
  ),
  ...withCode(
    'BAD_TEXT',
    TURNING.map((sign) => `gpj.${String.fromCodePoint(sign)}exe`),
  ),
  ...withCode('TEXT_EMPTY', ['\u200b', '\u200d\ufeff', '\u3000', ' \n\t', '\u3164', '\u2800', '\ufe0f']),
  ...withCode('TEXT_TOO_LONG', [times('x', 4001), times('汉', 6000), times('👍🏿', 2001)]),
];
/** Those that the desk keeps. */
export const ACCEPTED: readonly Hostile[] = HOSTILE.filter((one) => one.refused === null);

/** Those that are shown as they are said, to everybody. */
export const PLAIN: readonly string[] = ACCEPTED.filter(
  ({ text, shown, shownToStaff }) => text === shown && shown === shownToStaff,
).map(({ text }) => text);

/**
 * As many of these as fit, joined to texts for a field that takes so many characters: each of them as full as it can be.
 * Those that are longer than the field are left out.
 */
export function packed(longest: number, texts = PLAIN): readonly string[] {
  const packs: string[] = [];
  for (const text of texts.map((one) => one.trim()).filter(({ length }) => length <= longest)) {
    const last = packs.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= longest) {
      packs[packs.length - 1] = `${last} ${text}`;
    } else {
      packs.push(text);
    }
  }
  return packs;
}
