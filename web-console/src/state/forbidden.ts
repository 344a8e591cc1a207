/** Where a forbidden phrase stands in a text, as the writer sees it (rule C4). */
export interface Offence {
  readonly phrase: string;
  readonly from: number;
  readonly to: number;
}

export type FindOffences = (text: string) => readonly Offence[];

/** Finds these phrases whatever case, width or spaces between Chinese characters hide them. */
export function offencesOf(phrases: readonly string[]): FindOffences {
  const needles = phrases
    .map((phrase) => ({ phrase, needle: folded(phrase).text }))
    .filter(({ needle }) => needle !== '');
  return (text) => {
    const { text: hay, at } = folded(text);
    return needles
      .flatMap(({ phrase, needle }) =>
        placesOf(hay, needle).map((i) => ({ phrase, ...placeIn(at, i, needle.length) })),
      )
      .sort((a, b) => a.from - b.from);
  };
}

/** A text cut where it offends; offences that overlap are one. */
export function cut(text: string, found: readonly Offence[]): readonly { text: string; bad: boolean }[] {
  const pieces: { text: string; bad: boolean }[] = [];
  let done = 0;
  for (const { from, to } of found) {
    if (to > done) {
      pieces.push({ text: text.slice(done, Math.max(done, from)), bad: false });
      pieces.push({ text: text.slice(Math.max(done, from), to), bad: true });
      done = to;
    }
  }
  return [...pieces, { text: text.slice(done), bad: false }].filter((piece) => piece.text !== '');
}

interface Folded {
  readonly text: string;
  /** Where each character came from. */
  readonly at: readonly number[];
}

const HAN = /\p{Script=Han}/u;

/** One case and width, without spaces between Chinese characters. */
function folded(text: string): Folded {
  let out = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i).normalize('NFKC').toLowerCase();
    const isGap =
      character.trim() === '' && HAN.test(out.slice(-1)) && HAN.test(text.slice(i).trimStart().charAt(0));
    if (!isGap) {
      out += character;
      at.push(...Array.from({ length: character.length }, () => i));
    }
  }
  return { text: out, at };
}

function placesOf(hay: string, needle: string): readonly number[] {
  const places: number[] = [];
  for (let i = hay.indexOf(needle); i >= 0; i = hay.indexOf(needle, i + needle.length)) {
    places.push(i);
  }
  return places;
}

const placeIn = (at: readonly number[], i: number, length: number): { from: number; to: number } => ({
  from: at[i] ?? 0,
  to: (at[i + length - 1] ?? 0) + 1,
});
