import type { Attachment, Author, Card, CardAsked, ConversationId, FrameLogged } from '@/protocol/frames';
import { conversationOf, isAgent } from '@/protocol/topics';
import { isSaid, type Pending, type Transcript, type Upload } from '@/state/transcript';

/** What somebody said, or is about to say. */
export type Body =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'file'; readonly attachment: Attachment; readonly conversation: ConversationId }
  | { readonly type: 'card'; readonly card: Card }
  | { readonly type: 'upload'; readonly name: string; readonly file: Upload }
  | { readonly type: 'asked'; readonly card: CardAsked };

export interface Said {
  readonly kind: 'said';
  readonly key: string;
  /** Its place in the log; null while it has none. */
  readonly seq: number | null;
  readonly author: Author;
  readonly own: boolean;
  readonly body: Body;
  readonly ts: number;
  /** The first of several in a row: it says who and when. */
  readonly first: boolean;
  readonly state: 'sending' | 'failed' | 'sent' | 'read' | null;
  readonly failed: string | null;
  /** What the desk said of the refusal. */
  readonly words: string;
}

/** A turn of the conversation, told in one line. */
export interface Turned {
  readonly kind: 'turn';
  readonly key: string;
  readonly ts: number;
  /** Which turn: the last part of its words' key. */
  readonly words: string;
  readonly values: Record<string, string | number>;
}

/** What a transcript shows, from top to bottom. */
export type Item =
  { readonly kind: 'day' | 'gap'; readonly key: string; readonly ts: number } | Turned | Said;

export type Side = 'buyer' | 'agent';

/** Words that come close together need one time only. */
const GAP_MS = 5 * 60 * 1000;

export function itemsOf(talk: Transcript, side: Side): readonly Item[] {
  const items: Item[] = [];
  const isToday = sameDay();
  const lastOwn = talk.lines.findLast(({ event }) => isSaid(event) && isOwn(event.author, side));
  const isOfLastTalk = lastOwn?.topic === talk.lines.at(-1)?.topic;
  const seen = side === 'buyer' ? talk.agentMarks.read : talk.buyerMarks.read;
  let before: FrameLogged | undefined;
  for (const line of talk.lines) {
    const key = `${line.topic} ${String(line.seq)}`;
    if (!isToday(line.ts)) {
      items.push({ kind: 'day', key: `day ${key}`, ts: line.ts });
    } else if (before !== undefined && line.ts - before.ts > GAP_MS) {
      items.push({ kind: 'gap', key: `gap ${key}`, ts: line.ts });
    }
    const state = line !== lastOwn || !isOfLastTalk ? null : line.seq <= seen ? 'read' : 'sent';
    items.push(...itemsFor(line, side, before, state));
    before = line;
  }
  return [...items, ...talk.pending.map((one) => unsent(one, side))];
}

const isOwn = (author: Author, side: Side): boolean =>
  side === 'buyer' ? author === 'buyer' : isAgent(author);

function itemsFor(
  line: FrameLogged,
  side: Side,
  before: FrameLogged | undefined,
  state: 'sent' | 'read' | null,
): readonly Item[] {
  const { id, ts, seq, event } = line;
  const said = (author: Author, body: Body, first: boolean): Said => ({
    kind: 'said',
    key: id,
    seq,
    author,
    own: isOwn(author, side),
    body,
    ts,
    first,
    state,
    failed: null,
    words: '',
  });
  const turn = (words: string, values: Turned['values'] = {}): readonly Turned[] => [
    { kind: 'turn', key: id, ts, words, values },
  ];
  switch (event.type) {
    case 'conversation.opened':
      return (event.about ?? []).map((card, i) => ({
        ...said('buyer', { type: 'card', card }, i === 0),
        key: `${id} ${String(i)}`,
      }));
    case 'message.posted':
    case 'attachment.posted':
    case 'card.posted':
      return [said(event.author, bodyOf(line), isFirst(event.author, ts, before))];
    case 'message.withdrawn':
      return turn(isOwn(event.author, side) ? 'withdrawnByMe' : 'withdrawn');
    case 'conversation.assigned':
      return turn('assigned', { name: event.agent.name });
    case 'conversation.transferred':
      return turn('transferred', { name: event.agent.name });
    case 'conversation.requeued':
      return turn('requeued');
    case 'conversation.closed':
      return turn('closed');
    case 'conversation.rated':
      return turn(event.comment === null ? 'rated' : 'ratedWith', {
        stars: '★'.repeat(event.stars) + '☆'.repeat(5 - event.stars),
        comment: event.comment ?? '',
      });
    default:
      return [];
  }
}

function bodyOf({ event, topic }: FrameLogged): Body {
  switch (event.type) {
    case 'attachment.posted':
      return { type: 'file', attachment: event.attachment, conversation: conversationOf(topic) ?? '' };
    case 'card.posted':
      return { type: 'card', card: event.card };
    default:
      return { type: 'text', text: event.type === 'message.posted' ? event.text : '' };
  }
}

/** What can be read of it where only text is shown. */
export function plainText(body: Body): string {
  switch (body.type) {
    case 'text':
      return body.text;
    case 'file':
      return body.attachment.name;
    case 'upload':
      return body.name;
    case 'card':
      return body.card.type === 'product' ? body.card.name : body.card.number;
    case 'asked':
      return body.card.type === 'product' ? body.card.product : body.card.order;
  }
}

function unsent({ ref, text, madeAt, failed, words = '', file, card }: Pending, side: Side): Said {
  const body: Body =
    file !== undefined
      ? { type: 'upload', name: text, file }
      : card !== undefined
        ? { type: 'asked', card }
        : { type: 'text', text };
  return {
    kind: 'said',
    key: ref,
    seq: null,
    author: side === 'buyer' ? 'buyer' : 'agent:',
    own: true,
    body,
    ts: madeAt,
    first: false,
    state: failed === null ? 'sending' : 'failed',
    failed,
    words,
  };
}

const isFirst = (author: Author, ts: number, before: FrameLogged | undefined): boolean =>
  before === undefined || speaker(before.event) !== author || ts - before.ts > GAP_MS;

/** What the buyer asks about is shown with the beginning, as if the buyer had said it. */
const speaker = (event: FrameLogged['event']): Author | undefined =>
  isSaid(event) ? event.author : event.type === 'conversation.opened' && event.about ? 'buyer' : undefined;

/** Whether a time is on the day of the one before it; days are compared as few times as there are days. */
function sameDay(): (ts: number) => boolean {
  let from = 0;
  let to = 0;
  return (ts) => {
    if (ts >= from && ts < to) {
      return true;
    }
    const day = new Date(ts);
    from = day.setHours(0, 0, 0, 0);
    to = day.setDate(day.getDate() + 1);
    return false;
  };
}
