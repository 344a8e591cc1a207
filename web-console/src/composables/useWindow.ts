import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';

/** So much more than is in sight is in the page, so that a turn of the wheel shows no gaps. */
const AROUND_PX = 600;
/** Nearer to the end than this counts as being there. */
const NEAR_PX = 48;

export interface Windowed<Row> {
  /** The rows that are in the page, from top to bottom. */
  readonly rows: ComputedRef<readonly Row[]>;
  /** What stands for the rows above and below, in pixels. */
  readonly above: ComputedRef<number>;
  readonly below: ComputedRef<number>;
  /** The person is at the end, or at the start where the list sticks to its start. */
  readonly atHome: Ref<boolean>;
  /** The person is so near to the start that what comes before it will soon be wanted. */
  readonly nearStart: ComputedRef<boolean>;
  toEnd(): void;
  /** Brings a row into sight. */
  show(key: string): void;
}

export interface WindowedList<Row> {
  readonly box: Readonly<Ref<HTMLElement | null>>;
  readonly rows: () => readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** How high a row is likely to be until it is measured. Its element says whose it is by `data-key`. */
  readonly guess: (row: Row) => number;
  /** Where the list stays while rows come and go and nobody has scrolled away; elsewhere the row in sight stays. */
  readonly home: 'start' | 'end';
}

/** Keeps only the rows in sight in the page, however many there are, and never moves what somebody reads. */
export function useWindow<Row>({ box, rows, keyOf, guess, home }: WindowedList<Row>): Windowed<Row> {
  const heights = new Map<string, number>();
  const measured = shallowRef(0);
  const view = shallowRef({ top: 0, height: 0 });
  const atHome = shallowRef(true);
  let anchor: { readonly key: string; readonly offset: number } | undefined;

  const model = computed(() => {
    void measured.value;
    const all = rows();
    const tops = new Float64Array(all.length + 1);
    all.forEach((row, i) => {
      tops[i + 1] = (tops[i] ?? 0) + (heights.get(keyOf(row)) ?? guess(row));
    });
    return { all, tops };
  });
  const indexAt = (px: number): number => {
    const { all, tops } = model.value;
    let low = 0;
    let high = Math.max(0, all.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((tops[middle] ?? 0) <= px) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  };
  const first = computed(() => indexAt(view.value.top - AROUND_PX));
  const last = computed(() => indexAt(view.value.top + view.value.height + AROUND_PX));
  const topOf = (index: number): number => model.value.tops[index] ?? 0;
  const end = computed(() => topOf(model.value.all.length));

  const look = (): void => {
    const { value } = box;
    if (value === null) {
      return;
    }
    const { scrollTop: top, clientHeight: height, scrollHeight } = value;
    const nearEnd = scrollHeight - top - height < NEAR_PX;
    // What grows below leaves the place as it is: only who goes up leaves the end.
    const staysAtEnd = atHome.value && top >= view.value.top;
    atHome.value = home === 'end' ? nearEnd || staysAtEnd : top < NEAR_PX;
    view.value = { top, height };
    const index = indexAt(top);
    const row = model.value.all[index];
    anchor = row === undefined ? undefined : { key: keyOf(row), offset: top - topOf(index) };
  };
  /** After rows or heights have changed: what was in sight is where it was. */
  const settle = (): void => {
    const { value } = box;
    if (value === null) {
      return;
    }
    if (atHome.value) {
      value.scrollTop = home === 'end' ? value.scrollHeight : 0;
    } else if (anchor !== undefined) {
      const { key, offset } = anchor;
      const index = model.value.all.findIndex((row) => keyOf(row) === key);
      if (index >= 0) {
        value.scrollTop = topOf(index) + offset;
      }
    }
    look();
  };

  const sizes = new ResizeObserver((entries) => {
    let changed = false;
    for (const { target, borderBoxSize } of entries) {
      const key = target instanceof HTMLElement ? target.dataset['key'] : undefined;
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (key === undefined) {
        changed ||= view.value.height !== box.value?.clientHeight;
      } else if (target.isConnected && heights.get(key) !== height) {
        heights.set(key, height);
        changed = true;
      }
    }
    if (changed) {
      measured.value += 1;
    }
  });
  const watched = new Set<Element>();
  const observe = (): void => {
    const now = new Set(box.value?.querySelectorAll('[data-key]') ?? []);
    for (const old of watched) {
      if (!now.has(old)) {
        watched.delete(old);
        sizes.unobserve(old);
      }
    }
    for (const row of now) {
      if (!watched.has(row)) {
        watched.add(row);
        sizes.observe(row);
      }
    }
  };

  watch(
    box,
    (now, old) => {
      old?.removeEventListener('scroll', look);
      now?.addEventListener('scroll', look, { passive: true });
      if (now !== null) {
        sizes.observe(now);
      }
      settle();
    },
    { flush: 'post' },
  );
  watch(model, settle, { flush: 'post' });
  const inPage = computed(() => model.value.all.slice(first.value, last.value + 1));
  watch(inPage, observe, { flush: 'post', immediate: true });
  onScopeDispose(() => {
    sizes.disconnect();
    box.value?.removeEventListener('scroll', look);
  });

  return {
    rows: inPage,
    above: computed(() => topOf(first.value)),
    below: computed(() => Math.max(0, end.value - topOf(last.value + 1))),
    atHome,
    nearStart: computed(() => view.value.height > 0 && view.value.top < AROUND_PX),
    toEnd: () => {
      atHome.value = true;
      settle();
    },
    show: (key) => {
      const index = model.value.all.findIndex((row) => keyOf(row) === key);
      const { value } = box;
      if (index >= 0 && value !== null) {
        const isAbove = topOf(index) < value.scrollTop;
        const isBelow = topOf(index + 1) > value.scrollTop + value.clientHeight;
        if (isAbove || isBelow) {
          value.scrollTop = isAbove ? topOf(index) : topOf(index + 1) - value.clientHeight;
          look();
        }
      }
    },
  };
}
