import { isFrame, isObject } from './codec';
import type { BuyerCard, ConversationId, FrameLogged, Role } from './frames';

/** What the REST interface answers, read field by field: what is not as agreed is no answer. */

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly desk: string;
}

/** One of the agent's open conversations in the snapshot. */
export interface OpenConversation {
  readonly conversation: ConversationId;
  /** What the agent's commands on it have to name. */
  readonly revision: number;
  readonly shop: string;
  readonly group: string;
  readonly buyer: BuyerCard;
  /** What the shop calls the buyer's rank. */
  readonly tier: string | null;
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

export interface Admission {
  readonly token: string;
  readonly buyer: BuyerCard;
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Of a form that was refused: which field, as the wire names it. */
  readonly field?: string;
  /** All that was answered, for those who expect more than that. */
  readonly body?: unknown;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const readList = <T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] =>
  Array.isArray(value) ? value.map(read).filter((item) => item !== undefined) : [];

export function readText(value: unknown, field: string): string | undefined {
  return isObject(value) ? text(value[field]) : undefined;
}

export function readNumber(value: unknown, field: string): number | undefined {
  const found = isObject(value) ? value[field] : undefined;
  return typeof found === 'number' ? found : undefined;
}

export const readField = (value: unknown, field: string): unknown =>
  isObject(value) ? value[field] : undefined;

const ROLES: readonly Role[] = ['AGENT', 'SUPERVISOR', 'ADMIN'];

export function readStaff(value: unknown): Staff | undefined {
  const id = readText(value, 'id');
  const name = readText(value, 'name');
  const role = ROLES.find((known) => known === readText(value, 'role'));
  const desk = readText(value, 'desk');
  if (id === undefined || name === undefined || role === undefined || desk === undefined) {
    return undefined;
  }
  return { id, name, displayName: readText(value, 'displayName') ?? name, role, desk };
}

export function readSetup(value: unknown): { readonly open: boolean } {
  return { open: readField(value, 'open') === true };
}

export function readBuyer(value: unknown): BuyerCard | undefined {
  const id = readText(value, 'id');
  return id === undefined ? undefined : { id, name: readText(value, 'name') ?? null };
}

export function readOpenConversation(value: unknown): OpenConversation | undefined {
  const conversation = readText(value, 'conversation');
  const revision = readNumber(value, 'revision');
  const buyer = readBuyer(readField(value, 'buyer'));
  if (conversation === undefined || revision === undefined || buyer === undefined) {
    return undefined;
  }
  return {
    conversation,
    revision,
    shop: readText(value, 'shop') ?? '',
    group: readText(value, 'group') ?? '',
    buyer,
    tier: readText(value, 'tier') ?? null,
  };
}

export function readGroup(value: unknown): Group | undefined {
  const id = readText(value, 'id');
  return id === undefined ? undefined : { id, name: readText(value, 'name') ?? id };
}

export function readAdmission(value: unknown): Admission | undefined {
  const token = readText(value, 'token');
  const buyer = readBuyer(readField(value, 'buyer'));
  return token === undefined || buyer === undefined ? undefined : { token, buyer };
}

export function readProblem(status: number, value: unknown): Problem {
  const field = readText(value, 'field');
  return {
    status,
    code: readText(value, 'code') ?? 'UNKNOWN',
    detail: readText(value, 'detail') ?? '',
    ...(field === undefined ? {} : { field }),
    body: value,
  };
}

/** A time as ms or as ISO text; both are agreed, each for its own fields. */
export function readTime(value: unknown, field: string): number | null {
  const found = readNumber(value, field) ?? Date.parse(readText(value, field) ?? '');
  return Number.isNaN(found) ? null : found;
}

/** What is kept under names, read one by one. */
export const readNamed = <T>(
  value: unknown,
  read: (item: unknown) => T | undefined,
): Readonly<Record<string, T>> =>
  isObject(value) && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, item]) => {
          const found = read(item);
          return found === undefined ? [] : [[name, found]];
        }),
      )
    : {};

/** A page of a topic's log, oldest first. */
export function readEvents(value: unknown): readonly FrameLogged[] | undefined {
  const events = readField(value, 'events');
  return Array.isArray(events)
    ? readList(events, (event) => (isFrame(event) && event.type === 'event' ? event : undefined))
    : undefined;
}
