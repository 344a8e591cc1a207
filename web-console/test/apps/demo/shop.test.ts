import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shallowRef } from 'vue';
import { useGoodsBy } from '@/apps/demo/useGoods';
import { placeOf } from '@/apps/demo/usePlace';
import { messages } from '@/apps/demo/words';
import { smallWords } from '@/composables/language';
import type { Language } from '@/composables/useWords';
import { readDemo } from '@/protocol/demo';

const demo = readDemo({
  ...JSON.parse(readFileSync('../server/src/main/resources/dev/xiaoer/demo/demo.json', 'utf8')),
  shop: { id: 'demo' },
});
const products = demo?.products ?? [];
const goodsIn = (language: Language) => useGoodsBy(smallWords(shallowRef(language), messages).say);

test('the shop has a story of each of its goods, by the name the desk knows it by', () => {
  expect(products.length).toBeGreaterThan(5);
  for (const { id, name, detail, picture, url } of products) {
    const zh = goodsIn('zh-CN');
    expect([zh.nameOf(id, ''), zh.detailOf(id, '')]).toEqual([name, detail]);
    expect(zh.storyOf(id)).not.toBe('');
    expect(goodsIn('en').nameOf(id, '')).toMatch(/[A-Z]/);
    expect(picture).toBe(`/demo/pictures/${id}.svg`);
    expect(placeOf(new URL(url ?? '', 'https://desk.example').hash)).toEqual({ kind: 'product', id });
  }
});

test('goods that the shop has no words for are called as the desk calls them', () => {
  const { nameOf, detailOf, storyOf } = goodsIn('en');
  expect([nameOf('new', '新杯子'), detailOf('new', '白'), storyOf('new')]).toEqual(['新杯子', '白', '']);
});

test.each([
  ['', { kind: 'goods' }],
  ['#', { kind: 'goods' }],
  ['#/', { kind: 'goods' }],
  ['#/orders', { kind: 'orders' }],
  ['#pot-zisha', { kind: 'product', id: 'pot-zisha' }],
  ['#%E5%A3%B6', { kind: 'product', id: '壶' }],
  ['#%E5%A3', { kind: 'product', id: '%E5%A3' }],
])('%s is a place of its own', (hash, place) => {
  expect(placeOf(hash)).toEqual(place);
});
