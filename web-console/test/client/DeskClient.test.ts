import { expect, test } from 'vitest';
import { DeskClient } from '@/client/DeskClient';
import { Outbox, type Kept } from '@/client/Outbox';
import {
  CLOSE_REASONS,
  type ByBuyer,
  type ByBuyerPost,
  type FrameLogged,
  type Topic,
} from '@/protocol/frames';
import { FakeShelf, FakeWorld, settle } from '../FakeWorld';

type Said = Extract<ByBuyer, Kept>;
const isSaid = (command: Kept): command is Said => command.type !== 'note.post';
const TOPIC = 'c:conversation-1:buyer';
const said = (seq: number, topic: Topic = TOPIC): FrameLogged => ({
  type: 'event',
  topic,
  seq,
  id: `id-${String(seq)}`,
  ts: seq,
  event: { type: 'message.posted', author: 'buyer', text: `text ${String(seq)}` },
});
const post: ByBuyerPost = {
  type: 'message.post',
  ref: 'ref-0000000000000001',
  conversation: 'c1',
  text: 'hi',
};

async function given() {
  const world = new FakeWorld();
  let refs = 0;
  const door = {
    url: 'ws://desk/ws/buyer',
    token: 't1' as string | null,
    hello: () =>
      Promise.resolve(
        door.token === null ? null : { type: 'hello' as const, token: door.token, language: null },
      ),
  };
  const outbox = new Outbox<Said>(world, new FakeShelf(), 'outbox', isSaid);
  const client = new DeskClient<Said>(
    world,
    door,
    outbox,
    () => `follow-${String(++refs).padStart(12, '0')}`,
  );
  const seqs: number[] = [];
  const restarts: boolean[] = [];
  client.on('event', ({ seq }) => seqs.push(seq));
  client.on('restarted', ({ limited }) => {
    restarts.push(limited);
    seqs.length = 0;
  });
  client.connect();
  await settle();
  const back = async (ms: number): Promise<void> => {
    world.pass(ms);
    await settle();
  };
  const followed = (seq: number, limited = false): void => {
    const ref = String(world.socket.last('topic.follow').ref);
    world.socket.says({ type: 'followed', ref, topic: TOPIC, seq, from: 1, limited });
  };
  return { world, door, client, outbox, seqs, restarts, back, followed };
}

test('the first frame is the hello, and a welcome opens the line', async () => {
  const { world, client } = await given();
  expect(client.link.kind).toBe('connecting');
  world.socket.opens();
  expect(world.socket.sent).toEqual([{ type: 'hello', token: 't1', language: null }]);
  world.socket.welcomes();
  expect(client.link.kind).toBe('open');
});

test('who may not come in is asked to sign in', async () => {
  const { world, door, client, back } = await given();
  door.token = null;
  world.socket.dies();
  await back(500);
  expect(client.link.kind).toBe('signIn');
});

test('each close reason does what the table says', async () => {
  const expected = { COME_BACK: 'waiting', SIGN_IN: 'signIn', STAY_AWAY: 'away' };
  for (const { code, then } of Object.values(CLOSE_REASONS)) {
    const { world, client } = await given();
    world.socket.welcomes();
    world.socket.dies(code);
    expect([code, client.link.kind]).toEqual([code, expected[then]]);
  }
});

test('a lost socket comes back, follows from its position and sends what was not answered', async () => {
  const { world, client, seqs, back, followed } = await given();
  client.follow(TOPIC);
  world.socket.welcomes();
  expect(world.socket.last('topic.follow').have).toBeNull();
  world.socket.says(said(1));
  world.socket.says(said(2));
  followed(2);
  client.post(post);
  world.socket.dies();
  await back(250);
  world.socket.welcomes();
  expect(world.sockets).toHaveLength(2);
  expect(world.socket.last('topic.follow').have).toEqual({ seq: 2, id: 'id-2' });
  expect(world.socket.last('message.post')).toEqual(post);
  expect(seqs).toEqual([1, 2]);
});

test('repeats are dropped and a hole is asked for', async () => {
  const { world, client, seqs, followed } = await given();
  client.follow(TOPIC);
  world.socket.welcomes();
  followed(0);
  world.socket.says(said(1));
  world.socket.says(said(1));
  world.socket.says(said(3));
  expect(seqs).toEqual([1]);
  expect(world.socket.last('topic.follow').have).toEqual({ seq: 1, id: 'id-1' });
  world.socket.says(said(2));
  world.socket.says(said(3));
  followed(3);
  expect(seqs).toEqual([1, 2, 3]);
});

test('a head beyond ours in the heartbeat is asked for', async () => {
  const { world, client, seqs, followed } = await given();
  client.follow(TOPIC);
  world.socket.welcomes();
  followed(0);
  world.socket.says({ type: 'heartbeat', heads: [{ topic: TOPIC, seq: 0 }] });
  expect(world.socket.of('topic.follow')).toHaveLength(1);
  world.socket.says({ type: 'heartbeat', heads: [{ topic: TOPIC, seq: 1 }] });
  expect(world.socket.of('topic.follow')).toHaveLength(2);
  world.socket.says(said(1));
  followed(1);
  expect(seqs).toEqual([1]);
});

test('a resync forgets the topic and takes it anew', async () => {
  const { world, client, seqs, restarts, back, followed } = await given();
  client.follow(TOPIC);
  world.socket.welcomes();
  world.socket.says(said(1));
  world.socket.says(said(2));
  followed(2);
  world.socket.dies();
  await back(250);
  world.socket.welcomes();
  world.socket.says({ type: 'resync', topic: TOPIC, reason: 'DIVERGED' });
  world.socket.says(said(1));
  followed(1);
  expect(restarts).toEqual([false]);
  expect(seqs).toEqual([1]);
});

test('a log that no longer reaches back is taken from where it begins', async () => {
  const { world, client, seqs, restarts, followed } = await given();
  client.follow(TOPIC);
  world.socket.welcomes();
  world.socket.says(said(7));
  followed(8, true);
  expect(restarts).toEqual([true]);
  world.socket.says(said(7));
  world.socket.says(said(8));
  followed(8, true);
  expect(seqs).toEqual([7, 8]);
  expect(restarts).toEqual([true]);
  world.socket.says(said(9));
  expect(seqs).toEqual([7, 8, 9]);
});

test('a follow that is refused for now is tried again, one refused for good is told', async () => {
  const { world, client, back } = await given();
  const barred: string[] = [];
  client.on('barred', ({ topic }) => barred.push(topic));
  client.follow(TOPIC);
  world.socket.welcomes();
  const refuse = (retry: boolean): void => {
    const ref = String(world.socket.last('topic.follow').ref);
    const code = retry ? 'STORE_UNAVAILABLE' : 'NOT_FOUND';
    world.socket.says({ type: 'refusal', ref, code, words: '', retry, retryAfterMs: retry ? 3000 : null });
  };
  refuse(true);
  await back(2999);
  expect(world.socket.of('topic.follow')).toHaveLength(1);
  await back(1);
  expect(world.socket.of('topic.follow')).toHaveLength(2);
  refuse(false);
  await back(60_000);
  expect(barred).toEqual([TOPIC]);
});

test('two heartbeats without a sound mean that the socket is dead', async () => {
  const { world, client } = await given();
  world.socket.welcomes();
  world.pass(25_000);
  expect(world.socket.of('heartbeat')).toHaveLength(1);
  world.socket.says({ type: 'heartbeat', heads: [] });
  world.pass(74_999);
  expect(client.link.kind).toBe('open');
  world.pass(1);
  expect(client.link.kind).toBe('waiting');
  expect(world.socket.isClosed).toBe(true);
});

test('a nudge finds a dead socket within five seconds, and leaves a living one alone', async () => {
  const { world, client } = await given();
  world.socket.welcomes();
  client.nudge();
  world.socket.says({ type: 'heartbeat', heads: [] });
  world.pass(5_000);
  expect(client.link.kind).toBe('open');
  world.socket.says({ type: 'heartbeat', heads: [] });
  client.nudge();
  world.pass(5_000);
  expect(client.link.kind).toBe('waiting');
});

test('a nudge does not wait for the backoff to end', async () => {
  const { world, client, back } = await given();
  world.socket.dies();
  client.nudge();
  await back(0);
  expect(world.sockets).toHaveLength(2);
});

test('a good-bye says when to come back, and the backoff begins anew', async () => {
  const { world, back } = await given();
  for (let i = 0; i < 5; i++) {
    world.socket.dies();
    await back(15_000);
  }
  world.socket.welcomes();
  world.socket.says({ type: 'goodbye', reconnectAfterMs: 1234 });
  world.socket.dies(1012);
  const before = world.sockets.length;
  await back(1233);
  expect(world.sockets).toHaveLength(before);
  await back(1);
  expect(world.sockets).toHaveLength(before + 1);
  world.socket.dies();
  await back(500);
  expect(world.sockets).toHaveLength(before + 2);
});

test('a server that does not welcome in ten seconds is tried again', async () => {
  const { world, client } = await given();
  world.socket.opens();
  world.pass(10_000);
  expect(client.link.kind).toBe('waiting');
});

test('a reply settles a command, a refusal for good gives it back, one for now does neither', async () => {
  const { world, client, outbox } = await given();
  const replies: string[] = [];
  const refusals: string[] = [];
  client.on('reply', ({ command }) => replies.push(command.ref));
  client.on('refused', ({ refusal }) => refusals.push(refusal.code));
  world.socket.welcomes();
  client.post(post);
  const refuse = (code: 'BEHIND' | 'CLOSED', retry: boolean): void => {
    world.socket.says({ type: 'refusal', ref: post.ref, code, words: '', retry, retryAfterMs: null });
  };
  refuse('BEHIND', true);
  expect(outbox.unanswered()).toEqual([post]);
  refuse('CLOSED', false);
  expect(outbox.unanswered()).toEqual([]);
  client.post({ ...post, ref: 'ref-0000000000000002' });
  world.socket.says({ type: 'reply', ref: 'ref-0000000000000002', topic: TOPIC, seq: 1, id: 'x', ts: 1 });
  expect(refusals).toEqual(['CLOSED']);
  expect(replies).toEqual(['ref-0000000000000002']);
});

test('what this page does not know is passed over', async () => {
  const { world, client } = await given();
  world.socket.welcomes();
  for (const text of [
    '',
    'null',
    '[]',
    '{"type":"tomorrow"}',
    '{"type":"event"}',
    '{"type":"constructor"}',
  ]) {
    world.socket.saysText(text);
  }
  expect(client.link.kind).toBe('open');
});

test('hints are paced, and of one kind only the last is sent', async () => {
  const { world, client } = await given();
  world.socket.welcomes();
  for (let seq = 1; seq <= 40; seq++) {
    client.hint('read c1', { type: 'read', conversation: 'c1', seq });
  }
  const now = world.socket.of('read').length;
  expect(now).toBeLessThanOrEqual(12);
  world.pass(1_000);
  expect(world.socket.of('read')).toHaveLength(now + 1);
  expect(world.socket.last('read').seq).toBe(40);
});

test('after leaving nothing more is heard or sent', async () => {
  const { world, client, seqs } = await given();
  client.follow(TOPIC);
  world.socket.welcomes();
  client.leave();
  world.socket.says(said(1));
  world.pass(600_000);
  expect(seqs).toEqual([]);
  expect(world.sockets).toHaveLength(1);
});
