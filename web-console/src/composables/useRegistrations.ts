import {
  computed,
  inject,
  onScopeDispose,
  provide,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
  type ShallowRef,
} from 'vue';
import { api, type Answer } from '@/client/Api';
import type { Circle } from '@/protocol/desk';
import {
  readRegistration,
  readRegistrations,
  type Registration,
  type Wanted,
} from '@/protocol/registrations';
import { readText, type Problem } from '@/protocol/rest';
import { newsOf, openIn, withoutRegistration, type OpenLists, type Told } from '@/state/registrations';
import type { Shown } from '@/state/roster';
import { NOBODY } from './useCircle';
import { useLooking } from './useLooking';
import { useOften } from './useOften';
import { useSeenTo } from './useSeenTo';
import type { WorkbenchDesk } from './useWorkbench';

/** Many things that move at once are asked about once. */
const PAUSE_MS = 300;
/** Nobody tells of what a colleague has seen to: it is asked for while somebody looks. */
const LOOK_MS = 15_000;

/** What was written down for groups whose agents were away (rule C3). */
export interface Registrations {
  /** The open ones of all groups that the person sees, the oldest first. */
  readonly open: ComputedRef<readonly Registration[]>;
  readonly state: ComputedRef<'asking' | 'there' | 'failed'>;
  readonly problem: Readonly<ShallowRef<Problem | null>>;
  /** What the agent was told and has not looked at, oldest first. */
  readonly news: ComputedRef<readonly Told[]>;
  /** The conversation whose question is to be written down, while it is written. */
  readonly registering: ShallowRef<Shown | null>;
  /** The group for which a question was written down here last, by its name, until that was read. */
  readonly written: ShallowRef<string | null>;
  /** All up to this one were looked at. */
  seen(told: Told): void;
  again(): void;
  /** Looks often, until what it returns is called. */
  look(): () => void;
  /** @returns why it was refused; null when it was not */
  register(wanted: Wanted): Promise<Problem | null>;
  finish(registration: Registration): Promise<Problem | null>;
  /** How to reach the buyer, unmasked; the desk records who has asked (rule C8). */
  contactOf(registration: Registration): Promise<Answer<string>>;
}

const KEY: InjectionKey<Registrations> = Symbol('registrations');
const pathOf = ({ id }: Registration, what: string): string =>
  `/desk/registrations/${encodeURIComponent(id)}/${what}`;

/** @param circle whose groups the person sees */
export function provideRegistrations(
  person: string,
  { bench, link, settled }: Pick<WorkbenchDesk, 'bench' | 'link' | 'settled'>,
  circle: Readonly<Ref<Circle>>,
): Registrations {
  const lists = shallowRef<OpenLists>(new Map());
  const problem = shallowRef<Problem | null>(null);
  const seenTo = useSeenTo(`xiaoer.registered.${person}`);
  const looking = useLooking();
  /** Only the latest answer of a group counts. */
  const turns = new Map<string, number>();
  const wanted = new Set<string>();
  let soon: ReturnType<typeof setTimeout> | undefined;

  const groups = computed(() => circle.value.groups.map(({ id }) => id));
  const state = computed(() => {
    if (circle.value !== NOBODY && groups.value.every((group) => lists.value.has(group))) {
      return 'there';
    }
    return problem.value === null ? 'asking' : 'failed';
  });

  const nextTurn = (group: string): number => {
    const turn = (turns.get(group) ?? 0) + 1;
    turns.set(group, turn);
    return turn;
  };
  const ask = async (group: string): Promise<Problem | null> => {
    const turn = nextTurn(group);
    const asOf = bench.value.roster.seq;
    const answer = await api.get(`/desk/registrations?group=${encodeURIComponent(group)}`, readRegistrations);
    if (answer.ok && turns.get(group) === turn) {
      lists.value = new Map(lists.value).set(group, { rows: answer.body, asOf });
    }
    return answer.ok ? null : answer.problem;
  };
  const askWanted = async (): Promise<void> => {
    soon = undefined;
    const asked = [...wanted];
    wanted.clear();
    const problems = await Promise.all(asked.map(ask));
    problem.value = problems.find((one) => one !== null) ?? null;
  };
  const askSoon = (about: readonly string[]): void => {
    // A list of before would not know what the log is about to tell.
    if (!settled.value) {
      return;
    }
    about.filter((group) => groups.value.includes(group)).forEach((group) => wanted.add(group));
    soon ??= setTimeout(() => void askWanted(), PAUSE_MS);
  };
  const askAll = (): void => {
    askSoon(groups.value);
  };

  watch([groups, settled], askAll, { immediate: true });
  watch(
    () => bench.value.registered,
    (now, before) => {
      askSoon(now.filter((told) => !before.includes(told)).map(({ group }) => group));
    },
  );
  watch([looking, (): boolean => link.value.kind === 'open'], ([looks, open]) => {
    if (looks && open) {
      askAll();
    }
  });
  onScopeDispose(() => {
    clearTimeout(soon);
  });

  const registrations: Registrations = {
    open: computed(() => openIn(lists.value, groups.value)),
    state,
    problem,
    news: computed(() => newsOf(bench.value.registered, seenTo.to.value, lists.value)),
    registering: shallowRef(null),
    written: shallowRef(null),
    seen: ({ seq }) => {
      seenTo.see(seq);
    },
    again: () => {
      problem.value = null;
      askAll();
    },
    look: useOften(askAll, LOOK_MS),
    register: async (what) => {
      const answer = await api.post('/desk/registrations', what, readRegistration);
      if (!answer.ok) {
        return answer.problem;
      }
      askSoon([what.group]);
      return null;
    },
    finish: async (registration) => {
      const answer = await api.post(pathOf(registration, 'done'), {}, readRegistration);
      if (!answer.ok) {
        return answer.problem;
      }
      // An answer under way has it still.
      nextTurn(registration.group);
      lists.value = withoutRegistration(lists.value, registration);
      askSoon([registration.group]);
      return null;
    },
    contactOf: (registration) =>
      api.post(pathOf(registration, 'contact'), {}, (body) => readText(body, 'contact')),
  };
  provide(KEY, registrations);
  return registrations;
}

export function useRegistrations(): Registrations {
  const registrations = inject(KEY);
  if (registrations === undefined) {
    throw new Error('nobody has provided registrations');
  }
  return registrations;
}

/** For tests, which bring their own. */
export { KEY as REGISTRATIONS };
