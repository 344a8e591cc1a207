import { expect, test } from 'vitest';
import { inHeldOrder, lastSaid } from '@/state/lists';
import { applyEvent, emptyTranscript, waitingSince } from '@/state/transcript';
import { logged } from './logs';

const row = (conversation: string) => ({
  conversation,
  shop: 's',
  group: 'g',
  buyer: { id: 'b', name: null },
});
const order = (held: string[], rows: string[]) =>
  inHeldOrder(held, rows.map(row)).map(({ conversation }) => conversation);

test('rows that are being read keep their places, new ones come at the end', () => {
  expect(order(['a', 'b', 'c'], ['c', 'x', 'a', 'b'])).toEqual(['a', 'b', 'c', 'x']);
});

test('rows that are gone leave no hole', () => {
  expect(order(['a', 'b', 'c'], ['c', 'a'])).toEqual(['a', 'c']);
});

test('the last thing said is told by its kind, and what was taken back is told as that', () => {
  const talk = [
    logged(1, { type: 'message.posted', author: 'buyer', text: '在吗' }),
    logged(2, {
      type: 'card.posted',
      author: 'agent:mei',
      card: { type: 'product', id: 'p', name: '盖碗', price: 1, picture: null, url: null },
    }),
  ].reduce(applyEvent, emptyTranscript);
  expect(lastSaid(talk)).toEqual({ own: true, kind: 'product', text: '盖碗' });
  const back = applyEvent(talk, logged(3, { type: 'message.recalled', author: 'agent:mei', seq: 2 }));
  expect(lastSaid(back)).toEqual({ own: true, kind: 'withdrawn', text: '' });
  expect(lastSaid(emptyTranscript)).toBeNull();
});

test('what the desk says by itself hides no question', () => {
  const talk = [
    logged(1, { type: 'message.posted', author: 'buyer', text: '这把壶多大' }),
    logged(2, { type: 'message.posted', author: 'desk', text: '您的消息已收到' }),
  ].reduce(applyEvent, emptyTranscript);
  expect(lastSaid(talk)).toEqual({ own: false, kind: 'text', text: '这把壶多大' });
  expect(waitingSince(talk)).toBe(1000);
});
