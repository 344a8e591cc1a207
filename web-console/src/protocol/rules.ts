import type { Role } from './frames';
import { readField, readList, readNamed, readNumber, readText } from './rest';
import { readWords, type Bilingual } from './shop';
import { USUAL } from './usual';

/** The rules of a desk's groups, as supervisors see and change them. Durations are in seconds, times of day `HH:mm`. */

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];

/** A time of a day; it belongs to the day it begins on, and ends on the next when `to` is not after `from`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A day that is not as its day of the week; without spans it is closed. */
export interface ExceptionDay {
  /** `2026-10-01` */
  readonly date: string;
  readonly spans: readonly Span[];
  readonly name: string;
}

export interface Hours {
  readonly zone: string;
  /** Empty: always open. A day that is not named is closed, as one without spans is. */
  readonly week: Readonly<Partial<Record<Day, readonly Span[]>>>;
  readonly exceptions: readonly ExceptionDay[];
}

export interface GroupRules {
  readonly group: string;
  /** Grows with every change; a change of an older one is refused as STALE. */
  readonly version: number;
  readonly hangUp: {
    readonly limit: number;
    readonly warning: number;
    readonly grace: number;
    readonly most: number;
  };
  readonly breaks: {
    readonly length: number;
    readonly atOnce: number;
    readonly hold: number;
    readonly unanswered: number;
  };
  /** So many agents have to stay online. */
  readonly floor: number;
  readonly servedLately: { readonly hungUp: number; readonly online: number };
  readonly overflow: { readonly group: string; readonly after: number } | null;
  /** Null: conversations are given, not offered. */
  readonly answerWithin: number | null;
  readonly manualPick: boolean;
  /** By agent. */
  readonly weights: Readonly<Record<string, number>>;
  readonly hours: Hours;
  readonly queue: { readonly most: number | null; readonly longest: number | null };
  readonly transfer: { readonly answer: number; readonly hops: number };
  /** Priority, 0 to 9, by the tier's name. */
  readonly tiers: Readonly<Record<string, number>>;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly cap: number;
  readonly weight: number;
}

export interface DeskGroup {
  readonly group: string;
  readonly name: string;
  readonly members: readonly Member[];
  readonly rules: GroupRules;
}

/** A group as it is told: in both languages. */
export type ToldGroup = Omit<DeskGroup, 'name'> & { readonly name: Bilingual };

/** What is changed of a member: in which groups, for how many at once, with which weight in each. */
export interface MemberChange {
  readonly groups: readonly string[];
  readonly cap: number;
  readonly weights: Readonly<Record<string, number>>;
}

export const DEFAULT_WEIGHT = 10;
const ROLES: readonly Role[] = ['AGENT', 'SUPERVISOR', 'ADMIN'];

const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const numberIn = (value: unknown, field: string, otherwise: number): number =>
  readNumber(value, field) ?? otherwise;

function readSpan(value: unknown): Span | undefined {
  const from = readText(value, 'from');
  const to = readText(value, 'to');
  return from === undefined || to === undefined ? undefined : { from: from.slice(0, 5), to: to.slice(0, 5) };
}

const readSpans = (value: unknown): readonly Span[] => readList(value, readSpan);

function readException(value: unknown): ExceptionDay | undefined {
  const date = readText(value, 'date');
  return date === undefined
    ? undefined
    : { date, spans: readSpans(readField(value, 'spans')), name: readText(value, 'name') ?? '' };
}

export function readHours(value: unknown): Hours {
  const week = readField(value, 'week');
  const named = DAYS.some((day) => readField(week, day) !== undefined);
  return {
    zone: readText(value, 'zone') ?? 'Asia/Shanghai',
    week: named ? Object.fromEntries(DAYS.map((day) => [day, readSpans(readField(week, day))])) : {},
    exceptions: readList(readField(value, 'exceptions'), readException),
  };
}

export function readRules(value: unknown): GroupRules | undefined {
  const group = readText(value, 'group');
  const version = readNumber(value, 'version');
  if (group === undefined || version === undefined) {
    return undefined;
  }
  const hangUp = readField(value, 'hangUp');
  const breaks = readField(value, 'breaks');
  const lately = readField(value, 'servedLately');
  const overflow = readField(value, 'overflow');
  const overflowGroup = readText(overflow, 'group');
  const queue = readField(value, 'queue');
  const transfer = readField(value, 'transfer');
  return {
    group,
    version,
    hangUp: {
      limit: numberIn(hangUp, 'limit', USUAL.hangUp.limit),
      warning: numberIn(hangUp, 'warning', USUAL.hangUp.warning),
      grace: numberIn(hangUp, 'grace', USUAL.hangUp.grace),
      most: numberIn(hangUp, 'most', USUAL.hangUp.most),
    },
    breaks: {
      length: numberIn(breaks, 'length', USUAL.breaks.length),
      atOnce: numberIn(breaks, 'atOnce', USUAL.breaks.atOnce),
      hold: numberIn(breaks, 'hold', USUAL.breaks.hold),
      unanswered: numberIn(breaks, 'unanswered', USUAL.breaks.unanswered),
    },
    floor: numberIn(value, 'floor', 0),
    servedLately: {
      hungUp: numberIn(lately, 'hungUp', USUAL.servedLately.hungUp),
      online: numberIn(lately, 'online', USUAL.servedLately.online),
    },
    overflow:
      overflowGroup === undefined
        ? null
        : { group: overflowGroup, after: numberIn(overflow, 'after', USUAL.overflow.after) },
    answerWithin: readNumber(value, 'answerWithin') ?? null,
    manualPick: readField(value, 'manualPick') === true,
    weights: readNamed(readField(value, 'weights'), asNumber),
    hours: readHours(readField(value, 'hours')),
    queue: { most: readNumber(queue, 'most') ?? null, longest: readNumber(queue, 'longest') ?? null },
    transfer: {
      answer: numberIn(transfer, 'answer', USUAL.transfer.answer),
      hops: numberIn(transfer, 'hops', USUAL.transfer.hops),
    },
    tiers: readNamed(readField(value, 'tiers'), asNumber),
  };
}

function readMember(value: unknown): Member | undefined {
  const id = readText(value, 'id');
  return id === undefined
    ? undefined
    : {
        id,
        name: readText(value, 'name') ?? id,
        role: ROLES.find((known) => known === readText(value, 'role')) ?? 'AGENT',
        cap: numberIn(value, 'cap', 0),
        weight: numberIn(value, 'weight', DEFAULT_WEIGHT),
      };
}

function readDeskGroup(value: unknown): ToldGroup | undefined {
  const group = readText(value, 'group');
  const rules = readRules(readField(value, 'rules'));
  return group === undefined || rules === undefined
    ? undefined
    : {
        group,
        name: readWords(readField(value, 'name')),
        members: readList(readField(value, 'members'), readMember),
        rules,
      };
}

export const readDeskGroups = (value: unknown): readonly ToldGroup[] | undefined =>
  Array.isArray(value) ? readList(value, readDeskGroup) : undefined;
