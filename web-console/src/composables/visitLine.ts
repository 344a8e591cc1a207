import { DeskClient } from '@/client/DeskClient';
import type { Link } from '@/client/Line';
import { Outbox, type Kept } from '@/client/Outbox';
import { newRef } from '@/client/refs';
import { browser, doorUrl, siteShelf, tabShelf } from '@/client/world';
import type { ByBuyer, ConversationId, FrameLogged, Refusal } from '@/protocol/frames';
import { buyerTopic, conversationOf } from '@/protocol/topics';
import { applyLogged, applySignalled, entered, forget, type Visit } from '@/state/visit';
import { visitMemory, type Remembered, type VisitMemory } from './visitMemory';

/** What a buyer asks for and gets an answer to. */
export type Asked = Extract<ByBuyer, Kept>;

/** Whom a buyer's line tells. */
export interface VisitEar {
  link(link: Link): void;
  store(available: boolean): void;
  /** What is shown becomes something else. */
  become(change: (visit: Visit) => Visit): void;
  /** Something new, not what was there before. */
  heard(logged: FrameLogged): void;
  /** For good. */
  refused(command: Asked, code: Refusal): void;
  /** Another tab of this browser has gone on, or read on. */
  elsewhere(remembered: Remembered): void;
  token(): string | undefined;
}

export interface VisitLine {
  readonly buyer: string;
  readonly client: DeskClient<Asked>;
  readonly memory: VisitMemory;
  goOn(conversation: ConversationId): void;
  leave(): void;
}

const ASKED: readonly Kept['type'][] = [
  'conversation.start',
  'message.post',
  'attachment.post',
  'card.post',
  'message.recall',
  'rating.give',
];
const isByBuyer = (command: Kept): command is Asked =>
  ASKED.includes(command.type) && !('revision' in command);

/** What is shown of a command until its event is there; nothing, where something else shows it. */
export function textOf(command: Asked): string | undefined {
  if (command.type === 'card.post') {
    return command.card.type === 'product' ? command.card.product : command.card.order;
  }
  return 'text' in command ? command.text : undefined;
}

/** The seq of the words a conversation begins with. */
const FIRST_WORDS = 2;

/** How many events are shown at first, and how many come with each look back. */
export const PAGE = 50;

/** One buyer's line to a desk; it follows what the buyer talks about. */
export function visitLine(shop: string, buyer: string, ear: VisitEar): VisitLine {
  const memory = visitMemory(siteShelf, `xiaoer.talk.${shop}.${buyer}`);
  const stop = memory.onChange(ear.elsewhere);
  const outbox = new Outbox<Asked>(browser, tabShelf, `xiaoer.outbox.${shop}.${buyer}`, isByBuyer);
  const hello = (): Promise<{ type: 'hello'; token: string; language: string } | null> => {
    const token = ear.token();
    return Promise.resolve(
      token === undefined ? null : { type: 'hello', token, language: document.documentElement.lang },
    );
  };
  const door = { url: doorUrl('buyer', new URL(location.href)), hello };
  const client = new DeskClient<Asked>(browser, door, outbox, newRef);
  const caughtUp = new Set<string>();

  const goOn = (conversation: ConversationId): void => {
    ear.become((visit) => entered(visit, conversation));
    client.follow(buyerTopic(conversation), PAGE);
  };

  client.on('link', (link) => {
    ear.link(link);
  });
  client.on('store', (available) => {
    ear.store(available);
  });
  client.on('welcome', ({ topics }) => {
    ear.store(true);
    // The last conversation is shown, and may be rated, when it is closed, too.
    const known = [memory.recall().conversation, ...topics.map(conversationOf)];
    known.filter((id) => id !== null && id !== undefined).forEach(goOn);
  });
  client.on('reply', ({ command, reply }) => {
    const conversation = conversationOf(reply.topic);
    if (command.type === 'conversation.start' && conversation !== undefined) {
      goOn(conversation);
      memory.keep({ conversation, read: reply.seq });
      if (reply.seq > FIRST_WORDS) {
        // They were said where the talk was open already, which began without what they are about.
        command.about?.forEach((card) =>
          client.post({ type: 'card.post', ref: newRef(), conversation, card }),
        );
      }
    }
  });
  client.on('event', (logged) => {
    ear.become((visit) => applyLogged(visit, logged));
    const conversation = conversationOf(logged.topic);
    if (conversation !== undefined) {
      const { seq } = logged;
      client.hint(`received ${conversation}`, { type: 'received', conversation, seq });
    }
    if (caughtUp.has(logged.topic)) {
      ear.heard(logged);
    }
  });
  client.on('followed', ({ topic }) => {
    caughtUp.add(topic);
    const { conversation, read: seq } = memory.recall();
    if (conversation === conversationOf(topic)) {
      const signal = { type: 'read', author: 'buyer', seq } as const;
      ear.become((visit) => applySignalled(visit, { type: 'signal', topic, signal }, browser.now()));
    }
  });
  client.on('signal', (signalled) => {
    ear.become((visit) => applySignalled(visit, signalled, browser.now()));
  });
  client.on('restarted', ({ topic }) => {
    caughtUp.delete(topic);
    ear.become((visit) => forget(visit, topic));
  });
  client.on('refused', ({ command, refusal: { code } }) => {
    ear.refused(command, code);
  });
  return {
    buyer,
    client,
    memory,
    goOn,
    leave: () => {
      stop();
      client.leave();
    },
  };
}
