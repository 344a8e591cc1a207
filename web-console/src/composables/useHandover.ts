import { shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { newRef } from '@/client/refs';
import type { ConversationId, Refusal } from '@/protocol/frames';
import { readPendingTransfers } from '@/protocol/transfers';
import { USUAL } from '@/protocol/usual';
import { answered, handingOut, type Handover, type Offer, type Outgoing } from '@/state/handover';
import type { Card } from '@/state/roster';
import type { Answers } from './useAnswers';
import type { Asked } from './useStaffClient';

/** Whom a conversation is offered to, and what is said to it. */
export interface Giving {
  readonly to: string;
  readonly reason: string;
  readonly note: string;
}

/** What an agent does to pass conversations on, and to get them. */
export interface HandoverWork {
  /** The conversation that is to be passed on, while it is chosen to whom. */
  readonly giving: ShallowRef<Card | null>;
  /** Asks which offers are under way: another page may have made them. */
  look(): Promise<void>;
  /** @returns why it was refused; null when it was not */
  give(card: Card, giving: Giving): Promise<Refusal | null>;
  withdraw(outgoing: Outgoing): void;
  accept(offer: Offer): void;
  /** @param reason what a colleague is told */
  refuse(offer: Offer, reason: string | null): void;
  /** Takes a buyer from the queue. */
  pick(conversation: ConversationId): Promise<Refusal | null>;
}

/**
 * @param me the agent's id
 * @param alter changes what is shown
 * @param trouble where it is said what was refused and has no dialog to say it
 */
export function useHandover(
  me: string,
  { ask }: Answers,
  alter: (change: (before: Handover) => Handover) => void,
  trouble: ShallowRef<Refusal | null>,
): HandoverWork {
  const orTrouble = async (command: Asked): Promise<void> => {
    const answer = await ask(command);
    trouble.value = answer.done ? trouble.value : answer.why;
  };
  const reply = (offer: Offer, accepted: boolean, reason: string | null): void => {
    const { conversation } = offer.shown;
    alter((before) => answered(before, offer.id));
    void orTrouble(
      offer.claim !== null
        ? { type: 'assignment.answer', ref: newRef(), conversation, claim: offer.claim, accepted }
        : { type: 'transfer.answer', ref: newRef(), conversation, transfer: offer.id, accepted, reason },
    );
  };

  const look = async (): Promise<void> => {
    const told = await api.get('/desk/transfers', readPendingTransfers);
    if (told.ok) {
      alter((before) =>
        told.body
          .filter(({ from }) => from === me)
          .reduce(
            (now, { transfer, conversation, to, until }) =>
              handingOut(now, { transfer, conversation, to, until }),
            before,
          ),
      );
    }
  };

  return {
    look,
    giving: shallowRef(null),
    give: async ({ conversation, revision }, { to, reason, note }) => {
      const ref = newRef();
      const answer = await ask({ type: 'transfer.offer', ref, conversation, revision, to, reason, note });
      if (!answer.done) {
        return answer.why;
      }
      const until = answer.reply.ts + USUAL.transfer.answer * 1000;
      alter((before) => handingOut(before, { transfer: ref, conversation, to, until }));
      // The group may have settled another time for the answer.
      void look();
      return null;
    },
    withdraw: ({ conversation, transfer }) =>
      void orTrouble({ type: 'transfer.withdraw', ref: newRef(), conversation, transfer }),
    accept: (offer) => {
      reply(offer, true, null);
    },
    refuse: (offer, reason) => {
      reply(offer, false, reason);
    },
    pick: async (conversation) => {
      const answer = await ask({ type: 'queue.pick', ref: newRef(), conversation });
      return answer.done ? null : answer.why;
    },
  };
}
