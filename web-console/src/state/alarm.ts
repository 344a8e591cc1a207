import type { ConversationId } from '@/protocol/frames';
import { QUEUE } from './looks';
import { unread, waitingSince } from './transcript';
import { talkOf, type Workbench } from './workbench';

/** Ringing again until somebody has looked. */
export const AGAIN_MS = 20_000;
/** Two rings closer than this would be one noise. */
export const GAP_MS = 1_500;
/** A buyer in the queue for less than this is about to be given to somebody. */
export const QUEUED_MS = 2_000;
/** 千牛 reminds at 100 s, and 3 minutes is the target of rule C1; the clocks in the list turn with them. */
export const LATE_MS = [100_000, 180_000] as const;

/** New words, or somebody who still waits. */
export type Tone = 'message' | 'waiting';

/** One conversation, as far as it may ring. */
export interface Ringing {
  readonly conversation: ConversationId;
  /** The number of the buyer's newest word; 0 without one. */
  readonly newest: number;
  readonly unseen: number;
  /** When the oldest unanswered word was said. */
  readonly since: number | null;
}

/** What there is to hear at a moment. */
export interface Scene {
  readonly now: number;
  readonly talks: readonly Ringing[];
  /** What is looked at in any tab of this browser: it does not ring for new words. */
  readonly lookedAt: ReadonlySet<ConversationId>;
  /** Buyers in the queues of the own groups, while the agent is on duty. */
  readonly queued: number;
  /** What colleagues want of this agent: mentions, and questions for the own groups. */
  readonly mentions: number;
}

/** What was heard before. */
export interface Alarm {
  readonly newest: ReadonlyMap<ConversationId, number>;
  /** How many of the late marks have rung, by conversation. */
  readonly late: ReadonlyMap<ConversationId, number>;
  readonly queue: Queue;
  readonly mentions: number;
  readonly rangAt: number;
}

/** How many buyers of the queue somebody has looked at, how many have rung, and since when there are more. */
interface Queue {
  readonly seen: number;
  readonly rung: number;
  readonly moreSince: number | null;
}

export interface Heard {
  readonly alarm: Alarm;
  readonly tone: Tone | null;
  /** Conversations with new words that nobody looks at, and those that have just become late. */
  readonly fresh: readonly ConversationId[];
  readonly late: readonly ConversationId[];
  readonly mentioned: boolean;
}

export const silence: Alarm = {
  newest: new Map(),
  late: new Map(),
  queue: { seen: 0, rung: 0, moreSince: null },
  mentions: 0,
  rangAt: -Infinity,
};

/** What rings now. What comes close together rings once. */
export function hear(before: Alarm, scene: Scene): Heard {
  const { now, talks, lookedAt, mentions } = scene;
  const unwatched = talks.filter(({ conversation }) => !lookedAt.has(conversation));
  const fresh = unwatched
    .filter(({ conversation, newest }) => newest > (before.newest.get(conversation) ?? 0))
    .map(({ conversation }) => conversation);
  const late = talks
    .filter((talk) => lateness(talk, now) > (before.late.get(talk.conversation) ?? 0))
    .map(({ conversation }) => conversation);
  const mentioned = mentions > before.mentions;
  const queue = queueIn(before.queue, scene);
  const isNew = fresh.length > 0 || mentioned;
  const stillWaits =
    queue.rung > queue.seen || unwatched.some((talk) => talk.unseen > 0 || lateness(talk, now) > 0);
  const again = stillWaits && now - before.rangAt >= AGAIN_MS;
  const insists = late.length > 0 || queue.rung > before.queue.rung || (again && !isNew);
  const due = insists ? 'waiting' : isNew ? 'message' : null;
  const rings = now - before.rangAt < GAP_MS ? null : due;
  return {
    alarm: {
      // A log that comes anew is no news.
      newest: new Map(
        talks.map(({ conversation, newest }) => [
          conversation,
          Math.max(newest, before.newest.get(conversation) ?? 0),
        ]),
      ),
      late: new Map(talks.map((talk) => [talk.conversation, lateness(talk, now)])),
      queue,
      mentions,
      rangAt: rings === null ? before.rangAt : now,
    },
    tone: rings,
    fresh,
    late,
    mentioned,
  };
}

/** Buyers who only pass through the queue do not ring. */
function queueIn(before: Queue, { now, queued, lookedAt }: Scene): Queue {
  if (lookedAt.has(QUEUE)) {
    return { seen: queued, rung: queued, moreSince: null };
  }
  const seen = Math.min(before.seen, queued);
  const rung = Math.min(before.rung, queued);
  const moreSince = queued > rung ? (before.moreSince ?? now) : null;
  return moreSince !== null && now - moreSince >= QUEUED_MS
    ? { seen, rung: queued, moreSince: null }
    : { seen, rung, moreSince };
}

/** How many of the late marks a conversation has passed. */
const lateness = ({ since }: Ringing, now: number): number =>
  since === null ? 0 : LATE_MS.filter((mark) => now - since >= mark).length;

/** The agent's own conversations, as far as they may ring. */
export const ringingIn = (bench: Workbench): readonly Ringing[] =>
  [...bench.roster.cards.keys()].map((conversation) => {
    const talk = talkOf(bench, conversation);
    return {
      conversation,
      newest: talk.unanswered.at(-1)?.seq ?? 0,
      unseen: unread(talk),
      since: waitingSince(talk) ?? null,
    };
  });

export const unseenIn = (talks: readonly Ringing[]): number =>
  talks.reduce((sum, { unseen }) => sum + unseen, 0);
