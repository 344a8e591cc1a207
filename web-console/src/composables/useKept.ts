import { customRef, type Ref } from 'vue';
import type { Shelf } from '@/client/world';

/** One of these texts, kept on a shelf; the first one until another is chosen. */
export function useKept<T extends string>(shelf: Shelf, key: string, choices: readonly [T, ...T[]]): Ref<T> {
  const read = (): T => choices.find((one) => one === shelf.getItem(key)) ?? choices[0];
  let value = read();
  return customRef((track, trigger) => ({
    get: () => {
      track();
      return value;
    },
    set: (chosen) => {
      value = chosen;
      shelf.setItem(key, chosen);
      trigger();
    },
  }));
}
