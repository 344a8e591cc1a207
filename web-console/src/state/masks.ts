/** What of a customer is secret (rule C8), as the desk names it when it is asked to show it. */
export type Sensitive = 'PHONE' | 'ID_NUMBER' | 'CARD';

/** A piece of what was said; what is sensitive also says how it looks while nobody needs it. */
export type Piece =
  | { readonly what: null; readonly text: string }
  | { readonly what: Sensitive; readonly text: string; readonly masked: string };

/** Numbers stand alone: a digit or letter beside one makes it something else. Longer kinds come first. */
const NUMBER =
  /(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d(?:[ -]?\d){12,18}|(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2})(?![\dA-Za-z])/g;

export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    const what = kindOf(number);
    if (what !== undefined) {
      plain(pieces, text.slice(from, index));
      pieces.push({ what, text: number, masked: masked(number, KEPT[what]) });
      from = index + number.length;
    }
  }
  plain(pieces, text.slice(from));
  return pieces;
}

/** The text with everything sensitive masked. */
export const maskedText = (text: string): string =>
  piecesOf(text)
    .map((piece) => (piece.what === null ? piece.text : piece.masked))
    .join('');

/** How many characters stay in front and behind. */
const KEPT: Readonly<Record<Sensitive, readonly [number, number]>> = {
  PHONE: [3, 4],
  ID_NUMBER: [4, 4],
  CARD: [4, 4],
};

function plain(pieces: Piece[], text: string): void {
  if (text !== '') {
    pieces.push({ what: null, text });
  }
}

function kindOf(number: string): Sensitive | undefined {
  const bare = number.replace(/[ +-]/g, '');
  if (/^(86)?1[3-9]\d{9}$/.test(bare)) {
    return 'PHONE';
  }
  if (/^\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(bare)) {
    return 'ID_NUMBER';
  }
  return /^\d{13,19}$/.test(bare) && isLuhn(bare) ? 'CARD' : undefined;
}

/** The check that every bank card's number passes; most order numbers do not. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const twice = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

function masked(number: string, [front, back]: readonly [number, number]): string {
  const bare = number.replace(/^\+?86[ -]?(?=1)/, '').replace(/[ -]/g, '');
  return bare.slice(0, front) + '*'.repeat(bare.length - front - back) + bare.slice(-back);
}
