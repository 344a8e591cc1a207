// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import OfferCard from '@/apps/console/handover/OfferCard.vue';
import ReceiverList from '@/apps/console/handover/ReceiverList.vue';
import type { Offer } from '@/state/handover';
import { receiversOf } from '@/state/receivers';
import { show } from '../../ui/mounting';

const OFFER: Offer = {
  id: 't1',
  claim: null,
  shown: { conversation: 'c1', shop: 'demo', group: 'presales', buyer: { id: 'b1', name: '安娜' } },
  until: 30_000,
  handed: { from: { id: 'mei', name: '小美' }, reason: '投诉', note: '杯子碎了' },
};
const SEAT = { role: 'AGENT', groups: ['presales'], since: 0, until: null, reason: null } as const;

afterEach(() => {
  document.body.replaceChildren();
});

const card = (offer: Offer) =>
  show(OfferCard, { offer, name: '安娜', where: '茶器 · 售前', now: 6_000, keys: true });

test('an offer says from whom, whose, why and for how long yet, and is taken in one click', async () => {
  const wrapper = card(OFFER);
  for (const words of ['小美 转来', '安娜', '投诉', '杯子碎了', '00:24']) {
    expect(wrapper.text()).toContain(words);
  }
  await wrapper.get('.button.primary').trigger('click');
  expect(wrapper.emitted('accept')).toHaveLength(1);
});

test('a colleague is told why not; the desk does not ask', async () => {
  const wrapper = card(OFFER);
  await wrapper.get('.button').trigger('click');
  expect(wrapper.emitted('refuse')).toBeUndefined();
  expect(document.activeElement).toBe(wrapper.get('input').element);
  await wrapper.get('input').trigger('change');
  await wrapper.get('form').trigger('submit');
  expect(wrapper.emitted('refuse')).toEqual([['正忙不过来']]);

  const byDesk = card({ ...OFFER, claim: 7, handed: null });
  await byDesk.get('.button').trigger('click');
  expect(byDesk.emitted('refuse')).toEqual([[null]]);
});

test('who is away or full is there to see, and not to choose', () => {
  const receivers = receiversOf(
    [
      { ...SEAT, agent: 'a', name: '小青', state: 'ONLINE', load: 1, cap: 5, unanswered: 1 },
      { ...SEAT, agent: 'b', name: '小桃', state: 'ONLINE', load: 5, cap: 5, unanswered: 0 },
      { ...SEAT, agent: 'c', name: '小瓷', state: 'ON_BREAK', load: 0, cap: 5, unanswered: 0 },
    ],
    [],
    { me: 'me', group: 'presales', leadsOnly: false },
  );
  const wrapper = show(ReceiverList, { receivers, modelValue: '' });
  const rows = wrapper.findAll('label');
  expect(rows.map((row) => row.get('input').attributes('disabled') === undefined)).toEqual([
    true,
    false,
    false,
  ]);
  expect(rows[0]?.text()).toContain('1 个等回复');
  expect(rows.map((row) => row.text())).toEqual([
    expect.stringContaining('在线'),
    expect.stringContaining('用餐休息'),
    expect.stringContaining('已接满'),
  ]);
});
