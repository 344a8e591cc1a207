import { DEFAULT_WEIGHT, type DeskGroup, type MemberChange } from '@/protocol/rules';
import type { Role } from '@/protocol/frames';
import type { Trouble } from './rulesForm';

/** Who is in which group: one row a person, one column a group. */

export const CAP_MOST = 50;
export const WEIGHT_MOST = 100;

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** As it is typed. */
  readonly cap: string;
  /** By group: the weight as it is typed; a group that is not there is not the member's. */
  readonly weights: Readonly<Record<string, string>>;
}

/** The people of all groups, each once, by their names. */
export function rowsOf(groups: readonly DeskGroup[]): readonly MemberRow[] {
  const rows = new Map<string, MemberRow>();
  for (const { group, members } of groups) {
    for (const { id, name, role, cap, weight } of members) {
      const weights = { ...rows.get(id)?.weights, [group]: String(weight) };
      rows.set(id, { id, name, role, cap: String(cap), weights });
    }
  }
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

export const withCap = (row: MemberRow, cap: string): MemberRow => ({ ...row, cap });

export const withWeight = (row: MemberRow, group: string, weight: string): MemberRow => ({
  ...row,
  weights: { ...row.weights, [group]: weight },
});

/** In or out; who comes in begins with the usual weight. */
export const withGroup = (row: MemberRow, group: string, member: boolean): MemberRow => ({
  ...row,
  weights: member
    ? { ...row.weights, [group]: row.weights[group] ?? String(DEFAULT_WEIGHT) }
    : Object.fromEntries(Object.entries(row.weights).filter(([id]) => id !== group)),
});

/** By `cap`, or by the group. */
export function memberTroubles({ cap, weights }: MemberRow): ReadonlyMap<string, Trouble> {
  const found = new Map<string, Trouble>();
  const within = (name: string, typed: string, min: number, max: number): void => {
    const value = Number(typed);
    if (typed.trim() === '' || !Number.isInteger(value) || value < min || value > max) {
      found.set(name, { word: 'range', values: { min, max } });
    }
  };
  within('cap', cap, 1, CAP_MOST);
  for (const [group, weight] of Object.entries(weights)) {
    within(group, weight, 1, WEIGHT_MOST);
  }
  return found;
}

export const changeOf = ({ cap, weights }: MemberRow): MemberChange => ({
  groups: Object.keys(weights),
  cap: Number(cap),
  weights: Object.fromEntries(Object.entries(weights).map(([group, weight]) => [group, Number(weight)])),
});

/** The share of a group's buyers that a member gets, in percent, when all are equally free. */
export function shareOf(rows: readonly MemberRow[], row: MemberRow, group: string): number {
  const all = rows.reduce((sum, { weights }) => sum + (Number(weights[group] ?? 0) || 0), 0);
  return all === 0 ? 0 : Math.round((100 * (Number(row.weights[group] ?? 0) || 0)) / all);
}
