import type { ConversationId } from './frames';
import { readField, readGroup, readList, readText, readTime, type Group } from './rest';

/** A question that was written down for a group (rule C3), as the desk tells it beside the socket. */
export interface Registration {
  readonly id: string;
  readonly shop: string;
  readonly group: string;
  /** Who wrote it down. */
  readonly by: Group;
  readonly question: string;
  /** Masked; null when it is not known how to reach the buyer. */
  readonly contact: string | null;
  /** In ms. */
  readonly at: number;
}

/** What is written down. */
export interface Wanted {
  readonly shop: string;
  readonly group: string;
  readonly question: string;
  readonly contact: string | null;
  /** The one it was asked in. */
  readonly conversation: ConversationId;
}

/** As long as the desk takes them. */
export const LONGEST = { question: 500, contact: 100 } as const;
/** So many of a group are told at once, the oldest. */
export const MOST_TOLD = 200;

export function readRegistration(value: unknown): Registration | undefined {
  const id = readText(value, 'id');
  const group = readText(value, 'group');
  const by = readGroup(readField(value, 'by'));
  const question = readText(value, 'question');
  const at = readTime(value, 'at');
  return id === undefined || group === undefined || by === undefined || question === undefined || at === null
    ? undefined
    : {
        id,
        group,
        by,
        question,
        at,
        shop: readText(value, 'shop') ?? '',
        contact: readText(value, 'contact') ?? null,
      };
}

export const readRegistrations = (value: unknown): readonly Registration[] | undefined =>
  Array.isArray(value) ? readList(value, readRegistration) : undefined;
