import type { Listed } from '@/protocol/desk';
import type { AgentCard, ConversationId } from '@/protocol/frames';
import type { Shown } from './roster';
import { isSaid, unread, waitingSince, type Transcript } from './transcript';
import { inOrder, talkOf, type Workbench } from './workbench';

/** Which conversations a list has. */
export const TABS = ['mine', 'waiting', 'team', 'closed'] as const;
export type Tab = (typeof TABS)[number];

/** One row of a list of conversations. */
export interface Listing extends Shown {
  /** What the shop calls the buyer's rank. */
  readonly tier: string | null;
  /** Whose it is, where it is not the agent's own; null while it waits. */
  readonly agent: AgentCard | null;
  /** Since when the buyer waits for an answer; null when the buyer does not. */
  readonly since: number | null;
  readonly last: Last | null;
  readonly lastAt: number;
  readonly unread: number;
}

/** What people said last. */
export interface Last {
  /** Somebody of the staff said it. */
  readonly own: boolean;
  readonly kind: 'text' | 'picture' | 'file' | 'product' | 'order' | 'withdrawn';
  /** What was written, or the name of what was shown. */
  readonly text: string;
}

/** What the desk says by itself is passed over: it would hide the question that waits. */
export function lastSaid({ lines }: Transcript): Last | null {
  const event = lines.findLast(
    (line) => (isSaid(line.event) && line.event.author !== 'desk') || line.event.type === 'message.withdrawn',
  )?.event;
  switch (event?.type) {
    case 'message.posted':
      return { own: event.author !== 'buyer', kind: 'text', text: event.text };
    case 'attachment.posted': {
      const { mime, name } = event.attachment;
      return {
        own: event.author !== 'buyer',
        kind: mime.startsWith('image/') ? 'picture' : 'file',
        text: name,
      };
    }
    case 'card.posted': {
      const { card, author } = event;
      return {
        own: author !== 'buyer',
        kind: card.type,
        text: card.type === 'order' ? card.number : card.name,
      };
    }
    case 'message.withdrawn':
      return { own: event.author !== 'buyer', kind: 'withdrawn', text: '' };
    default:
      return null;
  }
}

/** The agent's own conversations: who waits longest first, then the ones spoken in last. */
export const mine = (bench: Workbench): readonly Listing[] =>
  inOrder(bench).map((card) => {
    const talk = talkOf(bench, card.conversation);
    return {
      ...card,
      agent: null,
      since: waitingSince(talk) ?? null,
      last: lastSaid(talk),
      lastAt: talk.lines.at(-1)?.ts ?? 0,
      unread: unread(talk),
    };
  });

/** A conversation of the desk as it is told by REST, where nobody is told of what is unread. */
export const listing = ({ lastText, waitingSince: since, ...listed }: Listed): Listing => ({
  ...listed,
  agent: listed.agent === null ? null : { id: listed.agent.id, name: listed.agent.name ?? listed.agent.id },
  since,
  last: lastText === null ? null : { own: false, kind: 'text', text: lastText },
  unread: 0,
});

/**
 * The same rows in the order in which somebody is reading them: those that were there keep their place, new ones come
 * at the end.
 */
export function inHeldOrder<Row extends Shown>(
  held: readonly ConversationId[],
  rows: readonly Row[],
): readonly Row[] {
  const place = new Map(held.map((conversation, i) => [conversation, i]));
  const placeOf = ({ conversation }: Row): number => place.get(conversation) ?? held.length;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}
