import { expect, test } from 'vitest';
import { Outbox, type Kept } from '@/client/Outbox';
import type { ByBuyerPost } from '@/protocol/frames';
import { FakeShelf, FakeWorld } from '../FakeWorld';

const isPost = (command: Kept): command is ByBuyerPost => command.type === 'message.post';
const post = (n: number): ByBuyerPost => ({
  type: 'message.post',
  ref: `ref-${String(n).padStart(16, '0')}`,
  conversation: 'c1',
  text: `text ${String(n)}`,
});

function given() {
  const world = new FakeWorld();
  const shelf = new FakeShelf();
  const sent: ByBuyerPost[] = [];
  const outbox = new Outbox(world, shelf, 'outbox', isPost);
  const connect = (): void => {
    outbox.connected((command) => sent.push(command));
  };
  return { world, shelf, sent, outbox, connect };
}

test('what is made without a connection is sent, in order, when there is one', () => {
  const { sent, outbox, connect } = given();
  outbox.add(post(1));
  outbox.add(post(2));
  expect(sent).toEqual([]);
  connect();
  expect(sent).toEqual([post(1), post(2)]);
});

test('no more than sixteen are on their way without a reply', () => {
  const { sent, outbox, connect } = given();
  connect();
  for (let n = 1; n <= 20; n++) {
    outbox.add(post(n));
  }
  expect(sent).toHaveLength(16);
  outbox.settle(post(1).ref);
  expect(sent.map(({ text }) => text).at(-1)).toBe('text 17');
});

test('after five seconds without a reply everything is sent again from the oldest on', () => {
  const { world, sent, outbox, connect } = given();
  connect();
  outbox.add(post(1));
  outbox.add(post(2));
  outbox.settle(post(1).ref);
  outbox.add(post(3));
  sent.length = 0;
  world.pass(4_999);
  expect(sent).toEqual([]);
  world.pass(1);
  expect(sent).toEqual([post(2), post(3)]);
});

test('a new connection gets everything without a reply, with the same refs and bodies', () => {
  const { sent, outbox, connect } = given();
  connect();
  outbox.add(post(1));
  outbox.add(post(2));
  outbox.disconnected();
  sent.length = 0;
  connect();
  expect(sent).toEqual([post(1), post(2)]);
});

test('a refusal for now holds everything back and then begins from the oldest', () => {
  const { world, sent, outbox, connect } = given();
  connect();
  outbox.add(post(1));
  outbox.add(post(2));
  outbox.postpone(post(1).ref, 2_000);
  outbox.postpone(post(2).ref, 2_000);
  outbox.add(post(3));
  sent.length = 0;
  world.pass(1_999);
  expect(sent).toEqual([]);
  world.pass(1);
  expect(sent).toEqual([post(1), post(2), post(3)]);
});

test('what was written survives a reload of the tab and is forgotten once it is answered', () => {
  const { world, shelf, outbox } = given();
  outbox.add(post(1));
  outbox.add(post(2));
  const sent: ByBuyerPost[] = [];
  const reloaded = new Outbox(world, shelf, 'outbox', isPost);
  reloaded.connected((command) => sent.push(command));
  expect(sent).toEqual([post(1), post(2)]);
  reloaded.settle(post(1).ref);
  reloaded.settle(post(2).ref);
  expect(shelf.kept.size).toBe(0);
});

test('what the tab kept for longer than a day, or cannot be read, is not sent', () => {
  const { world, shelf, outbox } = given();
  outbox.add(post(1));
  world.pass(24 * 60 * 60 * 1000 + 1);
  expect(new Outbox(world, shelf, 'outbox', isPost).unanswered()).toEqual([]);
  shelf.setItem('outbox', '{"not":"a list"');
  expect(new Outbox(world, shelf, 'outbox', isPost).unanswered()).toEqual([]);
});

test('too much is not taken', () => {
  const { outbox } = given();
  for (let n = 0; n < 200; n++) {
    expect(outbox.add(post(n))).toBe(true);
  }
  expect(outbox.add(post(200))).toBe(false);
});

test('a close survives a reload for minutes, not for hours', () => {
  const close = {
    type: 'conversation.close',
    ref: 'ref-of-a-close-00',
    conversation: 'c1',
    revision: 1,
    thanks: '谢谢',
  } as const;
  const isClose = (command: Kept): command is typeof close => command.type === 'conversation.close';
  const world = new FakeWorld();
  const shelf = new FakeShelf();
  const afterReload = () => new Outbox(world, shelf, 'outbox', isClose).unanswered();
  new Outbox(world, shelf, 'outbox', isClose).add(close);
  world.pass(9 * 60 * 1000);
  expect(afterReload()).toEqual([close]);
  world.pass(60 * 1000);
  expect(afterReload()).toEqual([]);
});
