import type { GroupRules } from '@/protocol/rules';

/** The rules of a group as a form: every number is what somebody types, so that nothing of it is lost. */

export const UNITS = { second: 1, minute: 60, hour: 3600, piece: 1 } as const;
export type Unit = keyof typeof UNITS;

export interface Field {
  /** As the wire names it, so that a refusal finds its field. */
  readonly name: string;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  /** May be left empty. */
  readonly optional?: true;
}

const field = (name: string, unit: Unit, min: number, max: number): Field => ({ name, unit, min, max });
const optional = (one: Field): Field => ({ ...one, optional: true });

/** The sections of the page with their fields; bounds are in the field's unit. */
export const SECTIONS = {
  hangUp: [
    field('hangUp.limit', 'minute', 1, 480),
    field('hangUp.warning', 'minute', 0.5, 480),
    field('hangUp.grace', 'minute', 0, 60),
    field('hangUp.most', 'minute', 1, 480),
  ],
  breaks: [
    field('breaks.length', 'minute', 1, 240),
    field('breaks.atOnce', 'piece', 1, 1000),
    field('breaks.hold', 'second', 5, 3600),
    field('breaks.unanswered', 'second', 5, 3600),
    field('floor', 'piece', 0, 1000),
  ],
  routing: [
    field('servedLately.online', 'hour', 0, 2160),
    field('servedLately.hungUp', 'hour', 0, 2160),
    optional(field('answerWithin', 'second', 5, 3600)),
  ],
  overflow: [field('overflow.after', 'second', 1, 86_400)],
  queue: [
    optional(field('queue.most', 'piece', 1, 100_000)),
    optional(field('queue.longest', 'minute', 0.1, 1440)),
  ],
  transfer: [field('transfer.answer', 'second', 5, 3600), field('transfer.hops', 'piece', 0, 20)],
} as const satisfies Readonly<Record<string, readonly Field[]>>;
export type Section = keyof typeof SECTIONS;

export const FIELDS: readonly Field[] = Object.values(SECTIONS).flat();
const unitOf = (name: string): Unit => FIELDS.find((one) => one.name === name)?.unit ?? 'piece';

export interface TierRow {
  readonly name: string;
  readonly priority: string;
}

export interface RulesForm {
  /** By the names of the fields; empty for what is left out. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Empty: no second group. */
  readonly overflowGroup: string;
  readonly manualPick: boolean;
  readonly tiers: readonly TierRow[];
}

/** What is wrong with a field: a word for it, and the numbers the words name. */
export interface Trouble {
  readonly word: string;
  readonly values: Readonly<Record<string, string | number>>;
}
export type Troubles = ReadonlyMap<string, Trouble>;

export function formOf(rules: GroupRules): RulesForm {
  const seconds: Readonly<Record<string, number | null>> = {
    'hangUp.limit': rules.hangUp.limit,
    'hangUp.warning': rules.hangUp.warning,
    'hangUp.grace': rules.hangUp.grace,
    'hangUp.most': rules.hangUp.most,
    'breaks.length': rules.breaks.length,
    'breaks.atOnce': rules.breaks.atOnce,
    'breaks.hold': rules.breaks.hold,
    'breaks.unanswered': rules.breaks.unanswered,
    floor: rules.floor,
    'servedLately.online': rules.servedLately.online,
    'servedLately.hungUp': rules.servedLately.hungUp,
    answerWithin: rules.answerWithin,
    'overflow.after': rules.overflow?.after ?? 60,
    'queue.most': rules.queue.most,
    'queue.longest': rules.queue.longest,
    'transfer.answer': rules.transfer.answer,
    'transfer.hops': rules.transfer.hops,
  };
  return {
    numbers: Object.fromEntries(
      FIELDS.map(({ name, unit }) => {
        const value = seconds[name] ?? null;
        return [name, value === null ? '' : String(value / UNITS[unit])];
      }),
    ),
    overflowGroup: rules.overflow?.group ?? '',
    manualPick: rules.manualPick,
    tiers: Object.entries(rules.tiers)
      .sort(([a, one], [b, other]) => other - one || a.localeCompare(b))
      .map(([name, priority]) => ({ name, priority: String(priority) })),
  };
}

/** What is wrong with the form; empty when it may be sent. */
export function troublesOf(form: RulesForm): Troubles {
  const found = new Map<string, Trouble>();
  for (const one of FIELDS) {
    const trouble = troubleOf(one, form.numbers[one.name] ?? '');
    if (trouble !== undefined && !(one.name === 'overflow.after' && form.overflowGroup === '')) {
      found.set(one.name, trouble);
    }
  }
  const number = (name: string): number => Number(form.numbers[name]);
  if (!found.has('hangUp.warning') && number('hangUp.warning') >= number('hangUp.limit')) {
    found.set('hangUp.warning', { word: 'beforeLimit', values: {} });
  }
  if (!found.has('hangUp.most') && number('hangUp.most') < number('hangUp.limit')) {
    found.set('hangUp.most', { word: 'belowLimit', values: {} });
  }
  form.tiers.forEach(({ name, priority }, i) => {
    const trouble = tierTrouble(form, name.trim(), priority, i);
    if (trouble !== undefined) {
      found.set(`tiers.${String(i)}`, trouble);
    }
  });
  return found;
}

function troubleOf({ unit, min, max, optional: may }: Field, typed: string): Trouble | undefined {
  const text = typed.trim();
  if (text === '') {
    return may === true ? undefined : { word: 'missing', values: {} };
  }
  const value = Number(text);
  // Half a minute is thirty seconds; half a person is nobody.
  if (!Number.isInteger(value * UNITS[unit])) {
    return { word: 'notWhole', values: {} };
  }
  return value < min || value > max ? { word: 'range', values: { min, max } } : undefined;
}

function tierTrouble(form: RulesForm, name: string, priority: string, at: number): Trouble | undefined {
  if (name === '') {
    return { word: 'missing', values: {} };
  }
  if (form.tiers.findIndex((other) => other.name.trim() === name) < at) {
    return { word: 'twice', values: {} };
  }
  const value = Number(priority);
  return priority.trim() === '' || !Number.isInteger(value) || value < 0 || value > 9
    ? { word: 'range', values: { min: 0, max: 9 } }
    : undefined;
}

/** The rules with what the form says; the form has no troubles. */
export function rulesOf(before: GroupRules, form: RulesForm): GroupRules {
  const value = (name: string): number => Math.round(Number(form.numbers[name] ?? '') * UNITS[unitOf(name)]);
  const orNull = (name: string): number | null =>
    (form.numbers[name] ?? '').trim() === '' ? null : value(name);
  return {
    ...before,
    hangUp: {
      limit: value('hangUp.limit'),
      warning: value('hangUp.warning'),
      grace: value('hangUp.grace'),
      most: value('hangUp.most'),
    },
    breaks: {
      length: value('breaks.length'),
      atOnce: value('breaks.atOnce'),
      hold: value('breaks.hold'),
      unanswered: value('breaks.unanswered'),
    },
    floor: value('floor'),
    servedLately: { hungUp: value('servedLately.hungUp'), online: value('servedLately.online') },
    overflow:
      form.overflowGroup === '' ? null : { group: form.overflowGroup, after: value('overflow.after') },
    answerWithin: orNull('answerWithin'),
    manualPick: form.manualPick,
    queue: { most: orNull('queue.most'), longest: orNull('queue.longest') },
    transfer: { answer: value('transfer.answer'), hops: value('transfer.hops') },
    tiers: Object.fromEntries(form.tiers.map(({ name, priority }) => [name.trim(), Number(priority)])),
  };
}

/** The same to whoever reads it, in whatever order it was written down. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
