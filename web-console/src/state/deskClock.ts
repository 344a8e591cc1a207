/**
 * How far the desk's clock is ahead of this computer's. What is told arrives late or later, never early: the largest
 * difference that was seen is the nearest to the truth.
 */
export const learnt = (before: number | null, toldAt: number, heardAt: number): number =>
  Math.max(before ?? -Infinity, toldAt - heardAt);
