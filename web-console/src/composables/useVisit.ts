import { computed, onScopeDispose, shallowRef } from 'vue';
import type { Link } from '@/client/Line';
import { newRef } from '@/client/refs';
import { browser, siteShelf, tabShelf } from '@/client/world';
import type { ConversationId, FrameLogged, Ref, Refusal } from '@/protocol/frames';
import { buyerTopic, conversationOf } from '@/protocol/topics';
import {
  applySignalled,
  asOne,
  droppedFrom,
  earlierThan,
  emptyVisit,
  failedWith,
  lastClosed,
  lastTalk,
  openConversation,
  postedIn,
  ratingOf,
  startedWith,
  unreadByBuyer,
} from '@/state/visit';
import { useAdmission } from './useAdmission';
import { useNudge } from './useNudge';
import type { Beginning, VisitDesk } from './visitDesk';
import { textOf, visitLine, type Asked, type VisitLine } from './visitLine';
import type { Remembered } from './visitMemory';

const JUST_TEXT: Beginning = { group: null, contact: null, page: null, about: null };

/**
 * A buyer's talk with a shop: it may be several conversations, one after the other.
 *
 * @param heard told each event that comes after what was there
 */
export function useVisit(shop: string, heard: (logged: FrameLogged) => void): VisitDesk {
  const visit = shallowRef(emptyVisit);
  const link = shallowRef<Link>({ kind: 'idle' });
  const store = shallowRef(true);
  const notice = shallowRef<Refusal | null>(null);
  const tookBack = shallowRef<ReadonlyMap<string, string>>(new Map());
  const unrated = shallowRef<ConversationId | null>(null);
  const { admission, refused, isKnown, enter: admit, forget } = useAdmission(shop);
  let here: VisitLine | undefined;
  const refusedOnes = new Map<Ref, Asked>();

  const last = (): ConversationId | undefined => visit.value.order.at(-1);

  function open(buyer: string): VisitLine {
    const line = visitLine(shop, buyer, {
      link: (now) => {
        link.value = now;
        if (now.kind === 'signIn') {
          void enter();
        }
      },
      store: (available) => {
        store.value = available;
      },
      become: (change) => {
        visit.value = change(visit.value);
      },
      heard,
      refused: refusedFor,
      elsewhere,
      token: () => admission.value?.token,
    });
    unrated.value = line.memory.recall().unrated;
    line.client.outbox.unanswered().forEach(show);
    return line;
  }

  /** Several tabs of a browser are one conversation, read once. */
  function elsewhere({ conversation, read: seq, unrated: dismissed }: Remembered): void {
    unrated.value = dismissed;
    if (conversation === null) {
      return;
    }
    if (!visit.value.talks.has(conversation)) {
      here?.goOn(conversation);
    }
    const signal = { type: 'read', author: 'buyer', seq } as const;
    const topic = buyerTopic(conversation);
    visit.value = applySignalled(visit.value, { type: 'signal', topic, signal }, browser.now());
  }

  function show(command: Asked): void {
    const text = textOf(command);
    if (text !== undefined) {
      const pending = { ref: command.ref, text, madeAt: browser.now(), failed: null };
      visit.value =
        command.type === 'conversation.start'
          ? startedWith(visit.value, pending)
          : postedIn(visit.value, command.conversation, pending);
    }
  }

  function refusedFor(command: Asked, code: Refusal): void {
    if (command.type === 'message.post' && code === 'CLOSED') {
      // It was closed meanwhile: what was written begins the next one.
      drop(command.ref);
      begin(command.text, JUST_TEXT);
    } else if (command.type === 'conversation.start' && command.previous !== null && code === 'NOT_FOUND') {
      // The one before is kept no longer.
      drop(command.ref);
      act({ ...command, ref: newRef(), previous: null });
    } else {
      refusedOnes.set(command.ref, command);
      visit.value = failedWith(visit.value, command.ref, code);
      notice.value = command.type === 'message.recall' || command.type === 'rating.give' ? code : null;
    }
  }

  /** Nothing of the one before stays on the screen. */
  function clear(): void {
    here?.leave();
    here = undefined;
    refusedOnes.clear();
    visit.value = emptyVisit;
    notice.value = null;
    tookBack.value = new Map();
  }

  async function enter(identity?: string): Promise<void> {
    const now = await admit(identity);
    if (now === null) {
      return;
    }
    if (here?.buyer !== now.buyer.id) {
      clear();
      here = open(now.buyer.id);
    }
    here.client.connect();
  }

  function act(command: Asked): boolean {
    const taken = here?.client.post(command) ?? false;
    if (taken) {
      notice.value = null;
      show(command);
    }
    return taken;
  }

  const begin = (text: string, beginning: Beginning): boolean =>
    act({
      ...beginning,
      type: 'conversation.start',
      ref: newRef(),
      text,
      previous: lastClosed(visit.value) ?? null,
    });

  function say(text: string, beginning: Beginning): boolean {
    const conversation = openConversation(visit.value);
    return conversation === undefined
      ? begin(text, beginning)
      : act({ type: 'message.post', ref: newRef(), conversation, text });
  }

  function drop(ref: Ref): void {
    refusedOnes.delete(ref);
    visit.value = droppedFrom(visit.value, ref);
  }

  async function earlier(): Promise<void> {
    const token = admission.value?.token;
    const { askEarlier } = await import('./askEarlier');
    const add = token === undefined ? undefined : await askEarlier(visit.value, token);
    visit.value = add?.(visit.value) ?? visit.value;
  }

  useNudge(() => here?.client.nudge());
  onScopeDispose(clear);

  return {
    link,
    store,
    admission,
    refused,
    isKnown,
    notice,
    tookBack,
    shown: computed(() => asOne(visit.value)),
    unread: computed(() => unreadByBuyer(visit.value)),
    open: computed(() => openConversation(visit.value)),
    hasEarlier: computed(() => earlierThan(visit.value) !== undefined),
    rating: (now) => {
      const rating = ratingOf(visit.value, now);
      return rating.kind === 'asked' && unrated.value === last() ? { kind: 'none' } : rating;
    },
    enter,
    leave: () => {
      clear();
      forget();
      siteShelf.removeAll(`xiaoer.talk.${shop}.`);
      tabShelf.removeAll(`xiaoer.outbox.${shop}.`);
    },
    say,
    file: (ref, conversation, attachment) => act({ type: 'attachment.post', ref, conversation, attachment }),
    card: (conversation, card) => act({ type: 'card.post', ref: newRef(), conversation, card }),
    recall: ({ topic, seq, id, event }) => {
      const conversation = conversationOf(topic);
      if (conversation !== undefined) {
        const text = event.type === 'message.posted' ? event.text : '';
        tookBack.value = text === '' ? tookBack.value : new Map(tookBack.value).set(id, text);
        act({ type: 'message.recall', ref: newRef(), conversation, seq });
      }
    },
    rate: (stars, comment) => {
      const conversation = last();
      if (conversation !== undefined) {
        act({ type: 'rating.give', ref: newRef(), conversation, stars, comment });
      }
    },
    dismissRating: () => {
      unrated.value = last() ?? null;
      here?.memory.keep({ unrated: unrated.value });
    },
    drop,
    again: ({ ref, text }) => {
      const command = refusedOnes.get(ref);
      drop(ref);
      if (command?.type === 'card.post') {
        act({ ...command, ref: newRef() });
      } else {
        say(text, command?.type === 'conversation.start' ? command : JUST_TEXT);
      }
    },
    earlier,
    typing: () => {
      const conversation = openConversation(visit.value);
      if (conversation !== undefined) {
        here?.client.hint('typing', { type: 'typing', conversation });
      }
    },
    read: () => {
      const conversation = last();
      const { seq, buyerMarks } = lastTalk(visit.value);
      if (conversation !== undefined && seq > buyerMarks.read) {
        here?.client.hint('read', { type: 'read', conversation, seq });
        here?.memory.keep({ conversation, read: seq });
      }
    },
  };
}
