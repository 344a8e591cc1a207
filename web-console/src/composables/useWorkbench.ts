import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { DeskClient } from '@/client/DeskClient';
import type { Link } from '@/client/Line';
import { Outbox, type Kept } from '@/client/Outbox';
import { newRef } from '@/client/refs';
import { browser, doorUrl, tabShelf } from '@/client/world';
import { isObject } from '@/protocol/codec';
import type {
  AvailabilityState,
  ByAgent,
  CardAsked,
  ConversationId,
  Ref,
  Refusal,
  Topic,
} from '@/protocol/frames';
import { readList, readOpenConversation, readText, type Staff } from '@/protocol/rest';
import { audienceOf, buyerTopic } from '@/protocol/topics';
import { dropped, failed, posted, type Pending } from '@/state/transcript';
import {
  applyLogged,
  applySignalled,
  emptyWorkbench,
  forget,
  inOrder,
  talkOf,
  topicsOf,
  withSnapshot,
  withTalk,
  type Workbench,
} from '@/state/workbench';
import type { Card, Shown } from '@/state/roster';
import { useNudge } from './useNudge';

type Said = Extract<ByAgent, Kept>;

export interface WorkbenchDesk {
  readonly bench: Readonly<ShallowRef<Workbench>>;
  readonly cards: ComputedRef<readonly Card[]>;
  readonly link: Readonly<ShallowRef<Link>>;
  /** False while the store is away: nothing is confirmed. */
  readonly store: Readonly<ShallowRef<boolean>>;
  /** All there is has been told once. */
  readonly settled: Readonly<ShallowRef<boolean>>;
  /** What was refused last, other than a message, which says so itself. */
  readonly trouble: ShallowRef<Refusal | null>;
  say(card: Card, text: string): boolean;
  again(card: Card, pending: Pending): void;
  drop(card: Card, ref: Ref): void;
  note(shown: Shown, text: string, mentions: readonly string[]): boolean;
  sendCard(card: Card, asked: CardAsked): boolean;
  close(card: Card): void;
  setAvailability(state: AvailabilityState): void;
  typing(card: Card): void;
  read(card: Card): void;
}

const isByAgent = (command: Kept): command is Said => command.type !== 'conversation.start';

/** An agent's live view of the own conversations, and what the agent does to them. */
export function useWorkbench(me: Staff, signedOut: () => void): WorkbenchDesk {
  const bench = shallowRef(emptyWorkbench);
  const link = shallowRef<Link>({ kind: 'idle' });
  const store = shallowRef(true);
  const settled = shallowRef(false);
  const trouble = shallowRef<Refusal | null>(null);
  const followed = new Set<Topic>();
  const outbox = new Outbox<Said>(browser, tabShelf, `xiaoer.outbox.${me.id}`, isByAgent);
  const client = new DeskClient<Said>(
    browser,
    { url: doorUrl('staff', new URL(location.href)), hello },
    outbox,
    newRef,
  );

  const change = (next: Workbench): void => {
    bench.value = next;
  };
  const inTalk = (conversation: ConversationId, alter: Parameters<typeof withTalk>[2]): void => {
    change(withTalk(bench.value, conversation, alter));
  };
  const show = (command: Said): void => {
    if (command.type === 'message.post') {
      const { ref, text, conversation } = command;
      inTalk(conversation, (talk) => posted(talk, { ref, text, madeAt: browser.now(), failed: null }));
    }
  };
  const act = (command: Said): boolean => {
    const taken = client.post(command);
    if (taken) {
      show(command);
    }
    return taken;
  };
  /** Follows what is the agent's, and no longer what is not. */
  const reconcile = (): void => {
    const wanted = new Set(topicsOf(bench.value));
    for (const topic of [...followed].filter((one) => !wanted.has(one))) {
      followed.delete(topic);
      client.unfollow(topic);
    }
    for (const topic of wanted) {
      followed.add(topic);
      client.follow(topic);
    }
  };

  client.on('link', (now) => {
    link.value = now;
    if (now.kind === 'signIn') {
      signedOut();
    }
  });
  client.on('store', (available) => {
    store.value = available;
  });
  client.on('welcome', ({ topics }) => {
    store.value = true;
    topics.forEach((topic) => {
      client.follow(topic);
    });
  });
  client.on('event', (logged) => {
    change(applyLogged(bench.value, logged));
    if (settled.value && audienceOf(logged.topic) === 'agent') {
      reconcile();
    }
    if (audienceOf(logged.topic) === 'buyer') {
      received(logged.topic);
    }
  });
  client.on('signal', (signalled) => {
    change(applySignalled(bench.value, signalled, browser.now()));
  });
  client.on('followed', ({ topic }) => {
    if (audienceOf(topic) === 'agent') {
      settled.value = true;
      reconcile();
    }
  });
  client.on('restarted', ({ topic, limited }) => {
    change(forget(bench.value, topic));
    if (limited && audienceOf(topic) === 'agent') {
      void takeSnapshot();
    }
  });
  client.on('refused', ({ command, refusal }) => {
    if (command.type === 'message.post') {
      inTalk(command.conversation, (talk) => failed(talk, command.ref, refusal.code));
    } else {
      trouble.value = refusal.code;
    }
  });

  function received(topic: Topic): void {
    const card = cards.value.find(({ conversation }) => buyerTopic(conversation) === topic);
    if (card !== undefined) {
      const { conversation } = card;
      const { seq } = talkOf(bench.value, conversation);
      client.hint(`received ${conversation}`, { type: 'received', conversation, seq });
    }
  }

  async function takeSnapshot(): Promise<void> {
    const answer = await api.get('/staff/me/desk', (body) =>
      readList(isObject(body) ? body['conversations'] : undefined, readOpenConversation),
    );
    if (answer.ok) {
      change(withSnapshot(bench.value, answer.body));
      reconcile();
    }
  }

  const cards = computed(() => inOrder(bench.value));
  outbox.unanswered().forEach(show);
  client.connect();
  useNudge(() => {
    client.nudge();
  });
  onScopeDispose(() => {
    client.leave();
  });

  const say: WorkbenchDesk['say'] = ({ conversation, revision }, text) =>
    act({ type: 'message.post', ref: newRef(), conversation, revision, text });
  const drop: WorkbenchDesk['drop'] = ({ conversation }, ref) => {
    inTalk(conversation, (talk) => dropped(talk, ref));
  };
  return {
    bench,
    cards,
    link,
    store,
    settled,
    trouble,
    say,
    drop,
    again: (card, pending) => {
      drop(card, pending.ref);
      say(card, pending.text);
    },
    note: ({ conversation }, text, mentions) =>
      act({ type: 'note.post', ref: newRef(), conversation, text, mentions }),
    sendCard: ({ conversation, revision }, card) =>
      act({ type: 'card.post', ref: newRef(), conversation, revision, card }),
    close: ({ conversation, revision }) => {
      act({ type: 'conversation.close', ref: newRef(), conversation, revision });
    },
    setAvailability: (state) => {
      act({ type: 'availability.set', ref: newRef(), state });
    },
    typing: ({ conversation }) => {
      client.hint(`typing ${conversation}`, { type: 'typing', conversation });
    },
    read: ({ conversation }) => {
      const { seq, agentMarks } = talkOf(bench.value, conversation);
      if (seq > agentMarks.read) {
        client.hint(`read ${conversation}`, { type: 'read', conversation, seq });
      }
    },
  };
}

/** Each socket needs a ticket of its own. */
async function hello(): Promise<{ type: 'hello'; ticket: string; language: string } | null> {
  const answer = await api.post('/staff/socket-ticket', {}, (body) => readText(body, 'ticket'));
  if (answer.ok) {
    return { type: 'hello', ticket: answer.body, language: document.documentElement.lang };
  }
  if (answer.problem.status === 401) {
    return null;
  }
  throw new Error(answer.problem.code);
}
