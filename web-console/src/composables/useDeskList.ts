import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { api } from '@/client/Api';
import { readListedAll } from '@/protocol/desk';
import type { Problem } from '@/protocol/rest';
import { listing, type Listing, type Tab } from '@/state/lists';

export interface DeskList {
  readonly rows: Readonly<Ref<readonly Listing[]>>;
  /** Nothing has been told of this list yet. */
  readonly asking: ComputedRef<boolean>;
  readonly problem: Readonly<Ref<Problem | null>>;
  again(): void;
}

/** How many of the desk's conversations are looked through at once. */
const MOST = 100;
/** A busy group changes many times a second; people read slower. */
const PAUSE_MS = 700;
const QUERY_PAUSE_MS = 250;

/**
 * The conversations of the desk that are not the agent's own. While one list is in view it is asked for again whenever
 * something of it has changed, and what was told before stays until then.
 *
 * @param query what is looked for among the closed ones
 * @param changed changes when the desk has said that a group has changed
 */
export function useDeskList(
  tab: Readonly<Ref<Tab>>,
  query: Readonly<Ref<string>>,
  changed: () => unknown,
): DeskList {
  const told = shallowRef<{ readonly path: string; readonly rows: readonly Listing[] } | null>(null);
  const problem = shallowRef<Problem | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const path = computed(() => {
    if (tab.value === 'mine') {
      return null;
    }
    const asked = query.value.trim();
    const q = tab.value === 'closed' && asked !== '' ? `&q=${encodeURIComponent(asked)}` : '';
    return `/desk/conversations?scope=${tab.value}&limit=${String(MOST)}${q}`;
  });
  const ask = async (): Promise<void> => {
    timer = undefined;
    const asked = path.value;
    if (asked !== null) {
      const answer = await api.get(asked, readListedAll);
      if (asked === path.value) {
        problem.value = answer.ok ? null : answer.problem;
        told.value = answer.ok ? { path: asked, rows: answer.body.map(listing) } : told.value;
      }
    }
  };
  const soon = (ms: number): void => {
    timer ??= setTimeout(() => void ask(), ms);
  };

  watch(tab, () => {
    told.value = null;
    void ask();
  });
  watch(query, () => {
    clearTimeout(timer);
    timer = undefined;
    soon(QUERY_PAUSE_MS);
  });
  watch(changed, () => {
    if (tab.value === 'waiting' || tab.value === 'team') {
      soon(PAUSE_MS);
    }
  });
  onScopeDispose(() => {
    clearTimeout(timer);
  });
  return {
    rows: computed(() => told.value?.rows ?? []),
    asking: computed(() => path.value !== null && told.value === null && problem.value === null),
    problem,
    again: () => void ask(),
  };
}
