import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { useWords } from '@/composables/useWords';
import type { VisitDesk } from '@/composables/visitDesk';
import type { CardAsked, ConversationId } from '@/protocol/frames';
import type { Shop } from '@/protocol/shop';
import type { Offers } from './useOffers';

export interface Sending {
  readonly draft: ShallowRef<string>;
  /** What the buyer wants to ask about. */
  readonly group: ShallowRef<string | null>;
  /** What the shop's page calls itself. */
  readonly page: ShallowRef<string | null>;
  /** All files that were chosen. */
  readonly chosen: Readonly<ShallowRef<readonly File[]>>;
  /** The next word begins a conversation. */
  readonly begins: ComputedRef<boolean>;
  /** The first word of one is on its way. */
  readonly starting: ComputedRef<boolean>;
  begin(text: string, contact: string | null): void;
  send(text: string): void;
  sendCard(card: CardAsked): void;
  sendFiles(files: readonly File[]): void;
  clear(): void;
}

/** What a buyer sends: words, cards, files. What is no text needs a conversation to go to, and begins one. */
export function useSending(
  visit: VisitDesk,
  shop: Readonly<ShallowRef<Shop | null>>,
  offers: Offers,
): Sending {
  const { say } = useWords();
  const draft = shallowRef('');
  const group = shallowRef<string | null>(null);
  const page = shallowRef<string | null>(null);
  const chosen = shallowRef<readonly File[]>([]);
  const begins = computed(() => visit.open.value === undefined);
  const starting = computed(
    () => begins.value && visit.shown.value.pending.some(({ failed }) => failed === null),
  );
  const waiting: ((conversation: ConversationId) => void)[] = [];

  watch(visit.open, (conversation) => {
    if (conversation !== undefined) {
      waiting.splice(0).forEach((run) => {
        run(conversation);
      });
    }
  });

  /** What the page offers goes along with the first words. */
  function begin(text: string, contact: string | null): void {
    if (visit.say(text, { group: group.value, contact, page: page.value })) {
      draft.value = '';
      offers.list.value.forEach(sendCard);
    }
  }

  function send(text: string): void {
    if (begins.value && !starting.value) {
      begin(text, null);
    } else if (visit.say(text, { group: group.value, contact: null, page: page.value })) {
      draft.value = '';
    }
  }

  /** @param words the first ones, when the buyer has written none */
  function sendWith(words: string, run: (conversation: ConversationId) => void): void {
    if (visit.open.value !== undefined) {
      run(visit.open.value);
      return;
    }
    waiting.push(run);
    if (!starting.value) {
      begin(draft.value.trim() || words, null);
    }
  }

  function sendCard(card: CardAsked): void {
    offers.take(card);
    sendWith(say('widget.firstCard'), (conversation) => visit.card(conversation, card));
  }

  function sendFiles(files: readonly File[]): void {
    if (shop.value?.files.on === true && files.length > 0) {
      chosen.value = [...chosen.value, ...files];
      sendWith(say('widget.firstFile'), () => undefined);
    }
  }

  return {
    draft,
    group,
    page,
    chosen,
    begins,
    starting,
    begin,
    send,
    sendCard,
    sendFiles,
    clear: () => {
      draft.value = '';
      group.value = null;
      waiting.length = 0;
      chosen.value = [];
    },
  };
}
