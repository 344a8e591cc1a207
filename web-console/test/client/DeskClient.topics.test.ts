import { expect, test } from 'vitest';
import { given, post, said, TOPIC } from './deskLine';

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
