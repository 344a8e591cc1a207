import { DAYS, type Day, type ExceptionDay, type Hours, type Span } from '@/protocol/rules';

/** When a group is open: the same reckoning as the desk's, so that a draft can be tried before it is sent. */

const DAY_MINUTES = 24 * 60;
/** Opening times are looked for this far ahead. */
const AHEAD_DAYS = 370;
const WHOLE_DAY: readonly Span[] = [{ from: '00:00', to: '24:00' }];

export interface Standing {
  readonly open: boolean;
  /** When that changes next, in ms; null when it never does. */
  readonly turnsAt: number | null;
  /** The name of the exception that holds, if it has one. */
  readonly exception: string | null;
}

export type SpanTrouble = 'time' | 'order' | 'overlap';
export type DateTrouble = 'date' | 'twice';

/** Minutes since midnight; undefined for what is no time of day. */
export function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) {
    return undefined;
  }
  const found = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && found <= DAY_MINUTES ? found : undefined;
}

/** Midnight as an end is the day's end: a time field knows no 24:00. */
export const endOf = (to: string): number | undefined => (to === '00:00' ? DAY_MINUTES : minutesOf(to));

/** What is wrong with the spans of one day, by their place. */
export function spanTroubles(spans: readonly Span[]): ReadonlyMap<number, SpanTrouble> {
  const found = new Map<number, SpanTrouble>();
  const read = spans.map(({ from, to }) => ({ from: minutesOf(from), to: endOf(to) }));
  read.forEach((one, i) => {
    if (one.from === undefined || one.to === undefined) {
      found.set(i, 'time');
    } else if (one.from >= one.to) {
      found.set(i, 'order');
    } else if (read.slice(0, i).some((other) => overlap(one, other))) {
      found.set(i, 'overlap');
    }
  });
  return found;
}

interface Stretch {
  readonly from: number | undefined;
  readonly to: number | undefined;
}
const overlap = (one: Stretch, other: Stretch): boolean =>
  one.from !== undefined &&
  one.to !== undefined &&
  other.from !== undefined &&
  other.to !== undefined &&
  one.from < other.to &&
  other.from < one.to;

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
  const turns = Array.from({ length: AHEAD_DAYS }, (_, i) => addDays(today, i)).flatMap((date) =>
    merged(spansOn(hours, date)).map(({ from, to }) => ({
      from: instantOf(hours.zone, date, from),
      to: instantOf(hours.zone, date, to),
    })),
  );
  const now = turns.findIndex(({ from, to }) => from <= at && at < to);
  if (now < 0) {
    return { open: false, turnsAt: turns.find(({ from }) => from > at)?.from ?? null, exception };
  }
  // What ends at midnight and begins again at midnight does not close.
  let last = now;
  while (turns[last + 1]?.from === turns[last]?.to && turns[last + 1] !== undefined) {
    last += 1;
  }
  const never = last === turns.length - 1 && turns.length >= AHEAD_DAYS;
  return { open: true, turnsAt: never ? null : (turns[last]?.to ?? null), exception };
}

/** The spans that hold on a date: the exception's, or those of its day of the week. */
export function spansOn({ week, exceptions }: Hours, date: string): readonly Span[] {
  const exception = exceptions.find((one) => one.date === date);
  if (exception !== undefined) {
    return exception.spans;
  }
  const always = DAYS.every((day) => (week[day] ?? []).length === 0);
  return always ? WHOLE_DAY : (week[dayOf(date)] ?? []);
}

export const dayOf = (date: string): Day =>
  DAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? 'MONDAY';

/** In order, those that touch put together; what is no span is left out. */
export function merged(spans: readonly Span[]): readonly { readonly from: number; readonly to: number }[] {
  const sorted = spans
    .map(({ from, to }) => ({ from: minutesOf(from) ?? 0, to: endOf(to) ?? 0 }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  return sorted.reduce<readonly { readonly from: number; readonly to: number }[]>((before, one) => {
    const last = before.at(-1);
    return last !== undefined && one.from <= last.to
      ? [...before.slice(0, -1), { from: last.from, to: Math.max(last.to, one.to) }]
      : [...before, one];
  }, []);
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MINUTES * 60_000).toISOString().slice(0, 10);

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
