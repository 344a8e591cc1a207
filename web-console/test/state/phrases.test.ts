import { expect, test } from 'vitest';
import { filled } from '@/state/phrases';

const facts = { buyer: '安娜', agent: '小青', order: null };

test('what is not known stays, so that nobody overlooks it', () => {
  expect(filled('{买家昵称}您好，{客服昵称}查了{订单号}和{别的}', facts)).toBe(
    '安娜您好，小青查了{订单号}和{别的}',
  );
});

test('a buyer may be called like a variable, or like a pattern, and is called so', () => {
  for (const buyer of ['{客服昵称}', '$&', '$`', "$'", '$1', '$$', 'constructor']) {
    expect(filled('{买家昵称}，{买家昵称}', { ...facts, buyer })).toBe(`${buyer}，${buyer}`);
  }
});
