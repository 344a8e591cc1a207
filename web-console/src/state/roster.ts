import type { BuyerCard, ConversationId, FrameLogged } from '@/protocol/frames';
import type { OpenConversation } from '@/protocol/rest';

/** A conversation that can be looked at, whoever's it is. */
export interface Shown {
  readonly conversation: ConversationId;
  readonly shop: string;
  readonly group: string;
  readonly buyer: BuyerCard;
}

/** A conversation that is the agent's. */
export type Card = OpenConversation;

export interface Roster {
  readonly seq: number;
  readonly cards: ReadonlyMap<ConversationId, Card>;
  /** Taken away since the log was last begun: an older snapshot does not bring them back. */
  readonly gone: ReadonlySet<ConversationId>;
}

export const emptyRoster: Roster = { seq: 0, cards: new Map(), gone: new Set() };

/** Adds an event of the agent's own topic. */
export function applyToRoster(before: Roster, { seq, event }: FrameLogged): Roster {
  if (seq <= before.seq) {
    return before;
  }
  const after = { ...before, seq };
  switch (event.type) {
    case 'conversation.given': {
      const { conversation, revision, shop, group, buyer, tier } = event;
      // Logs of before there were tiers have none.
      const card = { conversation, revision, shop, group, buyer, tier: tier ?? null };
      return {
        ...after,
        cards: new Map(before.cards).set(conversation, card),
        gone: new Set([...before.gone].filter((id) => id !== conversation)),
      };
    }
    case 'conversation.taken':
      return {
        ...after,
        cards: new Map([...before.cards].filter(([id]) => id !== event.conversation)),
        gone: new Set(before.gone).add(event.conversation),
      };
    default:
      return after;
  }
}

/** Adds what the log no longer tells; the log knows better where both say something. */
export function applySnapshot(before: Roster, snapshot: readonly OpenConversation[]): Roster {
  const news = snapshot.filter(
    ({ conversation }) => !before.cards.has(conversation) && !before.gone.has(conversation),
  );
  return {
    ...before,
    cards: new Map([...news.map((card) => [card.conversation, card] as const), ...before.cards]),
  };
}
