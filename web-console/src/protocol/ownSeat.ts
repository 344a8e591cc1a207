import type { AvailabilityState } from './frames';
import { readNumber, readText, readTime } from './rest';
import { STATES } from './seats';

/** The agent's own seat, read field by field: what is not as agreed is no answer. */
export interface OwnSeat {
  readonly state: AvailabilityState;
  /** In ms. */
  readonly since: number | null;
  readonly until: number | null;
  readonly reason: string | null;
  readonly away: string | null;
  /** Hung up by itself at so many open conversations; null is never. */
  readonly hangUpAt: number | null;
  /** What the agent's buyers are answered with while the agent is away. */
  readonly awayText: string;
  /** 1 is the next in line for a break; 0 is not in line. */
  readonly breakPosition: number;
}

/** What an agent sets for oneself. */
export type SeatSettings = Pick<OwnSeat, 'hangUpAt' | 'awayText'>;

export function readOwnSeat(value: unknown): OwnSeat | undefined {
  const state = STATES.find((known) => known === readText(value, 'state'));
  return state === undefined
    ? undefined
    : {
        state,
        since: readTime(value, 'since'),
        until: readTime(value, 'until'),
        reason: readText(value, 'reason') ?? null,
        away: readText(value, 'away') ?? null,
        hangUpAt: readNumber(value, 'hangUpAt') ?? null,
        awayText: readText(value, 'awayText') ?? '',
        breakPosition: readNumber(value, 'breakPosition') ?? 0,
      };
}
