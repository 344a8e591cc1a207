/** How well something is found; more is better. */
export type Score = number;

const WHOLE = 100;
const START = 80;
const WORD = 60;
const INSIDE = 40;
const SCATTERED = 10;

/** As people type it: no case, no full width, no spaces. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/**
 * Finds a query in a text: as it stands, at the start of a word, or with its characters in their order and others
 * between them, so that “退流程” finds “退货流程” and “gonl” finds “go online”. Undefined when it is not there.
 */
export function score(query: string, text: string): Score | undefined {
  const wanted = fold(query);
  const found = fold(text);
  if (wanted === '' || found === wanted) {
    return WHOLE;
  }
  const at = found.indexOf(wanted);
  if (at === 0) {
    return START;
  }
  if (at > 0) {
    return startsWord(wanted, text) ? WORD : INSIDE;
  }
  const gaps = gapsOf(wanted, found);
  return gaps === undefined ? undefined : SCATTERED / (1 + gaps);
}

const startsWord = (wanted: string, text: string): boolean =>
  text.split(/[\s\p{P}]+/u).some((word) => fold(word).startsWith(wanted));

/** How many characters lie between those that are wanted; undefined when they are not all there in this order. */
function gapsOf(wanted: string, found: string): number | undefined {
  let from = -1;
  let gaps = 0;
  for (const char of wanted) {
    const at = found.indexOf(char, from + 1);
    if (at < 0) {
      return undefined;
    }
    gaps += from < 0 ? 0 : at - from - 1;
    from = at + char.length - 1;
  }
  return gaps;
}

/** The things in which a query is found, best first; each is looked for by several texts, the first of which counts most. */
export function bestOf<T>(
  query: string,
  things: readonly T[],
  textsOf: (thing: T) => readonly string[],
): readonly T[] {
  return things
    .flatMap((thing) => {
      const scores = textsOf(thing).flatMap((text, i) => {
        const found = score(query, text);
        return found === undefined ? [] : [found / (1 + i / 10)];
      });
      return scores.length === 0 ? [] : [{ thing, best: Math.max(...scores) }];
    })
    .sort((a, b) => b.best - a.best)
    .map(({ thing }) => thing);
}
