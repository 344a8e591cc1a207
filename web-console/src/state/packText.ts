import type { PackProblem } from '@/protocol/replies';

/** A rule pack as text: its lines, and what is wrong with them before the desk has a look. */

/** In characters; as the desk takes it. */
export const PACK_MOST = 200_000;

export const lineCount = (text: string): number => text.split('\n').length;

/** Where a line begins and ends, counted from 1. */
export function lineAt(text: string, line: number): { readonly start: number; readonly end: number } {
  const lines = text.split('\n');
  const at = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + (lines[at]?.length ?? 0) };
}

export type PackTrouble = 'empty' | 'long' | 'tab';

/** What YAML never takes, by the line. */
export function packTroubles(text: string): ReadonlyMap<number, PackTrouble> {
  if (text.trim() === '') {
    return new Map([[1, 'empty']]);
  }
  if (text.length > PACK_MOST) {
    return new Map([[1, 'long']]);
  }
  return new Map(
    text
      .split('\n')
      .flatMap((line, i): readonly (readonly [number, PackTrouble])[] =>
        /^ *\t/.test(line) ? [[i + 1, 'tab']] : [],
      ),
  );
}

export const inLines = (problems: readonly PackProblem[]): readonly PackProblem[] =>
  [...problems].sort((a, b) => a.line - b.line);
