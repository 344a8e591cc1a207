import { DAYS, type Day, type ExceptionDay, type GroupRules, type Hours, type Span } from '@/protocol/rules';
import { dateTroubles, isAlways, isZone, spanTroubles } from './hours';

/** Business hours as a form: a week that was switched off is remembered until the form is left. */
export interface HoursForm {
  readonly zone: string;
  readonly always: boolean;
  readonly week: Readonly<Record<Day, readonly Span[]>>;
  readonly exceptions: readonly ExceptionDay[];
}

/** What a week begins with that was always open before. */
const USUAL: Span = { from: '09:00', to: '22:00' };

export function hoursFormOf({ hours: { zone, week, exceptions } }: GroupRules): HoursForm {
  const always = isAlways(week);
  const of = (day: Day): readonly Span[] => (always ? [USUAL] : (week[day] ?? []));
  return {
    zone,
    always,
    exceptions,
    week: {
      MONDAY: of('MONDAY'),
      TUESDAY: of('TUESDAY'),
      WEDNESDAY: of('WEDNESDAY'),
      THURSDAY: of('THURSDAY'),
      FRIDAY: of('FRIDAY'),
      SATURDAY: of('SATURDAY'),
      SUNDAY: of('SUNDAY'),
    },
  };
}

export const hoursOf = ({ zone, always, week, exceptions }: HoursForm): Hours => ({
  zone: zone.trim(),
  week: always ? {} : week,
  exceptions: exceptions
    .map((one) => ({ ...one, name: one.name.trim() }))
    .sort((a, b) => (a.date < b.date ? -1 : 1)),
});

export const withHours = (rules: GroupRules, form: HoursForm): GroupRules => ({
  ...rules,
  hours: hoursOf(form),
});

/** The same hours on these days. */
export const copied = (form: HoursForm, from: Day, to: readonly Day[]): HoursForm => ({
  ...form,
  week: { ...form.week, ...Object.fromEntries(to.map((day) => [day, form.week[from]])) },
});

/** A span more on a day: after the last one, where there is room. */
export function withOneMore(spans: readonly Span[]): readonly Span[] {
  const last = spans.at(-1);
  if (last === undefined) {
    return [USUAL];
  }
  const end = /^([01]\d|2[0-3]):/.exec(last.to)?.[1];
  const from = end === undefined ? 9 : Math.min(Number(end) + 1, 22);
  const hour = (value: number): string => `${String(value).padStart(2, '0')}:00`;
  return [...spans, { from: hour(from), to: hour(from + 1) }];
}

/** How many things are not right. */
export function hoursTroubles(form: HoursForm): number {
  const ofWeek = form.always ? 0 : DAYS.reduce((sum, day) => sum + spanTroubles(form.week[day]).size, 0);
  const ofDays = form.exceptions.reduce((sum, { spans }) => sum + spanTroubles(spans).size, 0);
  return ofWeek + ofDays + dateTroubles(form.exceptions).size + (isZone(form.zone.trim()) ? 0 : 1);
}
