import type { Phrase } from '@/protocol/desk';
import { bestOf } from './search';

export interface Folder {
  readonly name: string;
  readonly phrases: readonly Phrase[];
}

/** Longer texts, codes and folders are refused by the desk. */
export const PHRASE_LIMITS = { code: 30, text: 800, folder: 15 } as const;

/** Phrases by folder, folders in the order of their first phrase; with a query the best ones, in no folder. */
export function inFolders(phrases: readonly Phrase[], query: string): readonly Folder[] {
  if (query.trim() !== '') {
    const found = bestOf(query, phrases, ({ code, text, folder }) => [code, text, folder]);
    return found.length === 0 ? [] : [{ name: '', phrases: found }];
  }
  const names = new Set(phrases.map(({ folder }) => folder));
  return [...names].map((name) => ({ name, phrases: phrases.filter(({ folder }) => folder === name) }));
}
