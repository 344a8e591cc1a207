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

/** What the variables of a phrase stand for (RULES C4). */
export interface Values {
  readonly 买家昵称: string;
  readonly 客服昵称: string;
  readonly 订单号: string;
}

const isNamed = (name: string, values: Values): name is keyof Values => Object.hasOwn(values, name);

/** Puts in what a phrase leaves open; braces around anything else stay as they are. */
export const filled = (text: string, values: Values): string =>
  text.replace(/\{([^{}]+)\}/gu, (whole, name: string) => (isNamed(name, values) ? values[name] : whole));
