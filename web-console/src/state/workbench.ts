import type { ConversationId, FrameLogged, FrameSignalled, Topic } from '@/protocol/frames';
import type { OpenConversation } from '@/protocol/rest';
import { audienceOf, buyerTopic, conversationOf, staffTopic } from '@/protocol/topics';
import { applyToAvailability, offline, type Availability } from './availability';
import { applyToHandover, nothingHandedOver, type Handover } from './handover';
import { applyToMentions, type Mention } from './mentions';
import { applyToRegistered, type Told } from './registrations';
import { applySnapshot, applyToRoster, emptyRoster, type Card, type Roster } from './roster';
import {
  applyEvent,
  applySignal,
  emptyTranscript,
  restarted,
  waitingSince,
  type Transcript,
} from './transcript';

/** Everything an agent sees: one topic tells what is the agent's, each conversation has one for both and one for staff. */
export interface Workbench {
  readonly roster: Roster;
  readonly availability: Availability;
  readonly talks: ReadonlyMap<ConversationId, Transcript>;
  /** Notes and reasons. */
  readonly notes: ReadonlyMap<ConversationId, readonly FrameLogged[]>;
  readonly mentions: readonly Mention[];
  /** Questions that were written down for the agent's groups. */
  readonly registered: readonly Told[];
  readonly handover: Handover;
}

export const emptyWorkbench: Workbench = {
  roster: emptyRoster,
  availability: offline,
  talks: new Map(),
  notes: new Map(),
  mentions: [],
  registered: [],
  handover: nothingHandedOver,
};

export function applyLogged(before: Workbench, logged: FrameLogged): Workbench {
  const conversation = conversationOf(logged.topic);
  if (conversation === undefined) {
    const roster = applyToRoster(before.roster, logged);
    return roster === before.roster
      ? before
      : {
          ...before,
          roster,
          availability: applyToAvailability(before.availability, logged),
          mentions: applyToMentions(before.mentions, logged),
          registered: applyToRegistered(before.registered, logged),
          handover: applyToHandover(before.handover, logged, before.roster),
        };
  }
  if (audienceOf(logged.topic) === 'buyer') {
    return withTalk(before, conversation, (talk) => applyEvent(talk, logged));
  }
  const notes = before.notes.get(conversation) ?? [];
  return logged.seq <= (notes.at(-1)?.seq ?? 0)
    ? before
    : { ...before, notes: new Map(before.notes).set(conversation, [...notes, logged]) };
}

/** Puts a page of older notes before those that are there. */
export function withOlderNotes(
  before: Workbench,
  conversation: ConversationId,
  page: readonly FrameLogged[],
): Workbench {
  const notes = before.notes.get(conversation) ?? [];
  const older = page.filter(({ seq }) => seq < (notes[0]?.seq ?? Infinity));
  return older.length === 0
    ? before
    : { ...before, notes: new Map(before.notes).set(conversation, [...older, ...notes]) };
}

export function applySignalled(before: Workbench, { topic, signal }: FrameSignalled, now: number): Workbench {
  const conversation = conversationOf(topic);
  return conversation === undefined
    ? before
    : withTalk(before, conversation, (talk) => applySignal(talk, signal, now));
}

/** A topic's log comes anew. */
export function forget(before: Workbench, topic: Topic): Workbench {
  const conversation = conversationOf(topic);
  if (conversation === undefined) {
    return { ...before, roster: emptyRoster, mentions: [], registered: [], handover: nothingHandedOver };
  }
  return audienceOf(topic) === 'buyer'
    ? withTalk(before, conversation, restarted)
    : { ...before, notes: new Map(before.notes).set(conversation, []) };
}

export const withSnapshot = (before: Workbench, snapshot: readonly OpenConversation[]): Workbench => ({
  ...before,
  roster: applySnapshot(before.roster, snapshot),
});

export function withTalk(
  before: Workbench,
  conversation: ConversationId,
  change: (talk: Transcript) => Transcript,
): Workbench {
  const talk = before.talks.get(conversation) ?? emptyTranscript;
  const changed = change(talk);
  return changed === talk ? before : { ...before, talks: new Map(before.talks).set(conversation, changed) };
}

export const talkOf = (workbench: Workbench, conversation: ConversationId): Transcript =>
  workbench.talks.get(conversation) ?? emptyTranscript;

/** What has to be followed so that the agent's conversations are complete. */
export const topicsOf = ({ roster }: Workbench): readonly Topic[] =>
  [...roster.cards.keys()].flatMap((conversation) => [buyerTopic(conversation), staffTopic(conversation)]);

/** The agent's conversations: who waits longest first, then the ones spoken in last. */
export function inOrder(workbench: Workbench): readonly Card[] {
  const lastAt = (card: Card): number => talkOf(workbench, card.conversation).lines.at(-1)?.ts ?? 0;
  const waits = (card: Card): number => waitingSince(talkOf(workbench, card.conversation)) ?? Infinity;
  return [...workbench.roster.cards.values()].sort((a, b) =>
    waits(a) === waits(b) ? lastAt(b) - lastAt(a) : waits(a) - waits(b),
  );
}
