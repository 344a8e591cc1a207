import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import type { ConversationId } from '@/protocol/frames';
import { inHeldOrder, type Listing } from '@/state/lists';

/** A pointer that rests longer than this reads nothing any more. */
const HELD_MS = 4000;

export interface HeldOrder {
  readonly rows: ComputedRef<readonly Listing[]>;
  /** The person moves over the rows. */
  hold(): void;
  release(): void;
}

/** Rows do not change places under the pointer. */
export function useHeldOrder(rows: () => readonly Listing[], now: () => number): HeldOrder {
  const heldAt = shallowRef(-Infinity);
  const held = shallowRef<readonly ConversationId[] | null>(null);

  const release = (): void => {
    held.value = null;
  };
  watch(now, (time) => {
    if (time - heldAt.value > HELD_MS) {
      release();
    }
  });
  const ordered = computed(() => (held.value === null ? rows() : inHeldOrder(held.value, rows())));
  return {
    rows: ordered,
    hold: () => {
      heldAt.value = now();
      held.value ??= rows().map(({ conversation }) => conversation);
    },
    release,
  };
}
