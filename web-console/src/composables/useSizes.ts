import { computed, type ComputedRef } from 'vue';
import { useWords } from './useWords';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Writes a number of bytes as people read it. */
export function useSizes(): ComputedRef<(bytes: number) => string> {
  const { language } = useWords();
  return computed(() => (bytes) => {
    const at = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
    const format = new Intl.NumberFormat(language.value, {
      style: 'unit',
      unit: UNITS[at] ?? 'byte',
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    });
    return format.format(bytes / 2 ** (10 * at));
  });
}
