import { watchEffect, type Ref } from 'vue';
import { useWords } from '@/composables/useWords';
import { unread } from '@/state/transcript';
import { talkOf, type Workbench } from '@/state/workbench';

/** The tab says how many words wait to be read. */
export function useTitle(bench: Readonly<Ref<Workbench>>): void {
  const { say } = useWords();
  watchEffect(() => {
    const { roster } = bench.value;
    const count = [...roster.cards.keys()].reduce((sum, id) => sum + unread(talkOf(bench.value, id)), 0);
    const title = `${say('console.title')} · ${say('console.brand')}`;
    document.title = count > 0 ? `(${String(count)}) ${title}` : title;
  });
}
