import type { AvailabilityState, Role } from './frames';
import { readField, readList, readNumber, readText, readTime } from './rest';

/** How the agents of a desk stand, as the desk tells it beside the socket. */

export const STATES: readonly AvailabilityState[] = [
  'ONLINE',
  'HUNG_UP',
  'ON_BREAK',
  'DRAINING',
  'OVERDUE',
  'OFFLINE',
];

export interface Seat {
  readonly agent: string;
  readonly name: string;
  readonly role: Role;
  readonly groups: readonly string[];
  readonly state: AvailabilityState;
  /** In ms. */
  readonly since: number;
  /** When the state ends by itself, in ms; null when it does not. */
  readonly until: number | null;
  readonly reason: string | null;
  readonly load: number;
  readonly cap: number;
  /** How many of the open conversations wait for an answer. */
  readonly unanswered: number;
}

/** An agent asks to be hung up for longer than the limit. */
export interface TimeRequest {
  readonly request: string;
  readonly agent: string;
  readonly name: string;
  readonly minutes: number;
  readonly reason: string;
  /** In ms; null when it is not known. */
  readonly askedAt: number | null;
}

/** A stretch of an agent's day in one state. */
export interface Interval {
  readonly state: AvailabilityState;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  readonly reason: string | null;
  /** Who or what brought it about. */
  readonly by: string | null;
}

const ROLES: readonly Role[] = ['AGENT', 'SUPERVISOR', 'ADMIN'];
const readState = (value: unknown): AvailabilityState | undefined =>
  STATES.find((known) => known === readText(value, 'state'));
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const readAll = <T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined =>
  Array.isArray(value) ? readList(value, read) : undefined;

function readSeat(value: unknown): Seat | undefined {
  const agent = readText(value, 'agent');
  const state = readState(value);
  return agent === undefined || state === undefined
    ? undefined
    : {
        agent,
        state,
        name: readText(value, 'name') ?? agent,
        role: ROLES.find((known) => known === readText(value, 'role')) ?? 'AGENT',
        groups: readList(readField(value, 'groups'), asText),
        since: readTime(value, 'since') ?? 0,
        until: readTime(value, 'until'),
        reason: readText(value, 'reason') ?? null,
        load: readNumber(value, 'load') ?? 0,
        cap: readNumber(value, 'cap') ?? 0,
        unanswered: readNumber(value, 'unanswered') ?? 0,
      };
}

export const readSeats = (value: unknown): readonly Seat[] | undefined => readAll(value, readSeat);

function readTimeRequest(value: unknown): TimeRequest | undefined {
  const request = readText(value, 'request');
  const agent = readText(value, 'agent');
  return request === undefined || agent === undefined
    ? undefined
    : {
        request,
        agent,
        name: readText(value, 'name') ?? agent,
        minutes: readNumber(value, 'minutes') ?? 0,
        reason: readText(value, 'reason') ?? '',
        askedAt: readTime(value, 'at'),
      };
}

export const readTimeRequests = (value: unknown): readonly TimeRequest[] | undefined =>
  readAll(value, readTimeRequest);

function readInterval(value: unknown): Interval | undefined {
  const state = readState(value);
  const from = readTime(value, 'from');
  return state === undefined || from === null
    ? undefined
    : {
        state,
        from,
        to: readTime(value, 'to'),
        reason: readText(value, 'reason') ?? null,
        by: readText(value, 'by') ?? null,
      };
}

export const readTimeline = (value: unknown): readonly Interval[] | undefined => readAll(value, readInterval);
