import { computed, type ComputedRef, type Ref } from 'vue';
import { useNow } from './useNow';

/** The time by the desk's clock, once a second: what the desk has told the end of, ends by it. */
export function useDeskNow(ahead: Readonly<Ref<number | null>>): ComputedRef<number> {
  const now = useNow();
  return computed(() => now.value + (ahead.value ?? 0));
}
