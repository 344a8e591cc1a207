import { shallowRef, type ShallowRef } from 'vue';
import type { CardAsked } from '@/protocol/frames';

export interface Offers {
  /** What the shop's page says the buyer looks at, and the buyer may send. */
  readonly list: Readonly<ShallowRef<readonly CardAsked[]>>;
  offer(card: CardAsked): void;
  /** It was sent, or is not wanted. */
  take(card: CardAsked): void;
  clear(): void;
}

/** At most one product and one order; the page's latest word counts. */
export function useOffers(): Offers {
  const list = shallowRef<readonly CardAsked[]>([]);
  return {
    list,
    offer: (card) => {
      list.value = [...list.value.filter(({ type }) => type !== card.type), card];
    },
    take: (card) => {
      list.value = list.value.filter((one) => one !== card);
    },
    clear: () => {
      list.value = [];
    },
  };
}
