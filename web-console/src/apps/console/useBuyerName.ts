import { useWords } from '@/composables/useWords';
import type { BuyerCard } from '@/protocol/frames';

/** What to call a buyer; one who is not known is told apart by the end of the id. */
export function useBuyerName(): (buyer: BuyerCard) => string {
  const { say } = useWords();
  return ({ id, name }) => name ?? say('console.buyer.guest', { id: id.slice(-4) });
}

/** The letter that stands for somebody, whole: an emoji is one, too. */
export const initialOf = (name: string): string => [...name][0] ?? '';
