import { DAYS, type Day, type ExceptionDay, type Hours, type Span } from '@/protocol/rules';

/** When a group is open: the same reckoning as the desk's, so that a draft can be tried before it is sent. */

const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60_000;
/** Opening times are looked for this far ahead. */
const AHEAD_DAYS = 400;
export const WHOLE_DAY: Span = { from: '00:00', to: '00:00' };

export interface Standing {
  readonly open: boolean;
  /** When that changes next, in ms; null when it never does. */
  readonly turnsAt: number | null;
  /** The name of the exception that holds, if it has one. */
  readonly exception: string | null;
}

export type SpanTrouble = 'time' | 'overlap';
export type DateTrouble = 'date' | 'twice';

/** Minutes since the day's midnight; the end may lie on the next day. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Minutes since midnight; undefined for what is no time of day. */
export function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  const found = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && found < DAY_MINUTES ? found : undefined;
}

/** An end that is not after the beginning is on the next day. */
export function stretchOf({ from, to }: Span): Stretch | undefined {
  const begin = minutesOf(from);
  const end = minutesOf(to);
  return begin === undefined || end === undefined
    ? undefined
    : { from: begin, to: end > begin ? end : end + DAY_MINUTES };
}

export const endsNextDay = (span: Span): boolean => (stretchOf(span)?.to ?? 0) > DAY_MINUTES;

/** What is wrong with the spans of one day, by their place. */
export function spanTroubles(spans: readonly Span[]): ReadonlyMap<number, SpanTrouble> {
  const found = new Map<number, SpanTrouble>();
  const read = spans.map(stretchOf);
  read.forEach((one, i) => {
    if (one === undefined) {
      found.set(i, 'time');
    } else if (
      read.slice(0, i).some((other) => other !== undefined && one.from < other.to && other.from < one.to)
    ) {
      found.set(i, 'overlap');
    }
  });
  return found;
}

/** What is wrong with the dates of the exceptions, by their place. */
export function dateTroubles(days: readonly ExceptionDay[]): ReadonlyMap<number, DateTrouble> {
  const found = new Map<number, DateTrouble>();
  days.forEach(({ date }, i) => {
    if (!isDate(date)) {
      found.set(i, 'date');
    } else if (days.slice(0, i).some((other) => other.date === date)) {
      found.set(i, 'twice');
    }
  });
  return found;
}

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

export const isSound = (hours: Hours): boolean =>
  isZone(hours.zone) &&
  DAYS.every((day) => spanTroubles(hours.week[day] ?? []).size === 0) &&
  dateTroubles(hours.exceptions).size === 0 &&
  hours.exceptions.every(({ spans }) => spanTroubles(spans).size === 0);

/** How a group with these hours stands at a time, and until when. */
export function standing(hours: Hours, at: number): Standing {
  const today = dateIn(hours.zone, at);
  const named = hours.exceptions.find(({ date }) => date === today)?.name ?? '';
  const exception = named === '' ? null : named;
  // Yesterday's night may not be over.
  const days = Array.from({ length: AHEAD_DAYS + 1 }, (_, i) => addDays(today, i - 1));
  const stretches = merged(
    days.flatMap((date) =>
      stretchesOn(hours, date).map(({ from, to }) => ({
        from: instantOf(hours.zone, date, from),
        to: instantOf(hours.zone, date, to),
      })),
    ),
  );
  const now = stretches.find(({ from, to }) => from <= at && at < to);
  if (now === undefined) {
    return { open: false, turnsAt: stretches.find(({ from }) => from > at)?.from ?? null, exception };
  }
  return { open: true, turnsAt: now.to > at + (AHEAD_DAYS - 2) * DAY_MS ? null : now.to, exception };
}

/** The spans that begin on a date: the exception's, or those of its day of the week. */
export function spansOn({ week, exceptions }: Hours, date: string): readonly Span[] {
  const exception = exceptions.find((one) => one.date === date);
  if (exception !== undefined) {
    return exception.spans;
  }
  return isAlways(week) ? [WHOLE_DAY] : (week[dayOf(date)] ?? []);
}

const stretchesOn = (hours: Hours, date: string): readonly Stretch[] =>
  spansOn(hours, date)
    .map(stretchOf)
    .filter((one) => one !== undefined);

/** An empty week is always open. */
export const isAlways = (week: Hours['week']): boolean => Object.keys(week).length === 0;

export const dayOf = (date: string): Day =>
  DAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? 'MONDAY';

/** In order, those that touch put together. */
export function merged(all: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const one of [...all].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && one.from <= last.to) {
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    } else {
      found.push(one);
    }
  }
  return found;
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The wall clock of a zone, read as if it were UTC. */
function wallIn(zone: string, at: number): number {
  const text = formatOf(zone).format(at);
  const [date = '', time = ''] = text.split(' ');
  return Date.parse(`${date}T${time}Z`);
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) {
    return known;
  }
  // Sweden writes dates as ISO does.
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(zone, made);
  return made;
}

export const dateIn = (zone: string, at: number): string =>
  new Date(wallIn(zone, at)).toISOString().slice(0, 10);

function instantOf(zone: string, date: string, minutes: number): number {
  const wall = Date.parse(`${date}T00:00Z`) + minutes * 60_000;
  // Twice, since the first guess may lie on the other side of a change to summer time.
  const guess = wall - (wallIn(zone, wall) - wall);
  return wall - (wallIn(zone, guess) - guess);
}
