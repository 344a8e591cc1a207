import { expect, test } from 'vitest';
import { Backoff } from '@/client/Backoff';
import { FakeWorld } from '../FakeWorld';

test('the wait doubles from half a second up to fifteen', () => {
  const world = new FakeWorld();
  world.luck = 0.999999;
  const backoff = new Backoff(world);
  const waits = Array.from({ length: 7 }, () => backoff.next());
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
});

test('luck spreads the wait over all of its length', () => {
  const world = new FakeWorld();
  const backoff = new Backoff(world);
  world.luck = 0;
  expect(backoff.next()).toBe(0);
  world.luck = 0.5;
  expect(backoff.next()).toBe(500);
});

test('a connection that held for a minute makes the next wait short again', () => {
  const world = new FakeWorld();
  world.luck = 0.999999;
  const backoff = new Backoff(world);
  backoff.next();
  backoff.next();
  backoff.opened();
  world.pass(59_999);
  backoff.closed();
  expect(backoff.next()).toBe(2000);
  backoff.opened();
  world.pass(60_000);
  backoff.closed();
  expect(backoff.next()).toBe(500);
});
