import type { AvailabilityState, FrameLogged } from '@/protocol/frames';
import type { Seat, TimeRequest } from '@/protocol/seats';

/** How the agents of a desk stand, and what they ask for. */
export interface SeatBoard {
  readonly seats: ReadonlyMap<string, Seat>;
  readonly requests: readonly TimeRequest[];
}

export const emptyBoard: SeatBoard = { seats: new Map(), requests: [] };

export const withSeats = (before: SeatBoard, seats: readonly Seat[]): SeatBoard => ({
  ...before,
  seats: new Map(seats.map((seat) => [seat.agent, seat])),
});

export const withRequests = (before: SeatBoard, requests: readonly TimeRequest[]): SeatBoard => ({
  ...before,
  requests,
});

/** Adds an event of the supervisors' topic. What is older than what is known of a seat changes nothing. */
export function applyToBoard(before: SeatBoard, { event, ts }: FrameLogged): SeatBoard {
  switch (event.type) {
    case 'agent.changed': {
      const { agent, name, state, since, until, reason } = event;
      return withSeat(before, agent, since, (seat) => ({ ...seat, name, state, since, until, reason }));
    }
    case 'agent.overdue': {
      const { agent, since } = event;
      return withSeat(before, agent, since, (seat) =>
        seat.state === 'OVERDUE' ? seat : { ...seat, state: 'OVERDUE', since, until: null },
      );
    }
    case 'time.asked': {
      const { request, agent, name, minutes, reason } = event;
      return before.requests.some((one) => one.request === request)
        ? before
        : {
            ...before,
            requests: [...before.requests, { request, agent, name, minutes, reason, askedAt: ts }],
          };
    }
    case 'time.decided':
      return withoutRequest(before, event.request);
    default:
      return before;
  }
}

export const withoutRequest = (before: SeatBoard, request: string): SeatBoard => ({
  ...before,
  requests: before.requests.filter((one) => one.request !== request),
});

function withSeat(before: SeatBoard, agent: string, since: number, change: (seat: Seat) => Seat): SeatBoard {
  const seat = before.seats.get(agent);
  return seat === undefined || since < seat.since
    ? before
    : { ...before, seats: new Map(before.seats).set(agent, change(seat)) };
}

/** Who has to be looked after comes first; who is not there comes last. */
const ORDER: Readonly<Record<AvailabilityState, number>> = {
  OVERDUE: 0,
  HUNG_UP: 2,
  ON_BREAK: 2,
  DRAINING: 3,
  ONLINE: 4,
  OFFLINE: 5,
};

/** Away for longer than agreed: hung up or at a break. */
export const isLate = ({ state, until }: Seat, now: number): boolean =>
  state === 'OVERDUE' || ((state === 'HUNG_UP' || state === 'ON_BREAK') && until !== null && until <= now);

/** Since when an agent is late, in ms. */
export const lateSince = ({ state, since, until }: Seat): number =>
  state === 'OVERDUE' ? since : (until ?? since);

export function seatsInOrder({ seats }: SeatBoard, now: number): readonly Seat[] {
  const rank = (seat: Seat): number => (isLate(seat, now) ? 0 : ORDER[seat.state]);
  return [...seats.values()].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (rank(a) === 0 ? lateSince(a) - lateSince(b) : 0) ||
      a.name.localeCompare(b.name, 'zh-CN'),
  );
}

export const countBy = (seats: readonly Seat[]): ReadonlyMap<AvailabilityState, number> =>
  seats.reduce(
    (counts, { state }) => counts.set(state, (counts.get(state) ?? 0) + 1),
    new Map<AvailabilityState, number>(),
  );

/** How much there is to do: whose time is up, and who asks for some. */
export const toDo = (board: SeatBoard, now: number): number =>
  board.requests.length + [...board.seats.values()].filter((seat) => isLate(seat, now)).length;
