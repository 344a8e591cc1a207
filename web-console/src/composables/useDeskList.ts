import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { Listed } from '@/protocol/desk';
import type { Problem } from '@/protocol/rest';
import { listing, type Listing, type Tab } from '@/state/lists';
import { deskPages } from './deskPages';

export interface DeskList {
  readonly rows: Readonly<Ref<readonly Listing[]>>;
  /** Nothing has been told of this list yet. */
  readonly asking: ComputedRef<boolean>;
  readonly problem: Readonly<Ref<Problem | null>>;
  again(): void;
  /** The person is near the end: the next page is wanted, if there is one. */
  more(): void;
}

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
  const told = shallowRef<{ readonly listed: readonly Listed[]; readonly more: boolean } | null>(null);
  const problem = shallowRef<Problem | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** So many have been read: as many are asked for again when something has changed. */
  let pages = 1;
  /** Only the latest answer counts. */
  let turn = 0;
  let goesOn = false;

  const path = computed(() => {
    if (tab.value === 'mine') {
      return null;
    }
    const asked = query.value.trim();
    const q = tab.value === 'closed' && asked !== '' ? `&q=${encodeURIComponent(asked)}` : '';
    return `/desk/conversations?scope=${tab.value}${q}`;
  });
  const fetchPages = async (there: readonly Listed[], wanted: number): Promise<void> => {
    const asked = path.value;
    if (asked === null) {
      return;
    }
    turn += 1;
    const mine = turn;
    const answer = await deskPages(asked, there, wanted);
    if (mine === turn && asked === path.value) {
      goesOn = false;
      problem.value = answer.ok ? null : answer.problem;
      told.value = answer.ok ? { listed: answer.body.rows, more: answer.body.more } : told.value;
    }
  };
  const ask = async (): Promise<void> => {
    timer = undefined;
    await fetchPages([], pages);
  };
  const soon = (ms: number): void => {
    timer ??= setTimeout(() => void ask(), ms);
  };

  const startAnew = (): void => {
    pages = 1;
    goesOn = false;
  };

  watch(tab, () => {
    told.value = null;
    startAnew();
    void ask();
  });
  watch(query, () => {
    startAnew();
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
    rows: computed<readonly Listing[]>(() => (told.value?.listed ?? []).map(listing)),
    asking: computed(() => path.value !== null && told.value === null && problem.value === null),
    problem,
    again: () => void ask(),
    more: () => {
      if (told.value?.more === true && !goesOn) {
        goesOn = true;
        pages += 1;
        void fetchPages(told.value.listed, 1);
      }
    },
  };
}
