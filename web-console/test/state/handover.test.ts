import { expect, test } from 'vitest';
import type { ForAgent, ForStaffTransferExplained, FrameLogged, TransferHow } from '@/protocol/frames';
import { answered, freshEnds, handingOut, hopsIn, openOffers } from '@/state/handover';
import { applyLogged, emptyWorkbench, type Workbench } from '@/state/workbench';
import { OWN } from './logs';

const BUYER = { id: 'b1', name: '安娜' };
const PLACE = { shop: 'demo', group: 'presales', buyer: BUYER };
const SHOWN = { conversation: 'c1', ...PLACE };
const GIVEN: ForAgent = { type: 'conversation.given', revision: 1, ...SHOWN, tier: null };
const OFFERED: ForAgent = {
  type: 'transfer.offered',
  transfer: 't1',
  ...SHOWN,
  from: { id: 'mei', name: '小美' },
  reason: '换货',
  note: '',
  until: 30_000,
};
const ended = (how: TransferHow, by: string | null = null): ForAgent => ({
  type: 'transfer.ended',
  transfer: 't1',
  conversation: 'c1',
  how,
  by,
  reason: null,
});

const next = (bench: Workbench, event: FrameLogged['event']): Workbench =>
  applyLogged(bench, {
    type: 'event',
    topic: OWN,
    seq: bench.roster.seq + 1,
    id: `id-${String(bench.roster.seq)}`,
    ts: 1000,
    event,
  });
const told = (...events: readonly ForAgent[]): Workbench => events.reduce(next, emptyWorkbench);
const openIn = (bench: Workbench, now = 0): readonly string[] =>
  openOffers(bench.handover, now).map(({ id }) => id);

test('an offer stands until it is answered, ended, or too old', () => {
  expect(openIn(told(OFFERED))).toEqual(['t1']);
  expect(openIn(told(OFFERED), 30_000)).toEqual([]);
  expect(openIn(told(OFFERED, ended('WITHDRAWN')))).toEqual([]);
  expect(openIn(told(OFFERED, GIVEN))).toEqual([]);
  expect(told(OFFERED, ended('EXPIRED')).handover.ended).toEqual([]);
});

test('how an offer ended is no news to who took or refused it', () => {
  expect(told(OFFERED, GIVEN, ended('ACCEPTED', 'me')).handover.ended).toEqual([]);
  const offered = told(OFFERED);
  const refused = { ...offered, handover: answered(offered.handover, 't1') };
  expect(next(refused, ended('ACCEPTED', 'somebody')).handover.ended).toEqual([]);
});

test('what the desk offers lapses by its claim, and the most urgent offer comes first', () => {
  const assigned: ForAgent = {
    type: 'assignment.offered',
    claim: 7,
    ...SHOWN,
    conversation: 'c2',
    until: 10_000,
  };
  expect(openIn(told(OFFERED, assigned))).toEqual(['claim 7', 't1']);
  const lapsed: ForAgent = { type: 'assignment.lapsed', conversation: 'c2', claim: 7 };
  expect(openIn(told(OFFERED, assigned, lapsed))).toEqual(['t1']);
});

test('the giver hears how it ended, also when the conversation is gone by then', () => {
  const outgoing = { transfer: 't1', conversation: 'c1', to: 'agent:ci', until: 30_000 };
  const before = told(GIVEN);
  const asked = { ...before, handover: handingOut(before.handover, outgoing) };
  const refused = next(asked, ended('REFUSED', 'ci'));
  expect(refused.handover.outgoing.size).toBe(0);
  expect(freshEnds(refused.handover, 0, 2000)).toMatchObject([{ how: 'REFUSED', by: 'ci', shown: SHOWN }]);

  const taken = next(asked, { type: 'conversation.taken', conversation: 'c1', reason: 'TRANSFERRED' });
  const accepted = next(taken, ended('ACCEPTED', 'ci'));
  expect(freshEnds(accepted.handover, 0, 2000)).toMatchObject([{ how: 'ACCEPTED', shown: SHOWN }]);
  expect(freshEnds(accepted.handover, accepted.roster.seq, 2000)).toEqual([]);
  expect(freshEnds(accepted.handover, 0, 20 * 60_000)).toEqual([]);
});

test('only accepted transfers are hops', () => {
  const explained = (how: TransferHow): FrameLogged => {
    const event: ForStaffTransferExplained = {
      type: 'transfer.explained',
      transfer: 't1',
      from: 'mei',
      to: 'ci',
      group: null,
      reason: '换货',
      note: '',
      hop: 1,
      how,
      asked: null,
    };
    return { type: 'event', topic: 'c:c1:staff', seq: 1, id: how, ts: 0, event };
  };
  expect(hopsIn((['ACCEPTED', 'REFUSED', 'EXPIRED', 'ACCEPTED'] as const).map(explained))).toBe(2);
});
