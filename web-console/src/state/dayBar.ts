import type { AvailabilityState } from '@/protocol/frames';
import type { Interval } from '@/protocol/seats';

/** A stretch of the day as a part of a bar, in percent of the day. */
export interface Segment {
  readonly interval: Interval;
  readonly from: number;
  readonly width: number;
}

export interface DayBounds {
  /** In ms. */
  readonly start: number;
  readonly end: number;
}

/** From midnight to midnight where the reader is; days of a change of clocks are shorter or longer. */
export function boundsOf(day: string): DayBounds {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return {
    start: new Date(year, month - 1, date).getTime(),
    end: new Date(year, month - 1, date + 1).getTime(),
  };
}

/** `2026-11-27`, where the reader is. */
export function dayAt(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How long a stretch lasted on the day, in ms; what lasts still ends now. */
export const lengthOf = ({ from, to }: Interval, { start, end }: DayBounds, now: number): number =>
  Math.max(0, Math.min(to ?? now, end, now) - Math.max(from, start));

export const segmentsOf = (
  intervals: readonly Interval[],
  bounds: DayBounds,
  now: number,
): readonly Segment[] => {
  const percent = (ms: number): number => (100 * ms) / (bounds.end - bounds.start);
  return intervals
    .map((interval) => ({
      interval,
      from: percent(Math.max(interval.from, bounds.start) - bounds.start),
      width: percent(lengthOf(interval, bounds, now)),
    }))
    .filter(({ width }) => width > 0);
};

/** How long the agent was in each state, longest first. */
export function totalsOf(
  intervals: readonly Interval[],
  bounds: DayBounds,
  now: number,
): readonly (readonly [AvailabilityState, number])[] {
  const totals = new Map<AvailabilityState, number>();
  for (const interval of intervals) {
    totals.set(interval.state, (totals.get(interval.state) ?? 0) + lengthOf(interval, bounds, now));
  }
  return [...totals].filter(([, ms]) => ms > 0).sort(([, a], [, b]) => b - a);
}
