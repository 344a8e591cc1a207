import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import {
  readPack,
  readPackProblems,
  readTried,
  type Pack,
  type PackProblem,
  type Tried,
  type TryAsked,
} from '@/protocol/replies';
import type { Problem } from '@/protocol/rest';
import type { Asked } from './useAsked';
import type { Saving } from './useRulesDraft';
import { useUnsaved } from './useUnsaved';

const NOTHING: Pack = { yaml: '', version: 0 };

export interface Replies {
  readonly asked: Readonly<ShallowRef<Asked<Pack>>>;
  readonly text: ShallowRef<string>;
  readonly dirty: ComputedRef<boolean>;
  readonly stale: Readonly<ShallowRef<boolean>>;
  readonly saving: Readonly<ShallowRef<Saving>>;
  /** What the desk finds wrong with the text it was sent last. */
  readonly problems: Readonly<ShallowRef<readonly PackProblem[]>>;
  again(): Promise<void>;
  write(text: string): void;
  save(): Promise<void>;
  /** Drops what was written for what the desk has. */
  reset(): Promise<void>;
  /** Saves what was written over what somebody else has saved meanwhile. */
  insist(): Promise<void>;
}

/** The desk's rule pack while it is edited; what was refused stays as it was written. */
export function useReplies(): Replies {
  const asked = shallowRef<Asked<Pack>>({ kind: 'asking' });
  const text = shallowRef('');
  const stale = shallowRef(false);
  const saving = shallowRef<Saving>({ kind: 'idle' });
  const problems = shallowRef<readonly PackProblem[]>([]);
  const kept = computed(() => (asked.value.kind === 'there' ? asked.value.body : NOTHING));
  const dirty = computed(() => text.value !== kept.value.yaml);
  useUnsaved('replies/desk', () => dirty.value);

  const take = (pack: Pack): void => {
    asked.value = { kind: 'there', body: pack };
    stale.value = false;
  };
  const load = async (): Promise<boolean> => {
    const answer = await api.get('/desk/replies', readPack);
    if (answer.ok) {
      take(answer.body);
    } else if (asked.value.kind !== 'there') {
      asked.value = { kind: 'failed', problem: answer.problem };
    }
    return answer.ok;
  };
  const begin = async (): Promise<void> => {
    if (await load()) {
      text.value = kept.value.yaml;
      problems.value = [];
      saving.value = { kind: 'idle' };
    }
  };
  const refused = (problem: Problem): void => {
    problems.value = readPackProblems(problem.body);
    stale.value = problem.code === 'STALE';
    saving.value = { kind: 'refused', problem };
  };
  const save = async (): Promise<void> => {
    saving.value = { kind: 'saving' };
    const yaml = text.value;
    const answer = await api.put('/desk/replies', { yaml, version: kept.value.version }, readPack);
    if (answer.ok) {
      take(answer.body);
      text.value = text.value === yaml ? answer.body.yaml : text.value;
      problems.value = [];
      saving.value = { kind: 'saved' };
    } else {
      refused(answer.problem);
    }
  };

  void begin();
  return {
    asked,
    text,
    dirty,
    stale,
    saving,
    problems,
    again: () => {
      asked.value = { kind: 'asking' };
      return begin();
    },
    write: (written) => {
      text.value = written;
      saving.value = { kind: 'idle' };
    },
    save,
    reset: begin,
    insist: async () => {
      if (await load()) {
        await save();
      }
    },
  };
}

export type TryState =
  | { readonly kind: 'idle' | 'asking' }
  | { readonly kind: 'there'; readonly tried: Tried }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly problems: readonly PackProblem[] };

/** What the desk would say. */
export function useTry(): {
  readonly state: Readonly<ShallowRef<TryState>>;
  ask(asked: TryAsked): Promise<void>;
} {
  const state = shallowRef<TryState>({ kind: 'idle' });
  let question = 0;
  return {
    state,
    ask: async (asked) => {
      question += 1;
      const mine = question;
      state.value = { kind: 'asking' };
      const answer = await api.post('/desk/replies/try', asked, readTried);
      if (mine === question) {
        state.value = answer.ok
          ? { kind: 'there', tried: answer.body }
          : { kind: 'failed', problem: answer.problem, problems: readPackProblems(answer.problem.body) };
      }
    },
  };
}
