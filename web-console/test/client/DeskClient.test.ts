import { expect, test } from 'vitest';
import { CLOSE_REASONS } from '@/protocol/frames';
import { given, said, TOPIC } from './deskLine';

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
