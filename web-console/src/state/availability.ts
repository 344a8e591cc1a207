import type { AvailabilityState, FrameLogged } from '@/protocol/frames';
import type { OwnSeat } from '@/protocol/ownSeat';

/** The own state, and what is on the way to the next one. */
export interface Availability {
  readonly state: AvailabilityState;
  /** When it began, in ms; null when that is not known. */
  readonly since: number | null;
  /** When it ends by itself, in ms; null when it does not. */
  readonly until: number | null;
  readonly reason: string | null;
  /** The desk has said that it is about to end. */
  readonly warned: boolean;
  readonly rest: Rest;
  /** How the supervisors answered last, until it is made use of. */
  readonly decided: Decided | null;
}

/** The line for a break. */
export interface Rest {
  /** 1 is the next; 0 is not in line. */
  readonly position: number;
  /** Until when the agent's turn is kept, in ms; null while it is not the agent's. */
  readonly readyUntil: number | null;
}

/** A supervisor's answer to a question for more time. */
export interface Decided {
  /** In the agent's own topic. */
  readonly seq: number;
  readonly request: string;
  readonly granted: boolean;
  readonly minutes: number;
  readonly note: string | null;
}

const NO_REST: Rest = { position: 0, readyUntil: null };

export const offline: Availability = {
  state: 'OFFLINE',
  since: null,
  until: null,
  reason: null,
  warned: false,
  rest: NO_REST,
  decided: null,
};

/** Adds an event of the agent's own topic. */
export function applyToAvailability(before: Availability, { seq, event }: FrameLogged): Availability {
  switch (event.type) {
    case 'availability.changed': {
      const { state, since, until, reason } = event;
      // Who has begun a break, or gone home, stands in no line; what was granted is made use of by a hang-up.
      const stays = state !== 'ON_BREAK' && state !== 'OFFLINE';
      const rest = stays ? before.rest : NO_REST;
      const decided = state === 'HUNG_UP' || state === 'OFFLINE' ? null : before.decided;
      return { state, since, until, reason, warned: false, rest, decided };
    }
    case 'availability.warned':
      return { ...before, until: event.until, warned: true };
    case 'break.waiting':
      return { ...before, rest: { position: event.position, readyUntil: null } };
    case 'break.ready':
      return { ...before, rest: { position: 0, readyUntil: event.until } };
    case 'time.decided': {
      const { request, granted, minutes, note } = event;
      return { ...before, decided: { seq, request, granted, minutes, note } };
    }
    default:
      return before;
  }
}

/** What the desk tells of the own seat where its log no longer does. */
export const seatedAs = (
  before: Availability,
  { state, since, until, reason, breakPosition }: OwnSeat,
): Availability => ({
  ...before,
  state,
  since,
  until,
  reason,
  rest: { ...before.rest, position: breakPosition },
});

export type Level = 'calm' | 'soon' | 'over';

/** What a state's clock shows. */
export interface Countdown {
  readonly level: Level;
  /** What is left, or for how long it has been too long. */
  readonly ms: number;
}

/** The last fifth of a time, and no more than two minutes, is soon: of 10 minutes hung up the warning comes at 8:00. */
const LAST_PART = 0.2;
const SOON_MS = 120_000;

/** How long the state may still last; null for one that ends with nothing but a decision. */
export function countdownOf({ state, since, until, warned }: Availability, now: number): Countdown | null {
  if (state === 'OVERDUE') {
    return { level: 'over', ms: Math.max(0, now - (since ?? now)) };
  }
  if (until === null || (state !== 'HUNG_UP' && state !== 'ON_BREAK')) {
    return null;
  }
  const left = until - now;
  if (left <= 0) {
    return { level: 'over', ms: now - until };
  }
  const soon = Math.min(SOON_MS, (until - (since ?? until)) * LAST_PART);
  return { level: warned || left <= soon ? 'soon' : 'calm', ms: left };
}

/** Whether the agent is away for longer than was allowed. */
export const isOverdue = (availability: Availability, now: number): boolean =>
  countdownOf(availability, now)?.level === 'over';
