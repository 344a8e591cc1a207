import { expect, test } from 'vitest';
import { readDeskGroups, type DeskGroup } from '@/protocol/rules';
import { changeOf, memberTroubles, rowsOf, shareOf, withCap, withGroup, withWeight } from '@/state/members';
import { formOf, isSame, rulesOf, troublesOf, type RulesForm } from '@/state/rulesForm';
import { plainRules } from './rules';

const form = formOf(plainRules);
const typed = (numbers: Readonly<Record<string, string>>, more: Partial<RulesForm> = {}): RulesForm => ({
  ...form,
  ...more,
  numbers: { ...form.numbers, ...numbers },
});

test('the form gives back the rules it was made of', () => {
  expect(troublesOf(form).size).toBe(0);
  expect(rulesOf(plainRules, form)).toEqual(plainRules);
});

test('numbers are typed in the units people think in', () => {
  expect(form.numbers).toMatchObject({
    'hangUp.limit': '10',
    'hangUp.grace': '1.5',
    'servedLately.online': '72',
    'transfer.answer': '30',
    answerWithin: '',
  });
  const changed = typed(
    { answerWithin: '20', 'queue.longest': '5', 'overflow.after': '90' },
    { overflowGroup: 'after-sales', tiers: [{ name: ' gold ', priority: '7' }] },
  );
  expect(troublesOf(changed).size).toBe(0);
  expect(rulesOf(plainRules, changed)).toEqual({
    ...plainRules,
    answerWithin: 20,
    queue: { most: null, longest: 300 },
    overflow: { group: 'after-sales', after: 90 },
    tiers: { gold: 7 },
  });
});

test('what is wrong is told at its field', () => {
  const wrong = typed(
    { 'hangUp.warning': '10', 'hangUp.most': '5', 'breaks.atOnce': '1.5', floor: '', 'transfer.hops': '99' },
    {
      tiers: [
        { name: 'vip', priority: '10' },
        { name: 'vip', priority: '1' },
      ],
    },
  );
  expect([...troublesOf(wrong)].map(([name, { word }]) => [name, word])).toEqual([
    ['breaks.atOnce', 'notWhole'],
    ['floor', 'missing'],
    ['transfer.hops', 'range'],
    ['hangUp.warning', 'beforeLimit'],
    ['hangUp.most', 'belowLimit'],
    ['tiers.0', 'range'],
    ['tiers.1', 'twice'],
  ]);
  expect(troublesOf(typed({ 'overflow.after': 'x' })).size).toBe(0);
});

const told =
  readDeskGroups([
    {
      group: 'presale',
      name: { zh: '售前', en: 'Pre-sales' },
      rules: plainRules,
      members: [
        { id: 'qing', name: '小青', role: 'AGENT', cap: 5, weight: 30 },
        { id: 'tao', name: '小桃', role: 'SUPERVISOR', cap: 3, weight: 10 },
      ],
    },
    {
      group: 'after-sales',
      name: { zh: '售后', en: '' },
      rules: { ...plainRules, group: 'after-sales' },
      members: [{ id: 'qing', name: '小青', role: 'AGENT', cap: 5 }],
    },
  ]) ?? [];
const groups: readonly DeskGroup[] = told.map((group) => ({ ...group, name: group.name.zh }));

test('each person is one row, in and out of groups with a weight', () => {
  const rows = rowsOf(groups);
  const qing = rows.find(({ id }) => id === 'qing');
  const tao = rows.find(({ id }) => id === 'tao');
  if (qing === undefined || tao === undefined) {
    throw new Error('both are members');
  }
  expect(rows).toHaveLength(2);
  expect(qing.weights).toEqual({ presale: '30', 'after-sales': '10' });
  expect(shareOf(rows, qing, 'presale')).toBe(75);
  expect(changeOf(withWeight(withGroup(withCap(tao, '4'), 'after-sales', true), 'presale', '20'))).toEqual({
    groups: ['presale', 'after-sales'],
    cap: 4,
    weights: { presale: 20, 'after-sales': 10 },
  });
  expect([...memberTroubles(withWeight(withCap(tao, '0'), 'presale', '101')).keys()]).toEqual([
    'cap',
    'presale',
  ]);
  expect(
    isSame(withGroup(withGroup(qing, 'presale', false), 'presale', true), withWeight(qing, 'presale', '10')),
  ).toBe(true);
});
