// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { useVisit } from '@/composables/useVisit';
import type { VisitDesk } from '@/composables/visitDesk';
import { isObject, parse } from '@/protocol/codec';
import type { Frame, FrameLogged } from '@/protocol/frames';

const PLAIN = { group: null, contact: null, page: null, about: null };
let scope: EffectScope;

/** A socket that leads to the test. */
class FakeSocket {
  static last: FakeSocket | undefined;
  readonly sent: Readonly<Record<string, unknown>>[] = [];
  onopen?: () => void;
  onmessage?: (message: { readonly data: string }) => void;

  constructor() {
    FakeSocket.last = this;
  }

  send(text: string): void {
    const command = parse(text);
    if (isObject(command)) {
      this.sent.push(command);
    }
  }

  close(): void {
    delete this.onmessage;
  }

  says(frame: Frame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  lastOf(type: string): Readonly<Record<string, unknown>> {
    const found = this.sent.findLast((command) => command['type'] === type);
    if (found === undefined) {
      throw new Error(`no ${type} was sent`);
    }
    return found;
  }
}

const socket = (): FakeSocket => {
  if (FakeSocket.last === undefined) {
    throw new Error('no socket was opened');
  }
  return FakeSocket.last;
};
const topicOf = (conversation: string): string => `c:${conversation}:buyer`;
const logged = (
  conversation: string,
  seq: number,
  event: FrameLogged['event'],
  id?: string,
): FrameLogged => ({
  type: 'event',
  topic: topicOf(conversation),
  seq,
  id: id ?? `${conversation}-${String(seq)}`,
  ts: Date.now(),
  event,
});
const said = (conversation: string, seq: number, text: string, author = 'agent:mei'): FrameLogged =>
  logged(conversation, seq, { type: 'message.posted', author, text });
const closed = (conversation: string, seq: number): FrameLogged =>
  logged(conversation, seq, { type: 'conversation.closed', by: 'agent:mei', ratingAsked: true });

function refuses(command: Readonly<Record<string, unknown>>, code: 'CLOSED' | 'NOT_FOUND'): void {
  const ref = String(command['ref']);
  socket().says({ type: 'refusal', ref, code, words: '', retry: false, retryAfterMs: null });
}

function answers(command: Readonly<Record<string, unknown>>, seq: number): void {
  const ref = String(command['ref']);
  socket().says({ type: 'reply', ref, topic: topicOf('a'), seq, id: ref, ts: Date.now() });
}

/** Comes in as this buyer; these conversations are open. */
async function entered(buyer: string, ...open: readonly string[]): Promise<VisitDesk> {
  admitted = buyer;
  scope = effectScope();
  const visit = scope.run(() => useVisit('demo', vi.fn()));
  if (visit === undefined) {
    throw new Error('the scope has ended');
  }
  await visit.enter();
  await connected(...open);
  return visit;
}

async function connected(...open: readonly string[]): Promise<void> {
  await vi.waitFor(() => {
    expect(FakeSocket.last).toBeDefined();
  });
  socket().onopen?.();
  socket().says({
    type: 'welcome',
    connection: 'k',
    you: { role: 'BUYER', id: admitted, name: null, desk: null },
    heartbeat: 25,
    topics: open.map(topicOf),
  });
}

let admitted = 'b1';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  FakeSocket.last = undefined;
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', () =>
    Promise.resolve(Response.json({ token: `token of ${admitted}`, buyer: { id: admitted, name: null } })),
  );
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
});

test('only the newest events are asked for, and the token is in a frame, never in an address', async () => {
  await entered('b1', 'a');
  expect(socket().sent[0]).toMatchObject({ type: 'hello', token: 'token of b1' });
  expect(socket().lastOf('topic.follow')).toMatchObject({ topic: topicOf('a'), have: null, last: 50 });
});

test('what is said into a conversation that was closed meanwhile begins the next one, which follows it', async () => {
  const visit = await entered('b1', 'a');
  socket().says(said('a', 1, '在的'));
  visit.say('还在吗', PLAIN);
  const post = socket().lastOf('message.post');
  socket().says(closed('a', 2));
  refuses(post, 'CLOSED');
  const start = socket().lastOf('conversation.start');
  expect(start).toMatchObject({ text: '还在吗', previous: 'a', contact: null });
  expect(visit.shown.value.pending.map(({ text }) => text)).toEqual(['还在吗']);
  refuses(start, 'NOT_FOUND');
  expect(socket().lastOf('conversation.start')).toMatchObject({ text: '还在吗', previous: null });
  expect(visit.shown.value.pending).toHaveLength(1);
});

test('another person sees nothing of the one before', async () => {
  const visit = await entered('b1', 'a');
  socket().says(said('a', 1, '给第一位的'));
  visit.say('第一位说的', PLAIN);
  const before = socket();
  admitted = 'b2';
  await visit.enter('a.b.c');
  expect(visit.shown.value.lines).toEqual([]);
  expect(visit.shown.value.pending).toEqual([]);
  expect(before.onmessage).toBeUndefined();
  await connected();
  expect(socket().sent.map((command) => command['type'])).toEqual(['hello']);
});

test('the last conversation is there after a reload, and its rating is asked for until it is waved away', async () => {
  const visit = await entered('b1', 'a');
  socket().says(said('a', 1, '在的'));
  visit.read();
  socket().says(closed('a', 2));
  expect(visit.rating(Date.now()).kind).toBe('asked');
  scope.stop();

  const again = await entered('b1');
  expect(socket().lastOf('topic.follow')).toMatchObject({ topic: topicOf('a') });
  socket().says(said('a', 1, '在的'));
  socket().says(closed('a', 2));
  expect(again.rating(Date.now()).kind).toBe('asked');
  again.rate(5, null);
  expect(socket().lastOf('rating.give')).toMatchObject({ conversation: 'a', stars: 5, comment: null });
  again.dismissRating();
  expect(again.rating(Date.now()).kind).toBe('none');
  scope.stop();

  const third = await entered('b1');
  socket().says(said('a', 1, '在的'));
  socket().says(closed('a', 2));
  expect(third.rating(Date.now()).kind).toBe('none');
});

test('what another tab began and read is there and read in this one', async () => {
  const visit = await entered('b1');
  const newValue = JSON.stringify({ conversation: 'c', read: 2, unrated: null });
  window.dispatchEvent(new StorageEvent('storage', { key: 'xiaoer.talk.demo.b1', newValue }));
  expect(socket().lastOf('topic.follow')).toMatchObject({ topic: topicOf('c') });
  [1, 2, 3].forEach((seq) => {
    socket().says(said('c', seq, '在的'));
  });
  expect(visit.unread.value).toBe(1);
});

test('whoever leaves leaves nothing behind', async () => {
  const visit = await entered('b1', 'a');
  socket().says(said('a', 1, '在的'));
  visit.read();
  visit.say('没发出去的', PLAIN);
  expect(localStorage.length + sessionStorage.length).toBe(3);
  visit.leave();
  expect(localStorage.length + sessionStorage.length).toBe(0);
  expect(visit.shown.value.lines).toEqual([]);
  expect(visit.isKnown()).toBe(false);
});

test('what one took back can be written anew', async () => {
  const visit = await entered('b1', 'a');
  const mine = said('a', 1, '写错了', 'buyer');
  socket().says(mine);
  visit.recall(mine);
  expect(socket().lastOf('message.recall')).toMatchObject({ conversation: 'a', seq: 1 });
  socket().says(logged('a', 2, { type: 'message.recalled', author: 'buyer', seq: 1 }));
  expect(visit.shown.value.lines[0]?.event).toEqual({ type: 'message.withdrawn', author: 'buyer' });
  expect(visit.tookBack.value.get('a-1')).toBe('写错了');
});

test('what is asked about begins a conversation, and is shown behind words that came to an open one', async () => {
  const visit = await entered('b1');
  const card = { type: 'product', product: 'cup' } as const;
  visit.say('还有货吗', { ...PLAIN, about: [card] });
  const start = socket().lastOf('conversation.start');
  expect(start).toMatchObject({ about: [card] });
  answers(start, 2);
  expect(socket().sent.some(({ type }) => type === 'card.post')).toBe(false);

  const other = await entered('b1');
  other.say('还有货吗', { ...PLAIN, about: [card] });
  answers(socket().lastOf('conversation.start'), 7);
  expect(socket().lastOf('card.post')).toMatchObject({ conversation: 'a', card });
});
