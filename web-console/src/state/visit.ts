import type { Author, ConversationId, FrameLogged, FrameSignalled, Ref, Topic } from '@/protocol/frames';
import { conversationOf } from '@/protocol/topics';
import {
  applyEvent,
  applySignal,
  dropped,
  emptyTranscript,
  failed,
  isSaid,
  posted,
  restarted,
  withOlder,
  type Pending,
  type Transcript,
} from './transcript';

/** What a buyer sees: one conversation after the other, the last one may be open. */
export interface Visit {
  readonly order: readonly ConversationId[];
  readonly talks: ReadonlyMap<ConversationId, Transcript>;
  /** First words of a conversation that has no id yet. */
  readonly starting: readonly Pending[];
}

export const emptyVisit: Visit = { order: [], talks: new Map(), starting: [] };

export const entered = (before: Visit, conversation: ConversationId): Visit =>
  before.talks.has(conversation)
    ? before
    : {
        ...before,
        order: [...before.order, conversation],
        talks: new Map(before.talks).set(conversation, emptyTranscript),
      };

export function applyLogged(before: Visit, logged: FrameLogged): Visit {
  const conversation = conversationOf(logged.topic);
  if (conversation === undefined) {
    return before;
  }
  const starting = before.starting.filter(({ ref }) => ref !== logged.id);
  return { ...withTalk(before, conversation, (talk) => applyEvent(talk, logged)), starting };
}

export const applySignalled = (before: Visit, { topic, signal }: FrameSignalled, now: number): Visit =>
  withTalk(before, conversationOf(topic), (talk) => applySignal(talk, signal, now));

export const forget = (before: Visit, topic: Topic): Visit =>
  withTalk(before, conversationOf(topic), restarted);

/** Adds what is older than all that is known of a conversation; one that is not known yet comes before the others. */
export function withEarlier(
  before: Visit,
  conversation: ConversationId,
  older: readonly FrameLogged[],
): Visit {
  const known = before.talks.get(conversation);
  const talk = known === undefined ? older.reduce(applyEvent, emptyTranscript) : withOlder(known, older);
  return {
    ...before,
    order: known === undefined ? [conversation, ...before.order] : before.order,
    talks: new Map(before.talks).set(conversation, talk),
  };
}

/** What comes before all that is shown. */
export interface Earlier {
  readonly conversation: ConversationId;
  /** The first event of it that is there; null when none is. */
  readonly before: number | null;
}

/** Where to ask for earlier words; undefined when everything is there. */
export function earlierThan(visit: Visit): Earlier | undefined {
  const [conversation] = visit.order;
  const first = conversation === undefined ? undefined : visit.talks.get(conversation)?.lines[0];
  if (conversation === undefined || first === undefined) {
    return undefined;
  }
  if (first.seq > 1) {
    return { conversation, before: first.seq };
  }
  const { event } = first;
  return event.type === 'conversation.opened' && event.previous !== null
    ? { conversation: event.previous, before: null }
    : undefined;
}

export const startedWith = (before: Visit, pending: Pending): Visit => ({
  ...before,
  starting: [...before.starting.filter(({ ref }) => ref !== pending.ref), pending],
});

export const postedIn = (before: Visit, conversation: ConversationId, pending: Pending): Visit =>
  withTalk(before, conversation, (talk) => posted(talk, pending));

export const failedWith = (before: Visit, ref: Ref, code: string): Visit => ({
  ...everywhere(before, (talk) => failed(talk, ref, code)),
  starting: before.starting.map((one) => (one.ref === ref ? { ...one, failed: code } : one)),
});

export const droppedFrom = (before: Visit, ref: Ref): Visit => ({
  ...everywhere(before, (talk) => dropped(talk, ref)),
  starting: before.starting.filter((one) => one.ref !== ref),
});

/** The conversation that goes on; undefined when the next word begins a new one. */
export function openConversation(visit: Visit): ConversationId | undefined {
  const last = visit.order.at(-1);
  const { lines, closed } = lastTalk(visit);
  // Until its first event is there it may be an old one: asked to begin, the desk goes on with what is open.
  return closed || lines.length === 0 ? undefined : last;
}

/** The conversation that the next one follows. */
export const lastClosed = (visit: Visit): ConversationId | undefined =>
  visit.order.findLast((id) => visit.talks.get(id)?.closed === true);

export const lastTalk = (visit: Visit): Transcript => {
  const last = visit.order.at(-1);
  return (last === undefined ? undefined : visit.talks.get(last)) ?? emptyTranscript;
};

/** What is shown: all conversations of the visit, and what is not in any log yet at the end. */
export function asOne(visit: Visit): Transcript {
  const talks = visit.order.map((id) => visit.talks.get(id) ?? emptyTranscript);
  return {
    ...lastTalk(visit),
    lines: talks.flatMap(({ lines }) => lines),
    pending: [...talks.flatMap(({ pending }) => pending), ...visit.starting],
  };
}

/** How many of the desk's words the buyer has not looked at. */
export function unreadByBuyer(visit: Visit): number {
  const { lines, buyerMarks } = lastTalk(visit);
  return lines.filter(({ seq, event }) => seq > buyerMarks.read && speaksToBuyer(event) !== undefined).length;
}

/** Who speaks to the buyer: somebody, or the desk by itself; nobody, when it is no word or the buyer's own. */
export const speaksToBuyer = (event: FrameLogged['event']): Author | undefined =>
  isSaid(event) && event.author !== 'buyer' ? event.author : undefined;

/** How long after the close a rating is taken. */
const RATING_MS = 24 * 60 * 60 * 1000;

/** Whether the last conversation is to be rated, and how it was. */
export type Rating = { readonly kind: 'asked' | 'none' } | { readonly kind: 'given'; readonly stars: number };

export function ratingOf(visit: Visit, now: number): Rating {
  const { lines, rating } = lastTalk(visit);
  if (rating !== null) {
    return { kind: 'given', stars: rating.stars };
  }
  const closed = lines.find(({ event }) => event.type === 'conversation.closed');
  const asked = closed?.event.type === 'conversation.closed' && closed.event.ratingAsked;
  return { kind: asked === true && now - closed.ts < RATING_MS ? 'asked' : 'none' };
}

function withTalk(
  before: Visit,
  conversation: ConversationId | undefined,
  change: (talk: Transcript) => Transcript,
): Visit {
  if (conversation === undefined) {
    return before;
  }
  const known = entered(before, conversation);
  const talk = known.talks.get(conversation) ?? emptyTranscript;
  const changed = change(talk);
  return changed === talk ? known : { ...known, talks: new Map(known.talks).set(conversation, changed) };
}

const everywhere = (visit: Visit, change: (talk: Transcript) => Transcript): Visit => ({
  ...visit,
  talks: new Map([...visit.talks].map(([id, talk]) => [id, change(talk)])),
});
