import { computed, type ComputedRef, type Ref } from 'vue';
import { useSeenTo } from '@/composables/useSeenTo';
import type { Mention } from '@/state/mentions';
import type { Workbench } from '@/state/workbench';

export interface OwnMentions {
  /** Those the agent has not looked at yet, oldest first. */
  readonly unseen: ComputedRef<readonly Mention[]>;
  /** All up to this one were looked at. */
  seen(mention: Mention): void;
}

export function useMentions(person: string, bench: Readonly<Ref<Workbench>>): OwnMentions {
  const { to, see } = useSeenTo(`xiaoer.mentions.${person}`);
  return {
    unseen: computed(() => bench.value.mentions.filter(({ seq }) => seq > to.value)),
    seen: ({ seq }) => {
      see(seq);
    },
  };
}
