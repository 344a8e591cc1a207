import type { Author, FrameLogged, Refusal } from '@/protocol/frames';
import { isAgent } from '@/protocol/topics';
import type { Transcript } from '@/state/transcript';

/** What a transcript shows, from top to bottom. */
export type Item =
  | { readonly kind: 'day'; readonly key: string; readonly ts: number }
  | {
      readonly kind: 'turn';
      readonly key: string;
      readonly words: string;
      readonly values: Record<string, string>;
    }
  | {
      readonly kind: 'said';
      readonly key: string;
      readonly author: Author;
      readonly own: boolean;
      readonly text: string;
      readonly ts: number;
      /** The first of several in a row: it says who and when. */
      readonly first: boolean;
      readonly state: 'sending' | 'failed' | 'sent' | 'read' | null;
      readonly failed: Refusal | null;
    };

export type Side = 'buyer' | 'agent';

/** Words that come close together need one time only. */
const GAP_MS = 5 * 60 * 1000;

export function itemsOf(talk: Transcript, side: Side): readonly Item[] {
  const items: Item[] = [];
  let before: FrameLogged | undefined;
  const lastOwn = talk.lines.findLast(({ event }) => 'author' in event && isOwn(event.author, side));
  const seen = side === 'buyer' ? talk.agentMarks.read : talk.buyerMarks.read;
  for (const line of talk.lines) {
    if (before === undefined || !isSameDay(before.ts, line.ts)) {
      items.push({ kind: 'day', key: `day ${line.topic} ${String(line.seq)}`, ts: line.ts });
    }
    const state =
      line === lastOwn && line.topic === talk.lines.at(-1)?.topic
        ? line.seq <= seen
          ? 'read'
          : 'sent'
        : null;
    const item = itemOf(line, side, before, state);
    if (item !== undefined) {
      items.push(item);
    }
    before = line;
  }
  const own: Author = side === 'buyer' ? 'buyer' : 'agent:';
  for (const { ref, text, madeAt, failed } of talk.pending) {
    const state = failed === null ? 'sending' : 'failed';
    items.push({
      kind: 'said',
      key: ref,
      author: own,
      own: true,
      text,
      ts: madeAt,
      first: false,
      state,
      failed,
    });
  }
  return items;
}

const isOwn = (author: Author, side: Side): boolean =>
  side === 'buyer' ? author === 'buyer' : isAgent(author);

function itemOf(
  { id, ts, event }: FrameLogged,
  side: Side,
  before: FrameLogged | undefined,
  state: 'sent' | 'read' | null,
): Item | undefined {
  switch (event.type) {
    case 'message.posted':
    case 'attachment.posted': {
      const { author } = event;
      const text = event.type === 'message.posted' ? event.text : event.attachment.name;
      return {
        kind: 'said',
        key: id,
        author,
        own: isOwn(author, side),
        text,
        ts,
        first: isFirst(author, ts, before),
        state,
        failed: null,
      };
    }
    case 'conversation.assigned':
      return { kind: 'turn', key: id, words: 'ui.turn.assigned', values: { name: event.agent.name } };
    case 'conversation.requeued':
      return { kind: 'turn', key: id, words: 'ui.turn.requeued', values: {} };
    case 'conversation.closed':
      return { kind: 'turn', key: id, words: 'ui.turn.closed', values: {} };
    default:
      return undefined;
  }
}

const isFirst = (author: Author, ts: number, before: FrameLogged | undefined): boolean =>
  before === undefined ||
  !('author' in before.event) ||
  before.event.author !== author ||
  ts - before.ts > GAP_MS;

const isSameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();
