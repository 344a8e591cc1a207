import { shallowRef, type ShallowRef } from 'vue';
import type { CardAsked } from '@/protocol/frames';

export interface Offers {
  /** What the shop's page says the buyer looks at, and the buyer may send. */
  readonly list: Readonly<ShallowRef<readonly CardAsked[]>>;
  offer(type: CardAsked['type'], id: string): void;
  /** It was sent, or is not wanted. */
  take(card: CardAsked): void;
  clear(): void;
}

/** At most one product and one order; the page's latest word counts. */
export function useOffers(): Offers {
  const list = shallowRef<readonly CardAsked[]>([]);
  return {
    list,
    offer: (type, id) => {
      const card = type === 'product' ? { type, product: id } : { type, order: id };
      list.value = [...list.value.filter((other) => other.type !== type), card];
    },
    take: (card) => {
      list.value = list.value.filter((one) => one !== card);
    },
    clear: () => {
      list.value = [];
    },
  };
}
