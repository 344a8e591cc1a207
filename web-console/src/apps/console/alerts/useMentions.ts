import { computed, onScopeDispose, shallowRef, type ComputedRef, type Ref } from 'vue';
import { siteShelf } from '@/client/world';
import type { Mention } from '@/state/mentions';
import type { Workbench } from '@/state/workbench';

export interface OwnMentions {
  /** Those the agent has not looked at yet, oldest first. */
  readonly unseen: ComputedRef<readonly Mention[]>;
  /** All up to this one were looked at. */
  seen(mention: Mention): void;
}

/** Mentions are looked at in one tab for all, and stay so over a reload. */
export function useMentions(person: string, bench: Readonly<Ref<Workbench>>): OwnMentions {
  const shelf = `xiaoer.mentions.${person}`;
  const read = (): number => Number(siteShelf.getItem(shelf)) || 0;
  const seenTo = shallowRef(read());
  const heard = ({ key }: StorageEvent): void => {
    if (key === shelf) {
      seenTo.value = read();
    }
  };
  window.addEventListener('storage', heard);
  onScopeDispose(() => {
    window.removeEventListener('storage', heard);
  });
  return {
    unseen: computed(() => bench.value.mentions.filter(({ seq }) => seq > seenTo.value)),
    seen: ({ seq }) => {
      seenTo.value = Math.max(seenTo.value, seq);
      siteShelf.setItem(shelf, String(seenTo.value));
    },
  };
}
