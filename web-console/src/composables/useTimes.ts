import { computed, type ComputedRef } from 'vue';
import { useWords } from './useWords';

export interface Times {
  readonly clock: (ts: number) => string;
  readonly day: (ts: number) => string;
  /** Day and time, without the year. */
  readonly moment: (ts: number) => string;
}

/** Times and days as the language writes them. */
export function useTimes(): ComputedRef<Times> {
  const { language } = useWords();
  return computed(() => {
    const clock = new Intl.DateTimeFormat(language.value, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const day = new Intl.DateTimeFormat(language.value, { month: 'long', day: 'numeric', weekday: 'short' });
    const moment = new Intl.DateTimeFormat(language.value, {
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    return {
      clock: (ts) => clock.format(ts),
      day: (ts) => day.format(ts),
      moment: (ts) => moment.format(ts),
    };
  });
}

/** A wait as minutes and seconds. */
export function waitText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is left of a time, as mm:ss; a second that has begun counts. */
export function countText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
