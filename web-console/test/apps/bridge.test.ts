import { expect, test } from 'vitest';
import { readToFrame, readToPage, write } from '@/apps/widget/bridge';

test('what one side writes the other reads', () => {
  expect(readToFrame(write({ say: 'identify', jwt: 'a.b.c' }))).toEqual({ say: 'identify', jwt: 'a.b.c' });
  expect(readToFrame(write({ say: 'open' }))).toEqual({ say: 'open' });
  expect(readToPage(write({ say: 'unread', count: 3 }))).toEqual({ say: 'unread', count: 3 });
});

test('anything else that is posted to a window is passed over', () => {
  const strange = [
    undefined,
    null,
    42,
    {},
    '',
    '{"say":"open"}',
    'xiaoer-desk:',
    'xiaoer-desk:null',
    'xiaoer-desk:{"say":"evaluate"}',
    'xiaoer-desk:{"say":"identify"}',
    'xiaoer-desk:{"say":"unread","count":"<b>"}',
    { say: 'open' },
  ];
  for (const data of strange) {
    expect(readToFrame(data)).toBeUndefined();
    expect(readToPage(data)).toBeUndefined();
  }
});

test('what is for the page is not taken by the frame, nor the other way round', () => {
  expect(readToFrame(write({ say: 'ready' }))).toBeUndefined();
  expect(readToPage(write({ say: 'open' }))).toBeUndefined();
});
