import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { Problem } from '@/protocol/rest';
import { readSeats, type Seat } from '@/protocol/seats';
import { useAsked } from './useAsked';

export interface Seats {
  /** Null until the desk has told. */
  readonly seats: Readonly<ShallowRef<readonly Seat[] | null>>;
  readonly problem: Readonly<ShallowRef<Problem | null>>;
  again(): void;
}

/** A busy desk changes many times a second; people read slower. */
const PAUSE_MS = 700;

/**
 * Who is there, told anew while it is wanted whenever something has changed.
 *
 * @param changed changes when the desk has said that a group has changed
 */
export function useSeats(wanted: () => boolean, changed: () => unknown): Seats {
  const { asked, again } = useAsked(() => (wanted() ? '/desk/seats' : null), readSeats);
  const seats = shallowRef<readonly Seat[] | null>(null);
  const problem = shallowRef<Problem | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(asked, (now) => {
    // What was told before stays while it is asked for again.
    if (now.kind !== 'asking') {
      problem.value = now.kind === 'failed' ? now.problem : null;
      seats.value = now.kind === 'there' ? now.body : seats.value;
    }
  });
  watch(changed, () => {
    if (wanted()) {
      timer ??= setTimeout(() => {
        timer = undefined;
        again();
      }, PAUSE_MS);
    }
  });
  onScopeDispose(() => {
    clearTimeout(timer);
  });
  return { seats, problem, again };
}
