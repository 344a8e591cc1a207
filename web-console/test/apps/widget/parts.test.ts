// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import BuyerComposer from '@/apps/widget/BuyerComposer.vue';
import CardEntry from '@/apps/widget/CardEntry.vue';
import ChatHeader from '@/apps/widget/ChatHeader.vue';
import LeaveNote from '@/apps/widget/LeaveNote.vue';
import OfferChips from '@/apps/widget/OfferChips.vue';
import QueueNote from '@/apps/widget/QueueNote.vue';
import RatingNote from '@/apps/widget/RatingNote.vue';
import { sizeText } from '@/apps/widget/sizes';
import { onDuty } from '@/apps/widget/useShop';
import { readShop, type Shop } from '@/protocol/shop';
import { emptyTranscript, type Transcript } from '@/state/transcript';
import { show } from '../../ui/mounting';

const shopWith = (onDutyOf: readonly [number, number], firstReplySeconds: number | null = null): Shop => {
  const shop = readShop({
    shop: 'demo',
    name: '云岭茶舍',
    color: '#22413b',
    greeting: { zh: '您好', en: '' },
    policy: null,
    groups: [
      { id: 'pre', name: { zh: '售前', en: 'Sales' }, onDuty: onDutyOf[0] },
      { id: 'after', name: { zh: '售后', en: '' }, onDuty: onDutyOf[1] },
    ],
    files: { on: true, types: ['png', 'pdf'], maxBytes: 10_485_760, maxPerDay: 20 },
    firstReplySeconds,
  });
  if (shop === undefined) {
    throw new Error('no shop');
  }
  return shop;
};
const status = (shop: Shop | null, talk: Transcript = emptyTranscript): string =>
  show(ChatHeader, { shop, talk, alone: false }).get('p').text();

test('the header says who answers, and when', () => {
  expect(status(null)).toBe('有问题随时问我们');
  expect(status(shopWith([0, 0]))).toBe('客服现在不在线');
  expect(status(shopWith([1, 0]))).toBe('客服在线');
  expect(status(shopWith([1, 0], 12))).toBe('客服在线，通常 15 秒内回复');
  expect(status(shopWith([1, 0], 61))).toBe('客服在线，通常 2 分钟内回复');
  expect(status(shopWith([1, 0]), { ...emptyTranscript, agent: { id: 'mei', name: '小美' } })).toBe(
    '小美 正在为您服务',
  );
  expect(status(shopWith([1, 0]), { ...emptyTranscript, closed: true })).toBe('会话已结束');
});

test('how many are there for who asks for no group, and for one', () => {
  expect(onDuty(shopWith([0, 2]), null)).toBe(2);
  expect(onDuty(shopWith([0, 2]), 'pre')).toBe(0);
  expect(onDuty(null, null)).toBeNull();
});

test('who waits is told the place and how long it takes, as far as it is known', () => {
  const words = (position: number | null, onDutyNow: number, estimateSeconds: number | null): string => {
    const queue = { type: 'queue.position', position, onDuty: onDutyNow, estimateSeconds } as const;
    return show(QueueNote, { talk: { ...emptyTranscript, queue } }).text();
  };
  expect(words(null, 1, null)).toBe('正在为您安排客服…');
  expect(words(1, 1, null)).toBe('下一位就是您，请稍候');
  expect(words(3, 1, 95)).toBe('正在排队，您前面还有 2 人，预计 2 分钟');
  expect(words(1, 1, 20)).toBe('下一位就是您，请稍候，预计不到 1 分钟');
  expect(words(2, 0, 95)).toContain('客服现在不在线');
});

test('a rating is stars first, and then a word if one likes', async () => {
  const form = show(RatingNote, { rating: { kind: 'asked' } });
  expect(form.find('textarea').exists()).toBe(false);
  await form.findAll('input')[3]?.setValue(true);
  await form.get('form').trigger('submit');
  await form.get('textarea').setValue('  很快 ');
  await form.get('form').trigger('submit');
  expect(form.emitted('rate')).toEqual([
    [4, null],
    [4, '很快'],
  ]);
  const other = show(RatingNote, { rating: { kind: 'asked' } });
  await other.get('button').trigger('click');
  expect(other.emitted('dismiss')).toHaveLength(1);
  expect(show(RatingNote, { rating: { kind: 'given', stars: 4 } }).text()).toBe('谢谢您的评价：4 星');
});

test('a message is left with what one says of oneself, or with nothing', async () => {
  const form = show(LeaveNote, { modelValue: ' 晚上回我 ', disabled: false });
  await form.get('form').trigger('submit');
  const [name, contact] = form.findAll('input');
  await name?.setValue(' 王女士 ');
  await contact?.setValue('13800000000');
  await form.get('form').trigger('submit');
  expect(form.emitted('leave')).toEqual([
    ['晚上回我', ''],
    ['晚上回我', '王女士 · 13800000000'],
  ]);
  expect(show(LeaveNote, { modelValue: ' ', disabled: false }).get('button').attributes('disabled')).toBe('');
});

test('what the page offers can be sent, or not', async () => {
  const card = { type: 'order', order: 'XD1' } as const;
  const chips = show(OfferChips, { offers: [card], disabled: false, shop: 'demo', token: 't' });
  const [send, drop] = chips.findAll('button');
  await send?.trigger('click');
  await drop?.trigger('click');
  expect(chips.emitted('send')).toEqual([[card]]);
  expect(chips.emitted('drop')).toEqual([[card]]);
  expect(drop?.attributes('aria-label')).toBe('不发送：XD1');
});

test('a product that is offered has a name, a picture and a price; one the desk does not know goes by its id', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(
      path.endsWith('/pot')
        ? Response.json({
            id: 'pot',
            name: '紫砂壶',
            detail: '',
            price: 68_000,
            picture: '/pot.svg',
            url: null,
          })
        : Response.json({ code: 'NOT_FOUND' }, { status: 404 }),
    );
  });
  const pot = { type: 'product', product: 'pot' } as const;
  const chips = show(OfferChips, { offers: [pot], disabled: false, shop: 'tea', token: undefined });
  expect(chips.get('button').attributes('disabled')).toBe('');
  await chips.setProps({ token: 't' });
  await vi.waitFor(() => {
    expect(chips.get('p').text()).toBe('正在看的商品紫砂壶¥680.00');
  });
  expect(chips.get('img').attributes('src')).toBe('/pot.svg');
  await chips.setProps({ offers: [{ type: 'product', product: 'gone' }] });
  await vi.waitFor(() => {
    expect(chips.get('.name').text()).toBe('gone');
  });
  expect(asked).toEqual(['/api/v1/shops/tea/products/pot', '/api/v1/shops/tea/products/gone']);
  vi.unstubAllGlobals();
});

test('a card leads to the shop only, and tells of a foreign order nothing but its number', () => {
  const product = { type: 'product', id: 'p', name: '盖碗', price: 6800, picture: null } as const;
  const link = (url: string | null): string | undefined =>
    show(CardEntry, { card: { ...product, url } }).attributes('href');
  expect(link('https://shop.example/p')).toBe('https://shop.example/p');
  expect(link('/demo/#p')).toBe(new URL('/demo/#p', document.baseURI).href);
  expect(link('javascript:alert(1)')).toBeUndefined();
  expect(link(null)).toBeUndefined();
  const order = { type: 'order', number: 'XD1', verified: false, state: null, placedAt: null } as const;
  const foreign = { ...order, title: null, quantity: null, total: null, picture: null };
  expect(show(CardEntry, { card: foreign }).text()).toBe('订单 XD1未核实是您的订单');
});

test('Enter sends, Shift+Enter and an input method do not, and Esc closes what is open first', async () => {
  const rules = shopWith([1, 1]).files;
  const composer = show(BuyerComposer, { modelValue: ' 在吗 ', hint: '', disabled: false, rules });
  const field = composer.get('textarea');
  await field.trigger('keydown', { key: 'Enter', shiftKey: true });
  await field.trigger('keydown', { key: 'Enter', isComposing: true });
  await field.trigger('keydown', { key: 'Enter', keyCode: 229 });
  expect(composer.emitted('send')).toBeUndefined();
  await field.trigger('keydown', { key: 'Enter' });
  expect(composer.emitted('send')).toEqual([['在吗']]);
  await composer.get('[aria-label="发送图片或文件"]').trigger('click');
  await vi.waitFor(() => {
    expect(composer.text()).toContain('单个不超过 10 MB，每次会话每天 20 个');
  });
  await field.trigger('keydown', { key: 'Escape' });
  expect(composer.find('input[type=file]').exists()).toBe(false);
});

test('where no files are taken none are offered', () => {
  const rules = { ...shopWith([1, 1]).files, on: false };
  const composer = show(BuyerComposer, { modelValue: '', hint: '', disabled: false, rules });
  expect(composer.find('[aria-label="发送图片或文件"]').exists()).toBe(false);
});

test('sizes are written as people write them', () => {
  expect([1, 1024, 1_500_000, 10_485_760].map(sizeText)).toEqual(['1 KB', '1 KB', '1.4 MB', '10 MB']);
});
