import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { DeskClient } from '@/client/DeskClient';
import type { Link } from '@/client/Line';
import { Outbox, type Kept } from '@/client/Outbox';
import { newRef } from '@/client/refs';
import { browser, doorUrl, tabShelf } from '@/client/world';
import type { ByBuyer, Ref } from '@/protocol/frames';
import { conversationOf } from '@/protocol/topics';
import type { Pending, Transcript } from '@/state/transcript';
import {
  applyLogged,
  applySignalled,
  asOne,
  droppedFrom,
  emptyVisit,
  entered,
  failedWith,
  forget,
  lastTalk,
  openConversation,
  postedIn,
  startedWith,
  unreadByBuyer,
} from '@/state/visit';
import { useAdmission, type Admissions } from './useAdmission';
import { useNudge } from './useNudge';

type Said = Extract<ByBuyer, Kept>;

export interface VisitDesk {
  readonly link: Readonly<ShallowRef<Link>>;
  readonly store: Readonly<ShallowRef<boolean>>;
  readonly admission: Admissions['admission'];
  readonly refused: Admissions['refused'];
  readonly isKnown: () => boolean;
  readonly shown: ComputedRef<Transcript>;
  readonly unread: ComputedRef<number>;
  /** Nothing is open: the next word begins a conversation, and may choose a group. */
  readonly begins: ComputedRef<boolean>;
  enter(identity?: string): Promise<void>;
  say(text: string, group: string | null): boolean;
  again(pending: Pending): void;
  drop(ref: Ref): void;
  typing(): void;
  read(): void;
}

const isByBuyer = (command: Kept): command is Said =>
  command.type === 'conversation.start' || (command.type === 'message.post' && !('revision' in command));

/** A buyer's talk with a shop: it may be several conversations, one after the other. */
export function useVisit(shop: string): VisitDesk {
  const visit = shallowRef(emptyVisit);
  const link = shallowRef<Link>({ kind: 'idle' });
  const store = shallowRef(true);
  const { admission, refused, isKnown, enter: admit } = useAdmission(shop);
  let client: DeskClient<Said> | undefined;
  let identity: string | undefined;

  const show = (command: Said): void => {
    if (command.type !== 'message.post' && command.type !== 'conversation.start') {
      return;
    }
    const pending = { ref: command.ref, text: command.text, madeAt: browser.now(), failed: null };
    visit.value =
      command.type === 'message.post'
        ? postedIn(visit.value, command.conversation, pending)
        : startedWith(visit.value, pending);
  };

  const open = (buyer: string): DeskClient<Said> => {
    const outbox = new Outbox<Said>(browser, tabShelf, `xiaoer.outbox.${shop}.${buyer}`, isByBuyer);
    const door = { url: doorUrl('buyer', new URL(location.href)), hello };
    const opened = new DeskClient<Said>(browser, door, outbox, newRef);
    listen(opened);
    outbox.unanswered().forEach(show);
    return opened;
  };

  const goOn = (topic: string): void => {
    const conversation = conversationOf(topic);
    if (conversation !== undefined) {
      visit.value = entered(visit.value, conversation);
      client?.follow(topic);
    }
  };

  const listen = (to: DeskClient<Said>): void => {
    to.on('link', (now) => {
      link.value = now;
      if (now.kind === 'signIn') {
        void enter(identity);
      }
    });
    to.on('store', (available) => {
      store.value = available;
    });
    to.on('welcome', ({ topics }) => {
      store.value = true;
      topics.forEach(goOn);
    });
    to.on('reply', ({ command, reply }) => {
      if (command.type === 'conversation.start') {
        goOn(reply.topic);
      }
    });
    to.on('event', (logged) => {
      visit.value = applyLogged(visit.value, logged);
      const conversation = conversationOf(logged.topic);
      if (conversation !== undefined) {
        const { seq } = logged;
        to.hint(`received ${conversation}`, { type: 'received', conversation, seq });
      }
    });
    to.on('signal', (signalled) => {
      visit.value = applySignalled(visit.value, signalled, browser.now());
    });
    to.on('restarted', ({ topic }) => {
      visit.value = forget(visit.value, topic);
    });
    to.on('refused', ({ command, refusal }) => {
      visit.value = failedWith(visit.value, command.ref, refusal.code);
    });
  };

  const hello = (): Promise<{ type: 'hello'; token: string; language: string } | null> => {
    const token = admission.value?.token;
    return Promise.resolve(
      token === undefined ? null : { type: 'hello', token, language: document.documentElement.lang },
    );
  };

  const enter = async (proof?: string): Promise<void> => {
    identity = proof ?? identity;
    const before = admission.value?.buyer.id;
    const now = await admit(identity);
    if (now === null) {
      return;
    }
    if (client !== undefined && now.buyer.id !== before) {
      // Another person from here on: nothing of the one before stays on the screen.
      client.leave();
      client = undefined;
      visit.value = emptyVisit;
    }
    client ??= open(now.buyer.id);
    client.connect();
  };

  const act = (command: Said): boolean => {
    const taken = client?.post(command) ?? false;
    if (taken) {
      show(command);
    }
    return taken;
  };

  const say = (text: string, group: string | null): boolean => {
    const conversation = openConversation(visit.value);
    return conversation === undefined
      ? act({ type: 'conversation.start', ref: newRef(), group, text, previous: null, contact: null })
      : act({ type: 'message.post', ref: newRef(), conversation, text });
  };

  const drop = (ref: Ref): void => {
    visit.value = droppedFrom(visit.value, ref);
  };

  useNudge(() => client?.nudge());
  onScopeDispose(() => client?.leave());

  return {
    link,
    store,
    admission,
    refused,
    isKnown,
    shown: computed(() => asOne(visit.value)),
    unread: computed(() => unreadByBuyer(visit.value)),
    begins: computed(() => openConversation(visit.value) === undefined),
    enter,
    say,
    drop,
    again: (pending) => {
      drop(pending.ref);
      say(pending.text, null);
    },
    typing: () => {
      const conversation = openConversation(visit.value);
      if (conversation !== undefined) {
        client?.hint('typing', { type: 'typing', conversation });
      }
    },
    read: () => {
      const conversation = visit.value.order.at(-1);
      const { seq, buyerMarks } = lastTalk(visit.value);
      if (conversation !== undefined && seq > buyerMarks.read) {
        client?.hint('read', { type: 'read', conversation, seq });
      }
    },
  };
}
