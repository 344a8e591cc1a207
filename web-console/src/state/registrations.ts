import type { FrameLogged } from '@/protocol/frames';
import { LONGEST, MOST_TOLD, type Registration } from '@/protocol/registrations';
import { maskedText } from './masks';
import type { Transcript } from './transcript';

/** That a colleague has written down a question for a group of the agent's. */
export interface Told {
  /** In the agent's own topic. */
  readonly seq: number;
  readonly registration: string;
  readonly shop: string;
  readonly group: string;
  /** The colleague's id. */
  readonly by: string;
  readonly question: string;
}

/** The open questions of one group. */
export interface OpenList {
  readonly rows: readonly Registration[];
  /** All up to this number of the agent's own topic had been told when the list was asked for. */
  readonly asOf: number;
}

/** By group. */
export type OpenLists = ReadonlyMap<string, OpenList>;

/** Adds an event of the agent's own topic, if it tells of a question. */
export function applyToRegistered(before: readonly Told[], { seq, event }: FrameLogged): readonly Told[] {
  if (event.type !== 'registered.for') {
    return before;
  }
  const { registration, shop, group, by, question } = event;
  return [...before, { seq, registration, shop, group, by, question }];
}

/** The open questions of these groups, the oldest first. */
export const openIn = (lists: OpenLists, groups: readonly string[]): readonly Registration[] =>
  groups.flatMap((group) => lists.get(group)?.rows ?? []).sort((one, other) => one.at - other.at);

/** What the agent was told and has not looked at, unless somebody has seen to it since. */
export const newsOf = (told: readonly Told[], seenTo: number, lists: OpenLists): readonly Told[] =>
  told.filter((one) => one.seq > seenTo && isOpen(one, lists.get(one.group)));

/**
 * Until the list has come nobody knows. One that was asked for before the question came does not have it; neither does one
 * that is cut off.
 */
const isOpen = ({ seq, registration }: Told, list: OpenList | undefined): boolean =>
  list !== undefined &&
  (list.asOf < seq || list.rows.length >= MOST_TOLD || list.rows.some(({ id }) => id === registration));

/** Somebody has seen to it. */
export function withoutRegistration(before: OpenLists, { id, group }: Registration): OpenLists {
  const list = before.get(group);
  return list === undefined
    ? before
    : new Map(before).set(group, { ...list, rows: list.rows.filter((one) => one.id !== id) });
}

/** What the buyer said last, as a question to begin with: how to reach the buyer is written elsewhere (rule C8). */
export function questionOf({ lines }: Transcript): string {
  const event = lines.findLast(
    (line) => line.event.type === 'message.posted' && line.event.author === 'buyer',
  )?.event;
  return event?.type === 'message.posted'
    ? [...maskedText(event.text)].slice(0, LONGEST.question).join('')
    : '';
}
