import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import type { Problem } from '@/protocol/rest';
import type { GroupRules } from '@/protocol/rules';
import { isSame } from '@/state/rulesForm';
import { useUnsaved } from './useUnsaved';

/** What came of the last attempt to save. */
export type Saving =
  { readonly kind: 'idle' | 'saving' | 'saved' } | { readonly kind: 'refused'; readonly problem: Problem };

export interface Draft<F> {
  readonly form: Readonly<ShallowRef<F>>;
  readonly dirty: ComputedRef<boolean>;
  /** Somebody else has changed the same meanwhile. */
  readonly stale: Readonly<ShallowRef<boolean>>;
  readonly saving: Readonly<ShallowRef<Saving>>;
  edit(change: Partial<F>): void;
  save(): Promise<void>;
  /** Drops what was typed for what the desk has. */
  reset(): void;
  /** Saves what was typed over what somebody else has written meanwhile. */
  insist(): Promise<void>;
}

interface Part<F> {
  /** Names the form among those that are unsaved. */
  readonly name: string;
  readonly of: (rules: GroupRules) => F;
  readonly into: (rules: GroupRules, form: F) => GroupRules;
  readonly put: (rules: GroupRules) => Promise<Problem | null>;
}

/**
 * A part of a group's rules while it is edited. What the desk has meanwhile of other parts is taken over in silence; of
 * this part only while nothing was typed.
 */
export function useRulesDraft<F extends object>(
  rules: () => GroupRules,
  { name, of, into, put }: Part<F>,
): Draft<F> {
  const base = shallowRef(rules());
  const form: ShallowRef<F> = shallowRef(of(base.value));
  const stale = shallowRef(false);
  const saving = shallowRef<Saving>({ kind: 'idle' });
  const dirty = computed(() => !isSame(form.value, of(base.value)));

  const take = (fresh: GroupRules): void => {
    base.value = fresh;
    stale.value = false;
  };
  watch(rules, (fresh) => {
    if (isSame(of(fresh), of(base.value))) {
      take(fresh);
    } else if (!dirty.value || isSame(of(fresh), form.value)) {
      take(fresh);
      form.value = of(fresh);
    } else if (saving.value.kind !== 'saving') {
      stale.value = true;
    }
  });
  useUnsaved(name, () => dirty.value);

  const save = async (): Promise<void> => {
    saving.value = { kind: 'saving' };
    const sent = form.value;
    const problem = await put(into(base.value, sent));
    if (problem === null) {
      take(rules());
      form.value = form.value === sent ? of(rules()) : form.value;
      saving.value = { kind: 'saved' };
    } else {
      stale.value = problem.code === 'STALE';
      saving.value = { kind: 'refused', problem };
    }
  };

  return {
    form,
    dirty,
    stale,
    saving,
    edit: (change) => {
      form.value = { ...form.value, ...change };
      saving.value = { kind: 'idle' };
    },
    save,
    reset: () => {
      take(rules());
      form.value = of(rules());
      saving.value = { kind: 'idle' };
    },
    insist: () => {
      take(rules());
      return save();
    },
  };
}
