// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { createApp, effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { useRulesDraft, type Draft } from '@/composables/useRulesDraft';
import type { Problem } from '@/protocol/rest';
import type { GroupRules } from '@/protocol/rules';
import { formOf, rulesOf, type RulesForm } from '@/state/rulesForm';
import { plainRules } from '../state/rules';

let scope: EffectScope | undefined;
const kept = shallowRef<GroupRules>(plainRules);
const sent: GroupRules[] = [];
let answer: Problem | null = null;

function begin(): Draft<RulesForm> {
  kept.value = plainRules;
  sent.length = 0;
  answer = null;
  const own = effectScope();
  scope = own;
  const draft = createApp({}).runWithContext(() =>
    own.run(() =>
      useRulesDraft<RulesForm>(() => kept.value, {
        name: 'rules/presale',
        of: formOf,
        into: rulesOf,
        put: (rules) => {
          sent.push(rules);
          if (answer === null) {
            kept.value = { ...rules, version: rules.version + 1 };
          }
          return Promise.resolve(answer);
        },
      }),
    ),
  );
  if (draft === undefined) {
    throw new Error('the scope has ended');
  }
  return draft;
}
const floor = ({ form }: Draft<RulesForm>): string => form.value.numbers['floor'] ?? '';
const typeFloor = (draft: Draft<RulesForm>, floor: string): void => {
  draft.edit({ numbers: { ...draft.form.value.numbers, floor } });
};
const refusal = (code: string): Problem => ({ status: 409, code, detail: '' });

afterEach(() => {
  scope?.stop();
});

test('what is saved is what holds from then on', async () => {
  const draft = begin();
  typeFloor(draft, '2');
  expect(draft.dirty.value).toBe(true);
  await draft.save();
  expect(sent).toEqual([{ ...plainRules, floor: 2 }]);
  expect([draft.dirty.value, draft.saving.value.kind, floor(draft)]).toEqual([false, 'saved', '2']);
});

test('what was refused stays as it was typed', async () => {
  const draft = begin();
  typeFloor(draft, '2');
  answer = refusal('INVALID');
  await draft.save();
  expect([draft.dirty.value, draft.stale.value, floor(draft)]).toEqual([true, false, '2']);
  expect(draft.saving.value.kind).toBe('refused');
});

test('another part of the rules may change meanwhile, unnoticed', async () => {
  const draft = begin();
  typeFloor(draft, '2');
  kept.value = { ...plainRules, version: 4, weights: { qing: 50 } };
  await nextTick();
  expect(draft.stale.value).toBe(false);
  await draft.save();
  expect(sent).toEqual([{ ...plainRules, version: 4, weights: { qing: 50 }, floor: 2 }]);
});

test('the same part changed meanwhile: one sees it, and takes theirs or keeps the own', async () => {
  const draft = begin();
  typeFloor(draft, '2');
  const theirs = { ...plainRules, version: 4, floor: 5 };
  answer = refusal('STALE');
  await draft.save();
  kept.value = theirs;
  await nextTick();
  expect([draft.stale.value, floor(draft)]).toEqual([true, '2']);
  answer = null;
  await draft.insist();
  expect(sent.at(-1)).toEqual({ ...theirs, floor: 2 });
  expect(draft.stale.value).toBe(false);

  const other = begin();
  typeFloor(other, '2');
  kept.value = theirs;
  await nextTick();
  expect(other.stale.value).toBe(true);
  other.reset();
  expect([other.stale.value, other.dirty.value, floor(other)]).toEqual([false, false, '5']);
});

test('where nothing was typed, the form follows the desk', async () => {
  const draft = begin();
  kept.value = { ...plainRules, version: 4, floor: 5 };
  await nextTick();
  expect([draft.dirty.value, floor(draft)]).toEqual([false, '5']);
});
