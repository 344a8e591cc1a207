/** A ready answer of the desk, a group or the agent's own (rule C4). */
export interface Phrase {
  readonly id: string;
  readonly scope: 'DESK' | 'GROUP' | 'OWN';
  readonly group: string | null;
  readonly code: string;
  readonly text: string;
  readonly folder: string;
}

/** What stands for the variables of a phrase; null where it is not known. */
export interface Facts {
  readonly buyer: string | null;
  readonly agent: string | null;
  readonly order: string | null;
}

const VARIABLES: readonly (readonly [string, keyof Facts])[] = [
  ['{买家昵称}', 'buyer'],
  ['{客服昵称}', 'agent'],
  ['{订单号}', 'order'],
];

/** The text as it is sent; a variable that is not known stays, so that nobody overlooks it. */
export const filled = (text: string, facts: Facts): string =>
  VARIABLES.reduce((said, [variable, fact]) => said.replaceAll(variable, facts[fact] ?? variable), text);

const RANK: Readonly<Record<Phrase['scope'], number>> = { OWN: 0, GROUP: 1, DESK: 2 };

/** The phrases that fit what was written after the slash: codes that begin so first, then texts that contain it. */
export function fitting(phrases: readonly Phrase[], asked: string): readonly Phrase[] {
  const wanted = asked.trim().toLowerCase();
  const rank = ({ code, scope, text, folder }: Phrase): number => {
    const begins = code.toLowerCase().startsWith(wanted);
    const contains = `${folder} ${text}`.toLowerCase().includes(wanted);
    return begins ? RANK[scope] : contains ? 3 + RANK[scope] : Infinity;
  };
  return phrases
    .map((phrase) => ({ phrase, rank: rank(phrase) }))
    .filter(({ rank: found }) => found < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ phrase }) => phrase);
}

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
