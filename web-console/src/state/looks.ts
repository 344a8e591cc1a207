import { isObject } from '@/protocol/codec';

/** A tab that looks says so again well before this; one that has died is soon forgotten. */
export const LOOK_MS = 12_000;
export const LOOK_AGAIN_MS = 4_000;

/** What the tabs of one browser look at: conversations, the queue, or what was registered. */
export type Looks = ReadonlyMap<string, { readonly places: readonly string[]; readonly until: number }>;

/** What one tab tells the others. */
export interface Look {
  readonly tab: string;
  readonly places: readonly string[];
  /** It has just come, and wants to hear of the others. */
  readonly asks: boolean;
}

/** The buyers who wait for anybody. */
export const QUEUE = 'queue';
/** The questions that were written down for the agent's groups. */
export const REGISTERED = 'registered';
/** The console, whatever it shows. */
export const CONSOLE = 'console';

export function readLook(value: unknown): Look | undefined {
  if (!isObject(value) || typeof value['tab'] !== 'string' || !Array.isArray(value['places'])) {
    return undefined;
  }
  const places = value['places'].filter((place: unknown) => typeof place === 'string');
  return { tab: value['tab'], places, asks: value['asks'] === true };
}

export const looked = (before: Looks, { tab, places }: Look, now: number): Looks =>
  new Map(before).set(tab, { places, until: now + LOOK_MS });

export const lookedAt = (looks: Looks, now: number): ReadonlySet<string> =>
  new Set([...looks.values()].flatMap(({ places, until }) => (until > now ? places : [])));
