import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import type { WorkbenchDesk } from '@/composables/useWorkbench';
import type { AgentCard, ConversationId } from '@/protocol/frames';
import type { Listing } from '@/state/lists';
import type { Card, Shown } from '@/state/roster';
import { waitingSince } from '@/state/transcript';
import { talkOf } from '@/state/workbench';

/** What is in view: one of the agent's own conversations, or somebody else's to read. */
export interface Selection {
  readonly shown: ComputedRef<Shown | null>;
  readonly card: ComputedRef<Card | undefined>;
  /** Whose it is, where it is known to be somebody else's. */
  readonly owner: ComputedRef<AgentCard | null>;
  choose(row: Shown | Listing): void;
  /** One of the agent's own, by its id. */
  open(conversation: ConversationId): void;
  leave(): void;
  /** The own conversation that comes next in the list, or before. */
  step(by: 1 | -1): void;
  /** The own conversation whose buyer waits longest. */
  unanswered(): void;
}

export function useSelection(desk: WorkbenchDesk): Selection {
  const { bench, cards } = desk;
  const chosen = shallowRef<Shown | Listing | null>(null);
  const card = computed(() =>
    cards.value.find(({ conversation }) => conversation === chosen.value?.conversation),
  );

  const choose = (row: Shown | null): void => {
    chosen.value = row;
  };
  const waits = ({ conversation }: Card): boolean =>
    waitingSince(talkOf(bench.value, conversation)) !== undefined;

  watch([chosen, card], ([now, own], [, before]) => {
    if (own === undefined && before !== undefined && now?.conversation === before.conversation) {
      // It was closed or taken away while it was in view.
      chosen.value = null;
    }
    desk.watch(own === undefined ? (chosen.value?.conversation ?? null) : null);
  });

  return {
    shown: computed(() => card.value ?? chosen.value),
    card,
    owner: computed(() => {
      const { value } = chosen;
      return card.value === undefined && value !== null && 'agent' in value ? value.agent : null;
    }),
    choose,
    open: (conversation) => {
      const own = cards.value.find((one) => one.conversation === conversation);
      choose(own ?? chosen.value);
    },
    leave: () => {
      choose(null);
    },
    step: (by) => {
      const at = cards.value.findIndex(({ conversation }) => conversation === card.value?.conversation);
      const { length } = cards.value;
      choose(cards.value[at < 0 ? (by > 0 ? 0 : length - 1) : (at + by + length) % length] ?? chosen.value);
    },
    unanswered: () => {
      const others = cards.value.filter((one) => one !== card.value);
      choose(others.find(waits) ?? cards.value.find(waits) ?? chosen.value);
    },
  };
}
