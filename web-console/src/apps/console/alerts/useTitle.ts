import { watchEffect, type Ref } from 'vue';
import { useWords } from '@/composables/useWords';

/** The tab says how much waits to be looked at. */
export function useTitle(count: Readonly<Ref<number>>): void {
  const { say } = useWords();
  watchEffect(() => {
    const title = `${say('console.title')} · ${say('console.brand')}`;
    document.title = count.value > 0 ? `(${String(count.value)}) ${title}` : title;
  });
}
