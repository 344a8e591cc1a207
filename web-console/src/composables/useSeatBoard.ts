import {
  computed,
  inject,
  onScopeDispose,
  provide,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue';
import { api } from '@/client/Api';
import type { Problem, Staff } from '@/protocol/rest';
import { readSeats, readTimeRequests } from '@/protocol/seats';
import { supervisorsTopic } from '@/protocol/topics';
import { applyToBoard, emptyBoard, toDo, withoutRequest, withRequests, withSeats } from '@/state/seatBoard';
import type { SeatBoard } from '@/state/seatBoard';
import { useOften } from './useOften';
import { looksAfter } from './usePlaces';
import type { WorkbenchDesk } from './useWorkbench';

/** Many things that move at once are asked about once. */
const PAUSE_MS = 400;
/** Nobody tells of an answer that is missing: it is asked for while somebody looks. */
const LOOK_MS = 15_000;
/** So many of the newest events tell what has happened since the desk was asked. */
const NEWEST = 20;

export type BoardState = 'asking' | 'there' | 'failed';

export interface SeatBoardDesk {
  readonly board: Readonly<ShallowRef<SeatBoard>>;
  readonly state: Readonly<ShallowRef<BoardState>>;
  /** By the desk's clock: it is the desk that says when a state is over. */
  readonly now: ComputedRef<number>;
  /** How much there is to do. */
  readonly waiting: ComputedRef<number>;
  again(): void;
  /** Looks often, until what it returns is called. */
  look(): () => void;
  /** @returns why it was refused; null when it was not */
  decide(request: string, granted: boolean, minutes: number, note: string): Promise<Problem | null>;
}

const KEY: InjectionKey<SeatBoardDesk> = Symbol('seat board');

/** The seats of the desk, told live; for supervisors, nothing for others. */
export function provideSeatBoard(me: Staff, desk: WorkbenchDesk): SeatBoardDesk | null {
  if (!looksAfter(me.role)) {
    return null;
  }
  const board = shallowRef(emptyBoard);
  const state = shallowRef<BoardState>('asking');
  const { deskNow: now } = desk;
  let soon: ReturnType<typeof setTimeout> | undefined;

  const ask = async (): Promise<void> => {
    const [seats, requests] = await Promise.all([
      api.get('/desk/seats', readSeats),
      api.get('/desk/time-requests', readTimeRequests),
    ]);
    if (seats.ok) {
      board.value = withSeats(board.value, seats.body);
    }
    if (requests.ok) {
      board.value = withRequests(board.value, requests.body);
    }
    state.value = seats.ok && requests.ok ? 'there' : state.value === 'there' ? 'there' : 'failed';
  };
  const askSoon = (): void => {
    soon ??= setTimeout(() => {
      soon = undefined;
      void ask();
    }, PAUSE_MS);
  };

  desk.listen(supervisorsTopic(me.desk), NEWEST, {
    event: (logged) => {
      board.value = applyToBoard(board.value, logged);
      askSoon();
    },
    restarted: askSoon,
  });
  // Who has how many conversations moves when a group does.
  watch(desk.groups, askSoon);
  watch(
    () => desk.link.value.kind === 'open',
    (open) => {
      if (open) {
        askSoon();
      }
    },
  );
  onScopeDispose(() => {
    clearTimeout(soon);
  });
  void ask();

  const shared: SeatBoardDesk = {
    board,
    state,
    now,
    waiting: computed(() => toDo(board.value, now.value)),
    again: () => {
      state.value = 'asking';
      void ask();
    },
    look: useOften(askSoon, LOOK_MS),
    decide: async (request, granted, minutes, note) => {
      const answer = await api.tell(`/desk/time-requests/${encodeURIComponent(request)}/decision`, {
        granted,
        minutes,
        note: note === '' ? null : note,
      });
      if (answer.ok) {
        board.value = withoutRequest(board.value, request);
        return null;
      }
      return answer.problem;
    },
  };
  provide(KEY, shared);
  return shared;
}

export function useSeatBoard(): SeatBoardDesk {
  const shared = inject(KEY);
  if (shared === undefined) {
    throw new Error('nobody has provided the seat board');
  }
  return shared;
}

/** For tests, which bring their own. */
export { KEY as SEAT_BOARD };
