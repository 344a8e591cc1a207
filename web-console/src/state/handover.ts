import type { AgentCard, ConversationId, FrameLogged, TransferHow } from '@/protocol/frames';
import type { Roster, Shown } from './roster';

/** A conversation that the agent may take or refuse, until then. */
export interface Offer {
  readonly id: string;
  /** What the answer to an assignment has to name; null for a transfer, which is named by its id. */
  readonly claim: number | null;
  readonly shown: Shown;
  readonly until: number;
  /** What a colleague said to it; null when the desk offers it by itself. */
  readonly handed: Handed | null;
}

export interface Handed {
  readonly from: AgentCard;
  readonly reason: string;
  readonly note: string;
}

/** A conversation of the agent's that somebody else is asked to take. */
export interface Outgoing {
  readonly transfer: string;
  readonly conversation: ConversationId;
  /** Whom it was offered to, as the agent chose: `agent:<id>` or `group:<id>`. */
  readonly to: string;
  readonly until: number;
}

/** How an offer of the agent's ended. */
export interface Ended {
  /** In the agent's own topic. */
  readonly seq: number;
  readonly ts: number;
  readonly conversation: ConversationId;
  /** As far as it is still known. */
  readonly shown: Shown | null;
  readonly how: TransferHow;
  /** The id of who answered. */
  readonly by: string | null;
  readonly reason: string | null;
}

/** What passes between the agent and colleagues, or is offered by the desk. */
export interface Handover {
  readonly offers: readonly Offer[];
  /** The transfers that the agent was asked to take, by their ids: how they ended is their givers' news. */
  readonly asked: ReadonlySet<string>;
  readonly outgoing: ReadonlyMap<ConversationId, Outgoing>;
  readonly ended: readonly Ended[];
  /** What went to somebody else last: its end is told after it is gone. */
  readonly parted: Shown | null;
}

export const nothingHandedOver: Handover = {
  offers: [],
  asked: new Set(),
  outgoing: new Map(),
  ended: [],
  parted: null,
};

/**
 * Adds an event of the agent's own topic.
 *
 * @param roster as it was before that event
 */
export function applyToHandover(before: Handover, { seq, ts, event }: FrameLogged, roster: Roster): Handover {
  switch (event.type) {
    case 'assignment.offered': {
      const { claim, conversation, shop, group, buyer, until } = event;
      return offered(before, {
        id: claimId(claim),
        claim,
        shown: { conversation, shop, group, buyer },
        until,
        handed: null,
      });
    }
    case 'transfer.offered': {
      const { transfer, conversation, shop, group, buyer, from, reason, note, until } = event;
      const shown = { conversation, shop, group, buyer };
      const asked = new Set(before.asked).add(transfer);
      return offered(
        { ...before, asked },
        { id: transfer, claim: null, shown, until, handed: { from, reason, note } },
      );
    }
    case 'assignment.lapsed':
      return { ...before, offers: before.offers.filter(({ id }) => id !== claimId(event.claim)) };
    case 'conversation.given':
      return {
        ...before,
        offers: before.offers.filter(({ shown }) => shown.conversation !== event.conversation),
      };
    case 'conversation.taken':
      return {
        ...before,
        outgoing: withoutKey(before.outgoing, event.conversation),
        parted: roster.cards.get(event.conversation) ?? before.parted,
      };
    case 'transfer.ended': {
      if (before.asked.has(event.transfer)) {
        return { ...before, offers: before.offers.filter(({ id }) => id !== event.transfer) };
      }
      const { conversation, how, by, reason } = event;
      const parted = before.parted?.conversation === conversation ? before.parted : null;
      const shown = roster.cards.get(conversation) ?? parted;
      return {
        ...before,
        outgoing: withoutKey(before.outgoing, conversation),
        ended: [...before.ended, { seq, ts, conversation, shown, how, by, reason }],
      };
    }
    default:
      return before;
  }
}

const claimId = (claim: number): string => `claim ${String(claim)}`;

const offered = (before: Handover, offer: Offer): Handover => ({
  ...before,
  offers: [...before.offers.filter(({ id }) => id !== offer.id), offer],
});

/** The desk has taken an offer of the agent's. */
export const handingOut = (before: Handover, outgoing: Outgoing): Handover => ({
  ...before,
  outgoing: new Map(before.outgoing).set(outgoing.conversation, outgoing),
});

/** An answer was given here: it does not wait for the desk to say so. */
export const answered = (before: Handover, id: string): Handover => ({
  ...before,
  offers: before.offers.filter((offer) => offer.id !== id),
});

/** Those that can still be answered, the most urgent first. */
export const openOffers = ({ offers }: Handover, now: number): readonly Offer[] =>
  offers.filter(({ until }) => until > now).sort((a, b) => a.until - b.until);

/** How long the end of an offer is news. */
const NEWS_MS = 10 * 60 * 1000;

/** How the agent's offers ended lately; what the agent took back itself is no news. */
export const freshEnds = ({ ended }: Handover, seenTo: number, now: number): readonly Ended[] =>
  ended.filter(({ seq, ts, how }) => seq > seenTo && now - ts < NEWS_MS && how !== 'WITHDRAWN');

/** How often a conversation has been passed on, as far as its staff topic is here (C2). */
export const hopsIn = (notes: readonly FrameLogged[]): number =>
  notes.filter(({ event }) => event.type === 'transfer.explained' && event.how === 'ACCEPTED').length;

const withoutKey = <V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> =>
  map.has(key) ? new Map([...map].filter(([one]) => one !== key)) : map;
