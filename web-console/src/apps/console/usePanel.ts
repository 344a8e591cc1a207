import { computed, shallowRef, type WritableComputedRef } from 'vue';
import { siteShelf } from '@/client/world';
import { useKept } from '@/composables/useKept';
import { useMedia } from '@/composables/useMedia';

/**
 * Whether the side panel is unfolded: beside a wide transcript it stays as the person left it, on a narrower window it
 * lies over the transcript and only when asked for.
 */
export function usePanel(): WritableComputedRef<boolean> {
  const kept = useKept(siteShelf, 'xiaoer.panel', ['open', 'folded']);
  const asked = shallowRef(false);
  const narrow = useMedia('(max-width: 1280px)');
  return computed({
    get: () => (narrow.value ? asked.value : kept.value === 'open'),
    set: (open) => {
      if (narrow.value) {
        asked.value = open;
      } else {
        kept.value = open ? 'open' : 'folded';
      }
    },
  });
}
