/** Where a forbidden phrase stands in a text, as the writer sees it. */
export interface Offence {
  readonly phrase: string;
  readonly from: number;
  readonly to: number;
}

/** Finds forbidden phrases whatever case, width or spaces between Chinese characters hide them. */
export function offences(text: string, forbidden: readonly string[]): readonly Offence[] {
  const { folded, at } = foldedWithPlaces(text);
  return forbidden
    .flatMap((phrase) => {
      const needle = foldedWithPlaces(phrase).folded;
      const found: Offence[] = [];
      for (let i = needle === '' ? -1 : folded.indexOf(needle); i >= 0; i = folded.indexOf(needle, i + 1)) {
        found.push({ phrase, from: at[i] ?? 0, to: (at[i + needle.length - 1] ?? text.length - 1) + 1 });
      }
      return found;
    })
    .sort((a, b) => a.from - b.from);
}

const CHINESE = /\p{Script=Han}/u;

/** The text in one case and width, without spaces beside Chinese characters, and where each character came from. */
function foldedWithPlaces(text: string): { readonly folded: string; readonly at: readonly number[] } {
  let folded = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const character = (text[i] ?? '').normalize('NFKC').toLowerCase();
    const isGap =
      character.trim() === '' &&
      CHINESE.test(before(folded)) &&
      CHINESE.test(text.slice(i).trimStart().charAt(0));
    if (!isGap) {
      folded += character;
      at.push(...Array.from(character, () => i));
    }
  }
  return { folded, at };
}

const before = (text: string): string => text.slice(-1);
