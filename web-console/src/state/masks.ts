import type { Sensitive as AnySensitive } from '@/protocol/frames';
import { kindOf, type Kind } from './numbers';
import { tokensOf, type Token } from './links';

/** What of a customer is secret (rule C8), as the desk names it when it is asked to show it. */
export type Sensitive = Extract<AnySensitive, Kind['what'] | 'EMAIL'>;

/** What was said, cut into what is only text, what may be followed, and what is masked. */
export type Part = Token | Masked;

export interface Masked {
  readonly kind: 'masked';
  readonly what: Sensitive;
  readonly text: string;
  /** How it looks while nobody needs it: as long as it is. */
  readonly masked: string;
}

/** An address with something secret in it is masked like any text, and nobody follows half of it. */
export const partsOf = (text: string): readonly Part[] =>
  tokensOf(text).flatMap((token): readonly Part[] => {
    const pieces = piecesOf(token.text);
    return token.kind === 'link' && pieces.every(({ kind }) => kind === 'text') ? [token] : pieces;
  });

/** The text with everything sensitive masked. */
export const maskedText = (text: string): string =>
  piecesOf(text)
    .map((piece) => (piece.kind === 'masked' ? piece.masked : piece.text))
    .join('');

/** A place in a text where something sensitive stands, and which characters of it are hidden. */
interface Secret {
  readonly what: Sensitive;
  readonly from: number;
  readonly to: number;
  readonly hidden: readonly number[];
}

function piecesOf(text: string): readonly Exclude<Part, { readonly kind: 'link' }>[] {
  const plain = folded(text);
  const pieces: Exclude<Part, { readonly kind: 'link' }>[] = [];
  let done = 0;
  const passOver = (to: number): void => {
    if (to > done) {
      pieces.push({ kind: 'text', text: text.slice(done, to) });
    }
  };
  for (const { what, from, to, hidden } of joined([...numbersIn(plain), ...emailsIn(plain)])) {
    passOver(from);
    const masked = Array.from({ length: to - from }, (_, i) =>
      hidden.includes(from + i) ? '*' : text.charAt(from + i),
    );
    pieces.push({ kind: 'masked', what, text: text.slice(from, to), masked: masked.join('') });
    done = to;
  }
  passOver(text.length);
  return pieces;
}

/** The many forms of a character as one, place by place: it is as long as the text. */
const folded = (text: string): string =>
  text
    .replace(/[\u3000\u00a0\u2002\u2003\u2009]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\u30fc]/g, '-')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** A run of digits; the last place of an identity number may be an X. An order number like XD20260001 is none. */
const CHUNK = /(?<![A-Z0-9])\d+(?:(?<=\d{17})[Xx])?(?![A-Z0-9])/g;
const BETWEEN = /^[ -]{1,2}$/;
const ORDER = /(?:订单|单号|运单|快递|物流|ORDER)[^0-9]{0,8}$/i;
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g;
/** As many digits as the longest thing that is looked for. */
const LONGEST = 19;

interface Chunk {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

function numbersIn(plain: string): readonly Secret[] {
  const chunks = [...plain.matchAll(CHUNK)].map(({ 0: digits, index }) => ({
    digits,
    from: index,
    to: index + digits.length,
  }));
  const found: Secret[] = [];
  let done = 0;
  chunks.forEach(({ from }, i) => {
    const number = from < done ? undefined : longestFrom(plain, chunks.slice(i, i + LONGEST + 1));
    if (number !== undefined) {
      found.push(number);
      done = number.to;
    }
  });
  return found;
}

/** The longest number that begins with the first of these; people write one with gaps. */
function longestFrom(plain: string, chunks: readonly Chunk[]): Secret | undefined {
  const from = chunks[0]?.from ?? 0;
  let digits = '';
  let end = from;
  let found: { readonly kind: Kind; readonly to: number } | undefined;
  for (const chunk of chunks) {
    if (digits.length > LONGEST || (digits !== '' && !BETWEEN.test(plain.slice(end, chunk.from)))) {
      break;
    }
    digits += chunk.digits;
    end = chunk.to;
    const kind = kindOf(digits);
    found = kind === undefined ? found : { kind, to: end };
  }
  const isOfAnOrder = found?.kind.what === 'CARD' && ORDER.test(plain.slice(Math.max(0, from - 16), from));
  return found === undefined || isOfAnOrder ? undefined : secret(plain, from, found.to, found.kind);
}

function secret(plain: string, from: number, to: number, { what, head, tail }: Kind): Secret {
  const digits = [...plain.slice(from, to).matchAll(/[\dXx]/g)].map(({ index }) => from + index);
  return { what, from, to, hidden: digits.slice(head, digits.length - tail) };
}

/** Of the name its first letter stays, unless that is all of it. */
function emailsIn(plain: string): readonly Secret[] {
  return [...plain.matchAll(EMAIL)].map(({ 0: email, index: from }) => {
    const length = email.indexOf('@');
    const shown = length === 1 ? 0 : 1;
    const hidden = Array.from({ length: length - shown }, (_, i) => from + shown + i);
    return { what: 'EMAIL', from, to: from + email.length, hidden };
  });
}

/** In their order; two that overlap, as a telephone number that is a mail address, are one. */
function joined(secrets: readonly Secret[]): readonly Secret[] {
  const apart: Secret[] = [];
  for (const next of [...secrets].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && next.from < last.to) {
      const to = Math.max(last.to, next.to);
      apart[apart.length - 1] = { ...last, to, hidden: [...last.hidden, ...next.hidden] };
    } else {
      apart.push(next);
    }
  }
  return apart;
}
