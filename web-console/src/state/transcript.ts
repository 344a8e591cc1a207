import type {
  AgentCard,
  Author,
  BuyerCard,
  CardAsked,
  ForBuyer,
  ForBuyerConversationRated,
  FrameLogged,
  Ref,
  Signal,
  SignalQueuePosition,
} from '@/protocol/frames';
import { isAgent } from '@/protocol/topics';

/** How long somebody who typed counts as typing: a signal comes every three seconds, and one may be lost. */
const TYPING_MS = 5_000;

/** Something of mine that is not in the log yet. */
export interface Pending {
  readonly ref: Ref;
  /** What was written; of a file its name, of a card the name of what it shows. */
  readonly text: string;
  readonly madeAt: number;
  /** The code of the refusal for good; null while it is on its way. */
  readonly failed: string | null;
  /** What the desk said about that refusal, where it says more than the code. */
  readonly words?: string;
  readonly file?: Upload;
  readonly card?: CardAsked;
  /** The conversation is to end with it. */
  readonly closes?: true;
}

/** A file on its way to the desk. */
export interface Upload {
  readonly mime: string;
  /** in bytes */
  readonly size: number;
  /** Where the page can show the picture from; null for what is no picture. */
  readonly preview: string | null;
  /** How much of it has arrived, 0 to 1. */
  readonly part: number;
}

/** How far the log was seen by one side; it only grows. */
export interface Marks {
  readonly received: number;
  readonly read: number;
}

/** A conversation's buyer topic, as it is shown. */
export interface Transcript {
  readonly lines: readonly FrameLogged[];
  readonly seq: number;
  readonly pending: readonly Pending[];
  readonly buyerMarks: Marks;
  readonly agentMarks: Marks;
  readonly typing: { readonly author: Author; readonly until: number } | null;
  readonly queue: SignalQueuePosition | null;
  readonly buyer: BuyerCard | null;
  readonly group: string | null;
  readonly agent: AgentCard | null;
  readonly closed: boolean;
  readonly rating: ForBuyerConversationRated | null;
  /** What the buyer has said since an agent spoke last. */
  readonly unanswered: readonly FrameLogged[];
}

const NOTHING_SEEN: Marks = { received: 0, read: 0 };

export const emptyTranscript: Transcript = {
  lines: [],
  seq: 0,
  pending: [],
  buyerMarks: NOTHING_SEEN,
  agentMarks: NOTHING_SEEN,
  typing: null,
  queue: null,
  buyer: null,
  group: null,
  agent: null,
  closed: false,
  rating: null,
  unanswered: [],
};

/** Adds an event of the log. One that is there already changes nothing. */
export function applyEvent(before: Transcript, logged: FrameLogged): Transcript {
  if (logged.seq <= before.seq) {
    return before;
  }
  const after: Transcript = {
    ...before,
    lines: [...before.lines, logged],
    seq: logged.seq,
    pending: without(before.pending, logged.id),
  };
  const { event } = logged;
  switch (event.type) {
    case 'conversation.opened':
      return { ...after, buyer: event.buyer, group: event.group };
    case 'conversation.assigned':
    case 'conversation.transferred':
      return { ...after, agent: event.agent, queue: null };
    case 'conversation.requeued':
      return { ...after, agent: null };
    case 'conversation.closed':
      return { ...after, closed: true, queue: null, typing: null, unanswered: [] };
    case 'conversation.rated':
      return { ...after, rating: event };
    case 'message.recalled':
      return recalled(after, event);
    case 'message.posted':
    case 'attachment.posted':
    case 'card.posted':
      return spoken(after, logged, event);
    default:
      return after;
  }
}

/** Takes what is true now and is kept in no log. */
export function applySignal(before: Transcript, signal: Signal, now: number): Transcript {
  switch (signal.type) {
    case 'typing':
      return { ...before, typing: { author: signal.author, until: now + TYPING_MS } };
    case 'received':
    case 'read':
      return marked(before, signal.author, signal.type, signal.seq);
    case 'queue.position':
      return before.closed || before.agent !== null ? before : { ...before, queue: signal };
    default:
      return before;
  }
}

export const posted = (before: Transcript, pending: Pending): Transcript =>
  before.lines.some(({ id }) => id === pending.ref)
    ? before
    : { ...before, pending: [...without(before.pending, pending.ref), pending] };

export const altered = (before: Transcript, ref: Ref, change: (one: Pending) => Pending): Transcript => ({
  ...before,
  pending: before.pending.map((one) => (one.ref === ref ? change(one) : one)),
});

export const failed = (before: Transcript, ref: Ref, code: string, words?: string): Transcript =>
  altered(before, ref, (one) => ({ ...one, failed: code, ...(words === undefined ? {} : { words }) }));

/** Puts a page of older events before those that are there. */
export function withOlder(before: Transcript, page: readonly FrameLogged[]): Transcript {
  const first = before.lines[0]?.seq ?? Infinity;
  const older = page.filter(({ seq }) => seq < first);
  if (older.length === 0) {
    return before;
  }
  const opened = older.find(({ event }) => event.type === 'conversation.opened')?.event;
  const lines = [...older, ...before.lines];
  return {
    ...before,
    lines,
    seq: Math.max(before.seq, older.at(-1)?.seq ?? 0),
    buyer: before.buyer ?? (opened?.type === 'conversation.opened' ? opened.buyer : null),
    group: before.group ?? (opened?.type === 'conversation.opened' ? opened.group : null),
    unanswered: before.closed ? [] : lines.slice(afterLastAnswer(lines)).filter(isSaidByBuyer),
  };
}

/** There is more of the log than is here. */
export const hasOlder = ({ lines }: Transcript): boolean => (lines[0]?.seq ?? 1) > 1;

export const dropped = (before: Transcript, ref: Ref): Transcript => ({
  ...before,
  pending: without(before.pending, ref),
});

/** The log comes anew; what is on its way stays on its way. */
export const restarted = (before: Transcript): Transcript => ({
  ...emptyTranscript,
  pending: before.pending,
});

/** How many of the buyer's words no agent has looked at. */
export const unread = ({ unanswered, agentMarks }: Transcript): number =>
  unanswered.filter(({ seq }) => seq > agentMarks.read).length;

/** Since when the buyer waits for an answer; undefined when the buyer does not. */
export const waitingSince = ({ unanswered }: Transcript): number | undefined => unanswered[0]?.ts;

export const isTyping = ({ typing }: Transcript, by: (author: Author) => boolean, now: number): boolean =>
  typing !== null && typing.until > now && by(typing.author);

type Spoken = Extract<ForBuyer, { readonly type: 'message.posted' | 'attachment.posted' | 'card.posted' }>;

/** Something a person, or the software in a person's place, has said. */
export const isSaid = (event: FrameLogged['event']): event is Spoken =>
  event.type === 'message.posted' || event.type === 'attachment.posted' || event.type === 'card.posted';

const isSaidByBuyer = ({ event }: FrameLogged): boolean => isSaid(event) && event.author === 'buyer';

const afterLastAnswer = (lines: readonly FrameLogged[]): number =>
  lines.findLastIndex(({ event }) => isSaid(event) && isAgent(event.author)) + 1;

function spoken(after: Transcript, logged: FrameLogged, { author }: Spoken): Transcript {
  const typing = after.typing?.author === author ? null : after.typing;
  if (author === 'buyer') {
    return { ...after, typing, unanswered: [...after.unanswered, logged] };
  }
  // What the software says by itself answers nobody.
  return isAgent(author) ? { ...after, typing, unanswered: [] } : { ...after, typing };
}

/** What was taken back leaves the screen like it leaves the log. */
function recalled(after: Transcript, { author, seq }: { author: Author; seq: number }): Transcript {
  const at = after.lines.findLastIndex((line) => line.seq === seq);
  const line = after.lines[at];
  return {
    ...after,
    lines:
      line === undefined
        ? after.lines
        : after.lines.with(at, { ...line, event: { type: 'message.withdrawn', author } }),
    unanswered: after.unanswered.filter((one) => one.seq !== seq),
  };
}

function marked(before: Transcript, author: Author, kind: 'received' | 'read', seq: number): Transcript {
  const side = author === 'buyer' ? 'buyerMarks' : 'agentMarks';
  const marks = before[side];
  const received = Math.max(marks.received, seq);
  const read = kind === 'read' ? Math.max(marks.read, seq) : marks.read;
  return received === marks.received && read === marks.read
    ? before
    : { ...before, [side]: { received, read } };
}

const without = (pending: readonly Pending[], ref: Ref): readonly Pending[] =>
  pending.some((one) => one.ref === ref) ? pending.filter((one) => one.ref !== ref) : pending;
