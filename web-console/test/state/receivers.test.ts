import { expect, test } from 'vitest';
import type { Seat } from '@/protocol/seats';
import { receiversOf } from '@/state/receivers';

const seat = (agent: string, what: Partial<Seat> = {}): Seat => ({
  agent,
  name: agent,
  role: 'AGENT',
  groups: ['presales'],
  state: 'ONLINE',
  since: 0,
  until: null,
  reason: null,
  load: 1,
  cap: 5,
  unanswered: 0,
  ...what,
});
const SEATS = [
  seat('me'),
  seat('away', { state: 'HUNG_UP' }),
  seat('full', { load: 5 }),
  seat('other', { groups: ['aftersales'], load: 0 }),
  seat('busy', { load: 3 }),
  seat('free'),
  seat('chief', { role: 'SUPERVISOR', groups: [] }),
];
const GROUPS = [
  { id: 'presales', name: '售前' },
  { id: 'aftersales', name: '售后' },
];
const of = (leadsOnly: boolean) => receiversOf(SEATS, GROUPS, { me: 'me', group: 'presales', leadsOnly });

test('who is free and of the group comes first, the least busy of them before', () => {
  expect(of(false).agents.map(({ name }) => name)).toEqual([
    'free',
    'busy',
    'other',
    'chief',
    'away',
    'full',
  ]);
});

test('a group has as many free as it has free members', () => {
  expect(of(false).groups.map(({ to, free }) => [to, free])).toEqual([
    ['group:presales', 2],
    ['group:aftersales', 1],
  ]);
});

test('from the third time on only supervisors are asked', () => {
  expect(of(true).groups).toEqual([]);
  expect(of(true).agents.map(({ to }) => to)).toEqual(['agent:chief']);
});
