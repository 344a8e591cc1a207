import type { BuyerCard, ConversationId } from './frames';
import { readShopGroup, type Bilingual } from './shop';
import {
  readBuyer,
  readField,
  readGroup,
  readList,
  readNumber,
  readText,
  readTime,
  type Group,
} from './rest';

/** What the desk tells its staff beside the socket, read field by field: what is not as agreed is no answer. */

export const ORDER_STATES = ['PAID', 'PACKED', 'SHIPPED', 'RECEIVED'] as const;

export interface OrderItem {
  readonly product: string;
  readonly name: string;
  readonly quantity: number;
  /** Of one, in cents. */
  readonly price: number;
  readonly picture: string | null;
}

export interface Order {
  readonly number: string;
  /** In ms; null when it is not known. */
  readonly placedAt: number | null;
  readonly state: string;
  /** In cents. */
  readonly total: number;
  readonly items: readonly OrderItem[];
}

/** A conversation the buyer had before. */
export interface Earlier {
  readonly conversation: ConversationId;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly agent: string | null;
  readonly lastText: string | null;
}

/** Who asks, as far as the desk knows. */
export interface BuyerFile {
  readonly buyer: BuyerCard;
  /** The shop has confirmed who this is. */
  readonly known: boolean;
  /** What the shop calls the buyer's rank. */
  readonly tier: string | null;
  readonly shop: { readonly id: string; readonly name: string };
  /** Masked. */
  readonly contact: string | null;
  readonly orders: readonly Order[];
  readonly conversations: readonly Earlier[];
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** In cents. */
  readonly price: number;
  readonly picture: string | null;
  readonly url: string | null;
}

export const PHRASE_SCOPES = ['OWN', 'GROUP', 'DESK'] as const;
export type PhraseScope = (typeof PHRASE_SCOPES)[number];

export interface Phrase {
  readonly id: string;
  readonly scope: PhraseScope;
  /** Whose it is, of a group's phrase. */
  readonly group: string | null;
  readonly code: string;
  readonly text: string;
  readonly folder: string;
}

/** A conversation of the desk, as lists show it. */
export interface Listed {
  readonly conversation: ConversationId;
  readonly shop: string;
  readonly group: string;
  readonly buyer: BuyerCard;
  /** What the shop calls the buyer's rank. */
  readonly tier: string | null;
  readonly agent: BuyerCard | null;
  readonly waitingSince: number | null;
  readonly lastAt: number;
  readonly lastText: string | null;
}

/** Somebody who may be mentioned. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Those an agent works with. */
export interface Circle {
  readonly groups: readonly Group[];
  readonly shops: readonly Group[];
  readonly colleagues: readonly Colleague[];
}

/** The same, with the groups' names in both languages. */
export interface BilingualCircle extends Omit<Circle, 'groups'> {
  readonly groups: readonly { readonly id: string; readonly name: Bilingual }[];
}

export function readBuyerFile(value: unknown): BuyerFile | undefined {
  const buyer = readBuyer(value);
  const shop = readGroup(readField(value, 'shop'));
  if (buyer === undefined || shop === undefined) {
    return undefined;
  }
  return {
    buyer,
    shop,
    known: readField(value, 'known') === true,
    tier: readText(value, 'tier') ?? null,
    contact: readText(value, 'contact') ?? null,
    orders: readList(readField(value, 'orders'), readOrder),
    conversations: readList(readField(value, 'conversations'), readEarlier),
  };
}

export function readOrder(value: unknown): Order | undefined {
  const number = readText(value, 'number');
  return number === undefined
    ? undefined
    : {
        number,
        placedAt: readTime(value, 'placedAt'),
        state: readText(value, 'state') ?? '',
        total: readNumber(value, 'total') ?? 0,
        items: readList(readField(value, 'items'), readOrderItem),
      };
}

function readOrderItem(value: unknown): OrderItem | undefined {
  const name = readText(value, 'name');
  return name === undefined
    ? undefined
    : {
        name,
        product: readText(value, 'product') ?? '',
        quantity: readNumber(value, 'quantity') ?? 1,
        price: readNumber(value, 'price') ?? 0,
        picture: readText(value, 'picture') ?? null,
      };
}

function readEarlier(value: unknown): Earlier | undefined {
  const conversation = readText(value, 'conversation');
  const openedAt = readTime(value, 'openedAt');
  if (conversation === undefined || openedAt === null) {
    return undefined;
  }
  return {
    conversation,
    openedAt,
    closedAt: readTime(value, 'closedAt'),
    agent: readText(value, 'agent') ?? readText(readField(value, 'agent'), 'name') ?? null,
    lastText: readText(value, 'lastText') ?? null,
  };
}

export function readProduct(value: unknown): Product | undefined {
  const id = readText(value, 'id');
  return id === undefined
    ? undefined
    : {
        id,
        name: readText(value, 'name') ?? id,
        detail: readText(value, 'detail') ?? '',
        price: readNumber(value, 'price') ?? 0,
        picture: readText(value, 'picture') ?? null,
        url: readText(value, 'url') ?? null,
      };
}

export const readProducts = (value: unknown): readonly Product[] =>
  readList(readField(value, 'products'), readProduct);

export function readPhrase(value: unknown): Phrase | undefined {
  const id = readText(value, 'id');
  const scope = PHRASE_SCOPES.find((known) => known === readText(value, 'scope'));
  const text = readText(value, 'text');
  if (id === undefined || scope === undefined || text === undefined) {
    return undefined;
  }
  return {
    id,
    scope,
    text,
    group: readText(value, 'group') ?? null,
    code: readText(value, 'code') ?? '',
    folder: readText(value, 'folder') ?? '',
  };
}

export const readPhrases = (value: unknown): readonly Phrase[] =>
  readList(readField(value, 'phrases'), readPhrase);

function readListed(value: unknown): Listed | undefined {
  const conversation = readText(value, 'conversation');
  const buyer = readBuyer(readField(value, 'buyer'));
  return conversation === undefined || buyer === undefined
    ? undefined
    : {
        conversation,
        buyer,
        shop: readText(value, 'shop') ?? '',
        group: readText(value, 'group') ?? '',
        tier: readText(value, 'tier') ?? null,
        agent: readBuyer(readField(value, 'agent')) ?? null,
        waitingSince: readTime(value, 'waitingSince'),
        lastAt: readTime(value, 'lastAt') ?? 0,
        lastText: readText(value, 'lastText') ?? null,
      };
}

/** One page of a list. */
export interface ListedPage {
  readonly rows: readonly Listed[];
  /** It is worth asking again, behind the last of them. */
  readonly more: boolean;
}

export const readListedPage = (value: unknown): ListedPage => ({
  rows: readListedAll(value),
  more: readField(value, 'more') === true,
});

export const readListedAll = (value: unknown): readonly Listed[] =>
  readList(readField(value, 'conversations'), readListed);

export const readCircle = (value: unknown): BilingualCircle => ({
  groups: readList(readField(value, 'groups'), readShopGroup),
  shops: readList(readField(value, 'shops'), readGroup),
  colleagues: readList(readField(value, 'colleagues'), readGroup),
});
