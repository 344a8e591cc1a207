import { useWords, type Words } from '@/composables/useWords';

export interface Goods {
  /** In the reader's language; as the shop told the desk where this page has no words for it. */
  nameOf(id: string, told: string): string;
  detailOf(id: string, told: string): string;
  /** What the shop tells of it; empty for goods it has no story of. */
  storyOf(id: string): string;
}

export const useGoods = (): Goods => useGoodsBy(useWords().say);

/** What the shop says of its goods, for who provides the words. */
export function useGoodsBy(say: Words['say']): Goods {
  const words = (id: string, what: string, otherwise: string): string => {
    const key = `demo.goods.${id}.${what}`;
    const found = say(key);
    return found === key ? otherwise : found;
  };
  return {
    nameOf: (id, told) => words(id, 'name', told),
    detailOf: (id, told) => words(id, 'detail', told),
    storyOf: (id) => words(id, 'story', ''),
  };
}
