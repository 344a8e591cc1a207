import type { Group } from '@/protocol/rest';
import type { Seat } from '@/protocol/seats';

/** Somebody, or a group, who may be asked to take a conversation. */
export interface Receiver {
  /** As the desk names it: `agent:<id>` or `group:<id>`. */
  readonly to: string;
  readonly name: string;
  /** The one person; null for a group. */
  readonly seat: Seat | null;
  /** How many of it can take one now. */
  readonly free: number;
  /** How many of its open conversations wait for an answer. */
  readonly unanswered: number;
}

export interface Receivers {
  readonly groups: readonly Receiver[];
  /** Those of the conversation's group first, the free ones before the others, the least loaded before the more loaded. */
  readonly agents: readonly Receiver[];
}

export const isFree = ({ state, load, cap }: Seat): boolean => state === 'ONLINE' && load < cap;

/**
 * Who may be asked.
 *
 * @param me the giver's id
 * @param group the conversation's
 * @param leadsOnly only supervisors may get it: it was passed on too often (C2)
 */
export function receiversOf(
  seats: readonly Seat[],
  groups: readonly Group[],
  { me, group, leadsOnly }: { readonly me: string; readonly group: string; readonly leadsOnly: boolean },
): Receivers {
  const others = seats.filter(({ agent }) => agent !== me);
  const asked = leadsOnly ? others.filter(({ role }) => role !== 'AGENT') : others;
  const rank = (seat: Seat): number => (isFree(seat) ? 0 : 2) + (seat.groups.includes(group) ? 0 : 1);
  return {
    groups: leadsOnly ? [] : groups.map((one) => ofGroup(one, others)),
    agents: [...asked]
      .sort((a, b) => rank(a) - rank(b) || a.load / (a.cap || 1) - b.load / (b.cap || 1))
      .map((seat) => ({
        to: `agent:${seat.agent}`,
        name: seat.name,
        seat,
        free: isFree(seat) ? 1 : 0,
        unanswered: seat.unanswered,
      })),
  };
}

function ofGroup({ id, name }: Group, seats: readonly Seat[]): Receiver {
  const members = seats.filter(({ groups }) => groups.includes(id));
  return {
    to: `group:${id}`,
    name,
    seat: null,
    free: members.filter(isFree).length,
    unanswered: members.reduce((sum, { unanswered }) => sum + unanswered, 0),
  };
}
