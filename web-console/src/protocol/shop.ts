import { readField, readList, readNumber, readText } from './rest';

/** A shop's words in both languages; without English ones the Chinese are shown. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface ShopGroup {
  readonly id: string;
  readonly name: Bilingual;
  /** How many agents are there; null where nobody says. */
  readonly onDuty: number | null;
}

/** Which files a conversation takes. */
export interface FileRules {
  readonly on: boolean;
  /** Endings of names, without the dot. */
  readonly types: readonly string[];
  readonly maxBytes: number;
  /** Of one conversation. */
  readonly maxPerDay: number;
}

/** What `GET /api/v1/shops/{shop}/widget` tells the shop's widget. */
export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly greeting: Bilingual;
  /** What happens to what people write. */
  readonly policy: Bilingual;
  readonly groups: readonly ShopGroup[];
  readonly files: FileRules;
  readonly firstReplySeconds: number | null;
}

export const inLanguage = ({ zh, en }: Bilingual, language: string): string =>
  language.startsWith('zh') ? zh : en || zh;

export function readShop(value: unknown): Shop | undefined {
  const id = readText(value, 'shop');
  const name = readText(value, 'name');
  if (id === undefined || name === undefined) {
    return undefined;
  }
  return {
    id,
    name,
    color: readText(value, 'color') ?? '',
    greeting: readWords(readField(value, 'greeting')),
    policy: readWords(readField(value, 'policy')),
    groups: readList(readField(value, 'groups'), readShopGroup),
    files: readFiles(readField(value, 'files')),
    firstReplySeconds: readNumber(value, 'firstReplySeconds') ?? null,
  };
}

export const readWords = (value: unknown): Bilingual => ({
  zh: readText(value, 'zh') ?? '',
  en: readText(value, 'en') ?? '',
});

export function readShopGroup(value: unknown): ShopGroup | undefined {
  const id = readText(value, 'id');
  return id === undefined
    ? undefined
    : { id, name: readWords(readField(value, 'name')), onDuty: readNumber(value, 'onDuty') ?? null };
}

const readFiles = (value: unknown): FileRules => ({
  on: readField(value, 'on') === true,
  types: readList(readField(value, 'types'), (type) => (typeof type === 'string' ? type : undefined)),
  maxBytes: readNumber(value, 'maxBytes') ?? 0,
  maxPerDay: readNumber(value, 'maxPerDay') ?? 0,
});
