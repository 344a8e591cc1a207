/** What is being picked while somebody writes: a phrase after `/`, a colleague after `@`, an order after `#`. */
export interface Picking {
  readonly kind: 'phrase' | 'colleague' | 'order';
  readonly query: string;
  /** Where the sign stands; what is picked takes its place up to the cursor. */
  readonly from: number;
}

const SIGNS = { '/': 'phrase', '、': 'phrase', '@': 'colleague', '#': 'order' } as const;

/** A slash begins a phrase only where a word begins: addresses and dates have slashes, too. */
const SIGN = /(?:(^|\s)([/、])|([@#]))([^\s/、@#]{0,24})$/u;

/** What is being picked at the cursor, if anything. */
export function pickingAt(text: string, cursor: number, note: boolean): Picking | undefined {
  const found = SIGN.exec(text.slice(0, cursor));
  const sign = found?.[2] ?? found?.[3];
  if (found === null || (sign !== '/' && sign !== '、' && sign !== '@' && sign !== '#')) {
    return undefined;
  }
  const kind = SIGNS[sign];
  const fits = note ? kind !== 'phrase' : kind !== 'colleague';
  return fits ? { kind, query: found[4] ?? '', from: found.index + (found[1] ?? '').length } : undefined;
}

/** The text with what was picked in its place, and where the cursor is then. */
export function picked(
  text: string,
  cursor: number,
  { from }: Picking,
  choice: string,
): { readonly text: string; readonly cursor: number } {
  const before = text.slice(0, from) + choice;
  return { text: before + text.slice(cursor), cursor: before.length };
}
