/** What somebody wrote, cut into what is only text and what may be followed. Put together again it is what is shown. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** Where a link may begin: only these four schemes, and never in the middle of a word; Chinese before it is none. */
const BEGIN = /(?<![a-z0-9_+.-])(?:https?:\/\/|mailto:|tel:)/gi;
/** What an address of the web is made of. Only the host may hold more than ASCII: Chinese goes on without a blank. */
const WEB =
  /^(https?:\/\/)([\p{L}\p{N}\p{M}.:[\]@_-]+)((?:[/?#][\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e%]*)?)/iu;
const MAIL = /^mailto:[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i;
const PHONE = /^tel:\+?\d[\d-]{1,19}(?<=\d)/i;
/** Belongs to the sentence around the address. */
const SENTENCE = /[.,;:!?'*_~]+$/;
/** No name of a country or a kind mixes Latin with these: what follows the Latin is the sentence going on. */
const GOES_ON = /(\.[a-z]+)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}].*$/iu;
const BRACKETS: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
];
const LONGEST = 2000;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const { index } of text.matchAll(BEGIN)) {
    const found = index < done ? undefined : linkAt(text.slice(index, index + LONGEST + 1));
    if (found !== undefined) {
      const { length, shown, href } = found;
      if (index > done) {
        tokens.push({ kind: 'text', text: text.slice(done, index) });
      }
      tokens.push({ kind: 'link', text: shown, href });
      done = index + length;
    }
  }
  if (done < text.length) {
    tokens.push({ kind: 'text', text: text.slice(done) });
  }
  return tokens;
}

interface Found {
  /** Of what was written. */
  readonly length: number;
  readonly shown: string;
  readonly href: string;
}

function linkAt(text: string): Found | undefined {
  const [written] = MAIL.exec(text) ?? PHONE.exec(text) ?? [];
  return written === undefined ? webAt(text) : { length: written.length, shown: written, href: written };
}

/** Shown with the host that would really be asked: punycode for letters that only look like others. */
function webAt(text: string): Found | undefined {
  const [, scheme = '', host = '', rest = ''] = WEB.exec(text) ?? [];
  const name = host.replace(GOES_ON, '$1');
  const path = name === host ? withoutSentence(rest) : '';
  const written = `${scheme}${path === '' ? name.replace(SENTENCE, '') : name}${path}`;
  const url = written.length > LONGEST ? undefined : pageAt(written);
  return url === undefined
    ? undefined
    : { length: written.length, shown: `${scheme}${url.host}${path}`, href: url.href };
}

/**
 * The page of the web that an address leads to; undefined when it is another kind of address, or none.
 *
 * @param base what an address without a host is of
 */
export function pageAt(address: string, base?: string): URL | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  // An address with a name before an @ reads like one shop and leads to another.
  const isPlain = url?.username === '' && url.password === '';
  return url !== undefined && isPlain && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** A bracket that was opened outside is closed outside. */
function withoutSentence(path: string): string {
  let end = path.replace(SENTENCE, '');
  for (const [open, close] of BRACKETS) {
    while (end.endsWith(close) && end.split(close).length > end.split(open).length) {
      end = end.slice(0, -1).replace(SENTENCE, '');
    }
  }
  return end;
}
