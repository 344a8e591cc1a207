import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AGAIN_MS,
  GAP_MS,
  hear,
  QUEUED_MS,
  silence,
  type Alarm,
  type Ringing,
  type Scene,
} from '@/state/alarm';
import { QUEUE } from '@/state/looks';

const NOW = 1_000_000;
const quiet = (conversation: string): Ringing => ({ conversation, newest: 0, unseen: 0, since: null });
const asked = (conversation: string, newest: number, since = NOW): Ringing => ({
  conversation,
  newest,
  unseen: 1,
  since,
});
const scene = (now: number, ...talks: Ringing[]): Scene => ({
  now,
  talks,
  lookedAt: new Set(),
  queued: 0,
  mentions: 0,
});
const looking = (at: Scene, ...places: string[]): Scene => ({ ...at, lookedAt: new Set(places) });

/** What rings when these are heard one after the other. */
const rings = (...scenes: Scene[]): readonly (string | null)[] => {
  let alarm: Alarm = silence;
  return scenes.map((one) => {
    const heard = hear(alarm, one);
    alarm = heard.alarm;
    return heard.tone;
  });
};

test('new words ring once, and again only every while, until somebody looks', () => {
  const talk = asked('a', 2);
  expect(
    rings(
      scene(NOW, talk),
      scene(NOW + 2_000, talk),
      scene(NOW + AGAIN_MS - 1, talk),
      scene(NOW + AGAIN_MS, talk),
      looking(scene(NOW + 2 * AGAIN_MS, { ...talk, unseen: 0 }), 'a'),
      scene(NOW + 3 * AGAIN_MS, { ...talk, unseen: 0 }),
    ),
  ).toEqual(['message', null, null, 'waiting', null, null]);
});

test('what is looked at does not ring, but another conversation does, however close the person looks', () => {
  expect(rings(looking(scene(NOW, asked('a', 1)), 'a'))).toEqual([null]);
  const heard = hear(silence, looking(scene(NOW, asked('a', 1), asked('b', 1)), 'a'));
  expect(heard.tone).toBe('message');
  expect(heard.fresh).toEqual(['b']);
});

test('who waits too long rings at 100 and at 180 seconds, looked at or not', () => {
  const talk = { ...asked('a', 1, NOW), unseen: 0 };
  const at = (s: number): Scene => looking(scene(NOW + s * 1000, talk), 'a');
  expect(rings(at(0), at(99), at(100), at(140), at(179), at(180), at(400))).toEqual([
    null,
    null,
    'waiting',
    null,
    null,
    'waiting',
    null,
  ]);
});

test('who waits too long and is not looked at rings until answered', () => {
  const talk = { ...asked('a', 1, NOW), unseen: 0 };
  const at = (s: number): Scene => scene(NOW + s * 1000, talk);
  const heard = rings(
    looking(at(0), 'a'),
    at(100),
    at(110),
    at(120),
    at(140),
    scene(NOW + 160_000, quiet('a')),
  );
  expect(heard).toEqual([null, 'waiting', null, 'waiting', 'waiting', null]);
});

test('what comes close together is one ring', () => {
  const first = scene(NOW, asked('a', 1));
  const second = scene(NOW + GAP_MS - 1, asked('a', 1), asked('b', 1));
  expect(rings(first, second, { ...second, now: NOW + GAP_MS })).toEqual(['message', null, null]);
});

test('a log that comes anew is no news, what comes after it is', () => {
  expect(
    rings(
      scene(NOW, asked('a', 5)),
      scene(NOW + 2_000, quiet('a')),
      scene(NOW + 4_000, asked('a', 5)),
      scene(NOW + 6_000, asked('a', 6)),
    ),
  ).toEqual(['message', null, null, 'message']);
});

test('buyers in the queue ring when one more stays there, and again until somebody has looked at them', () => {
  const queued = (after: number, count: number): Scene => ({ ...scene(NOW + after), queued: count });
  expect(
    rings(
      queued(0, 1),
      queued(QUEUED_MS, 1),
      queued(5_000, 2),
      queued(5_000 + QUEUED_MS, 2),
      queued(8_000, 1),
      queued(8_000 + AGAIN_MS, 1),
      looking(queued(30_000, 1), QUEUE),
      queued(60_000, 1),
      queued(61_000, 2),
      queued(61_000 + QUEUED_MS, 2),
      queued(90_000, 0),
    ),
  ).toEqual([null, 'waiting', null, 'waiting', null, 'waiting', null, null, null, 'waiting', null]);
});

test('a buyer who only passes through the queue does not ring', () => {
  expect(rings({ ...scene(NOW), queued: 1 }, scene(NOW + 500), { ...scene(NOW + 9_000), queued: 1 })).toEqual(
    [null, null, null],
  );
});

test('a mention rings once', () => {
  const mentioned = { ...scene(NOW), mentions: 1 };
  expect(hear(silence, mentioned).mentioned).toBe(true);
  expect(rings(mentioned, { ...mentioned, now: NOW + 60_000 })).toEqual(['message', null]);
});

test('however events fall, it never rings twice within the gap, and never for nothing', () => {
  const talk = fc.record({
    conversation: fc.constantFrom('a', 'b'),
    newest: fc.nat(5),
    unseen: fc.nat(2),
    since: fc.option(fc.integer({ min: NOW - 300_000, max: NOW })),
  });
  const step = fc.record({ after: fc.nat(30_000), talks: fc.array(talk, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = NOW;
      let alarm = silence;
      let rangAt = -Infinity;
      for (const { after, talks } of steps) {
        now += after;
        const heard = hear(alarm, scene(now, ...talks));
        if (heard.tone !== null) {
          expect(now - rangAt).toBeGreaterThanOrEqual(GAP_MS);
          expect(talks.length).toBeGreaterThan(0);
          rangAt = now;
        }
        alarm = heard.alarm;
      }
    }),
  );
});
