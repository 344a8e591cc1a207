import { expect, test } from 'vitest';
import {
  readBuyerFile,
  readCircle,
  readListedAll,
  readPhrase,
  readPhrases,
  readProducts,
} from '@/protocol/desk';

test('a buyer is read with orders and earlier conversations', () => {
  const file = readBuyerFile({
    id: 'b1',
    name: null,
    known: true,
    tier: '金卡',
    shop: { id: 'demo', name: '青瓷小铺' },
    contact: '138****0000',
    orders: [
      {
        number: 'XD1',
        placedAt: '2026-01-05T04:00:00Z',
        state: 'PAID',
        total: 1200,
        items: [{ product: 'p', name: '盖碗', quantity: 2, price: 600, picture: null }],
      },
      { state: 'PAID' },
    ],
    conversations: [{ conversation: 'c1', openedAt: 5, closedAt: null, agent: null, lastText: '在吗' }, {}],
  });
  expect(file?.buyer).toEqual({ id: 'b1', name: null });
  expect(file?.tier).toBe('金卡');
  expect(file?.orders).toEqual([
    {
      number: 'XD1',
      placedAt: Date.UTC(2026, 0, 5, 4),
      state: 'PAID',
      total: 1200,
      items: [{ product: 'p', name: '盖碗', quantity: 2, price: 600, picture: null }],
    },
  ]);
  expect(file?.conversations).toEqual([
    { conversation: 'c1', openedAt: 5, closedAt: null, agent: null, lastText: '在吗' },
  ]);
});

test('an agent is a name, however the desk writes it', () => {
  const agentOf = (agent: unknown) =>
    readBuyerFile({
      id: 'b',
      shop: { id: 's' },
      conversations: [{ conversation: 'c', openedAt: 1, agent }],
    })?.conversations[0]?.agent;
  expect([agentOf('小青'), agentOf({ id: 'a1', name: '小青' }), agentOf(null)]).toEqual([
    '小青',
    '小青',
    null,
  ]);
});

test('what has no id is no buyer, no phrase and no conversation', () => {
  expect(readBuyerFile({ name: 'x', shop: { id: 's' } })).toBeUndefined();
  expect(readBuyerFile({ id: 'b' })).toBeUndefined();
  expect(readPhrase({ scope: 'OWN', text: 'x' })).toBeUndefined();
  expect(readPhrase({ id: 'p', scope: 'ELSE', text: 'x' })).toBeUndefined();
  for (const strange of [null, undefined, 'x', 3, [], {}]) {
    expect(readBuyerFile(strange)).toBeUndefined();
    expect(readPhrases(strange)).toEqual([]);
    expect(readProducts(strange)).toEqual([]);
    expect(readListedAll(strange)).toEqual([]);
    expect(readCircle(strange)).toEqual({ groups: [], shops: [], colleagues: [] });
  }
});

test('a listed conversation may have nobody and nothing said', () => {
  const [one] = readListedAll({
    conversations: [
      {
        conversation: 'c',
        shop: 's',
        group: 'g',
        buyer: { id: 'b', name: '小雨' },
        agent: null,
        state: 'WAITING',
        waitingSince: 3,
        lastAt: 4,
        lastText: null,
        openedAt: 1,
      },
    ],
  });
  expect(one).toEqual({
    conversation: 'c',
    shop: 's',
    group: 'g',
    tier: null,
    buyer: { id: 'b', name: '小雨' },
    agent: null,
    waitingSince: 3,
    lastAt: 4,
    lastText: null,
  });
});
