import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { useWords } from '@/composables/useWords';
import type { VisitDesk } from '@/composables/visitDesk';
import type { CardAsked } from '@/protocol/frames';
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
  /** @param contact of who leaves a message, and may be empty; null for who waits for an answer */
  send(text: string, contact?: string | null): void;
  sendCard(card: CardAsked): void;
  sendFiles(files: readonly File[]): void;
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
  /** What goes along with first words that are on their way. */
  let asked: readonly CardAsked[] = [];

  watch(begins, (stillBegins) => {
    if (!stillBegins) {
      asked.forEach(offers.take);
    }
  });

  /** Another person begins with nothing of the one before. */
  watch(
    () => visit.admission.value?.buyer.id,
    (_, before) => {
      if (before !== undefined) {
        draft.value = '';
        group.value = null;
        asked = [];
        chosen.value = [];
      }
    },
  );

  /** What the page offers goes along with the first words. */
  function send(text: string, contact: string | null = null): void {
    const about = begins.value && !starting.value ? offers.list.value : null;
    if (visit.say(text, { group: group.value, contact, page: page.value, about })) {
      draft.value = '';
      asked = about ?? asked;
    }
  }

  /** What is no text begins with these words, when the buyer has written none. */
  function beginWith(words: string): void {
    if (begins.value && !starting.value) {
      send(draft.value.trim() || words);
    }
  }

  function sendCard(card: CardAsked): void {
    if (visit.open.value === undefined) {
      beginWith(say('widget.firstCard'));
    } else if (visit.card(visit.open.value, card)) {
      offers.take(card);
    }
  }

  function sendFiles(files: readonly File[]): void {
    if (shop.value?.files.on === true && files.length > 0) {
      chosen.value = [...chosen.value, ...files];
      beginWith(say('widget.firstFile'));
    }
  }

  return {
    draft,
    group,
    page,
    chosen,
    begins,
    starting,
    send,
    sendCard,
    sendFiles,
  };
}
