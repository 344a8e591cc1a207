import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import type { Link } from '@/client/Line';
import { browser } from '@/client/world';
import { isObject } from '@/protocol/codec';
import type { ConversationId, FrameLogged, SignalGroupChanged, Topic } from '@/protocol/frames';
import { readList, readOpenConversation, type Staff } from '@/protocol/rest';
import { audienceOf, buyerTopic, conversationOf, groupOf, groupTopic, staffTopic } from '@/protocol/topics';
import { seatedAs } from '@/state/availability';
import { learnt } from '@/state/deskClock';
import type { Card } from '@/state/roster';
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
import { useAnswers } from './useAnswers';
import { useDeskNow } from './useDeskNow';
import { useDeskWork, type DeskWork } from './useDeskWork';
import { useDuty, type Duty } from './useDuty';
import { useHandover, type HandoverWork } from './useHandover';
import { useStaffClient } from './useStaffClient';

export interface WorkbenchDesk extends DeskWork {
  readonly bench: Readonly<ShallowRef<Workbench>>;
  readonly cards: ComputedRef<readonly Card[]>;
  readonly link: Readonly<ShallowRef<Link>>;
  /** False while the store is away: nothing is confirmed. */
  readonly store: Readonly<ShallowRef<boolean>>;
  /** All there is has been told once. */
  readonly settled: Readonly<ShallowRef<boolean>>;
  /** How the groups stand that were asked to be told of. */
  readonly groups: Readonly<ShallowRef<ReadonlyMap<string, SignalGroupChanged>>>;
  readonly duty: Duty;
  readonly handover: HandoverWork;
  /** The time by the desk's clock, once a second. */
  readonly deskNow: ComputedRef<number>;
  /** Is told how these groups stand, from now on. */
  followGroups(groups: readonly string[]): void;
  /** Listens to a conversation that is not the agent's own; to one at a time. */
  watch(conversation: ConversationId | null): void;
  /** Hears a topic that is not the agent's own business, from its newest events on. */
  listen(topic: Topic, newest: number, ear: TopicEar): void;
}

export interface TopicEar {
  event(logged: FrameLogged): void;
  /** What was told no longer holds; it comes anew. */
  restarted(): void;
}

/** So much of a conversation is told at once; what is older comes by the page. */
const NEWEST = 100;

/** An agent's live view of the own conversations, and what the agent does to them. */
export function useWorkbench(me: Staff, signedOut: () => void): WorkbenchDesk {
  const bench = shallowRef(emptyWorkbench);
  const settled = shallowRef(false);
  const groups = shallowRef<ReadonlyMap<string, SignalGroupChanged>>(new Map());
  const followed = new Set<Topic>();
  const ears = new Map<Topic, TopicEar>();
  let watched: ConversationId | null = null;
  const { client, link, store } = useStaffClient(me, signedOut);

  const inTalk = (conversation: ConversationId, alter: Parameters<typeof withTalk>[2]): void => {
    bench.value = withTalk(bench.value, conversation, alter);
  };
  /** Follows what is the agent's or watched, and no longer what is not. */
  const reconcile = (): void => {
    const extra = watched === null ? [] : [buyerTopic(watched), staffTopic(watched)];
    const wanted = new Set([...topicsOf(bench.value), ...extra]);
    for (const topic of [...followed].filter((one) => !wanted.has(one))) {
      followed.delete(topic);
      client.unfollow(topic);
      bench.value = forget(bench.value, topic);
    }
    for (const topic of wanted) {
      followed.add(topic);
      client.follow(topic, NEWEST);
    }
  };
  const answers = useAnswers(client);
  const work = useDeskWork(client, { bench, inTalk }, answers);
  const duty = useDuty(answers, work.trouble);
  const alterHandover: Parameters<typeof useHandover>[2] = (change) => {
    bench.value = { ...bench.value, handover: change(bench.value.handover) };
  };
  const handover = useHandover(me.id, answers, alterHandover, work.trouble);
  const ahead = shallowRef<number | null>(null);
  /** The log of the agent's own topic no longer tells how the agent stands. */
  let stateUntold = false;

  client.on('welcome', ({ topics }) => {
    topics.forEach((topic) => {
      client.follow(topic);
    });
  });
  client.on('event', (logged) => {
    const audience = audienceOf(logged.topic);
    ahead.value = learnt(ahead.value, logged.ts, browser.now());
    if (audience === 'supervisors') {
      ears.get(logged.topic)?.event(logged);
      return;
    }
    bench.value = applyLogged(bench.value, logged);
    if (settled.value && audience === 'agent') {
      reconcile();
    }
    if (audience === 'buyer') {
      received(logged.topic);
    }
  });
  client.on('signal', (signalled) => {
    const { topic, signal } = signalled;
    if (signal.type === 'group.changed') {
      groups.value = new Map(groups.value).set(groupOf(topic) ?? '', signal);
    } else {
      bench.value = applySignalled(bench.value, signalled, browser.now());
    }
  });
  client.on('followed', ({ topic }) => {
    if (audienceOf(topic) === 'agent') {
      settled.value = true;
      void handover.look();
      reconcile();
    }
  });
  client.on('restarted', ({ topic, limited }) => {
    if (audienceOf(topic) === 'supervisors') {
      ears.get(topic)?.restarted();
      return;
    }
    bench.value = forget(bench.value, topic);
    if (limited && audienceOf(topic) === 'agent') {
      stateUntold = true;
      duty.look();
      void takeSnapshot();
    }
  });

  function received(topic: Topic): void {
    const conversation = conversationOf(topic);
    if (conversation !== undefined && bench.value.roster.cards.has(conversation)) {
      const { seq } = talkOf(bench.value, conversation);
      client.hint(`received ${conversation}`, { type: 'received', conversation, seq });
    }
  }

  watch(
    () => bench.value.availability.decided,
    () => {
      duty.timeAsked.value = null;
    },
  );
  watch(duty.seat, (told) => {
    if (stateUntold && told.kind === 'there') {
      stateUntold = false;
      bench.value = { ...bench.value, availability: seatedAs(bench.value.availability, told.body) };
    }
  });

  async function takeSnapshot(): Promise<void> {
    const answer = await api.get('/staff/me/desk', (body) =>
      readList(isObject(body) ? body['conversations'] : undefined, readOpenConversation),
    );
    if (answer.ok) {
      bench.value = withSnapshot(bench.value, answer.body);
      reconcile();
    }
  }

  client.connect();
  return {
    ...work,
    bench,
    cards: computed(() => inOrder(bench.value)),
    link,
    store,
    settled,
    groups,
    duty,
    handover,
    deskNow: useDeskNow(ahead),
    followGroups: (ids) => {
      ids.forEach((group) => {
        client.follow(groupTopic(me.desk, group));
      });
    },
    listen: (topic, newest, ear) => {
      ears.set(topic, ear);
      client.follow(topic, newest);
    },
    watch: (conversation) => {
      watched = conversation;
      if (settled.value) {
        reconcile();
      }
    },
  };
}
