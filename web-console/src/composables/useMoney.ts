import { computed, type ComputedRef } from 'vue';
import { useWords } from './useWords';

/** Writes cents as yuan. */
export function useMoney(): ComputedRef<(cents: number) => string> {
  const { language } = useWords();
  return computed(() => {
    const format = new Intl.NumberFormat(language.value, {
      style: 'currency',
      currency: 'CNY',
      currencyDisplay: 'narrowSymbol',
    });
    return (cents) => format.format(cents / 100);
  });
}
