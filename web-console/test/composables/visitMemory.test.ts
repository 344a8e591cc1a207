// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { visitMemory } from '@/composables/visitMemory';
import { FakeShelf } from '../FakeWorld';

const KEY = 'xiaoer.talk.demo.b1';

test('what is kept is remembered, each part by itself', () => {
  const shelf = new FakeShelf();
  const memory = visitMemory(shelf, KEY);
  expect(memory.recall()).toEqual({ conversation: null, read: 0, unrated: null });
  memory.keep({ conversation: 'c1', read: 7 });
  memory.keep({ unrated: 'c1' });
  expect(visitMemory(shelf, KEY).recall()).toEqual({ conversation: 'c1', read: 7, unrated: 'c1' });
});

test('nothing is written when nothing has changed: other tabs would be told', () => {
  const shelf = new FakeShelf();
  const memory = visitMemory(shelf, KEY);
  memory.keep({ conversation: 'c1' });
  const write = vi.spyOn(shelf, 'setItem');
  memory.keep({ conversation: 'c1', read: 0 });
  expect(write).not.toHaveBeenCalled();
});

test('what somebody else has written there is passed over', () => {
  const shelf = new FakeShelf();
  for (const strange of ['', 'x', '[]', 'null', '{"conversation":7,"read":"9","unrated":{}}']) {
    shelf.setItem(KEY, strange);
    expect(visitMemory(shelf, KEY).recall()).toEqual({ conversation: null, read: 0, unrated: null });
  }
});

test('another tab is heard until one no longer listens', () => {
  const told = vi.fn();
  const stop = visitMemory(new FakeShelf(), KEY).onChange(told);
  const change = (key: string): void => {
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: '{"conversation":"c2","read":3}' }));
  };
  change('another');
  change(KEY);
  expect(told.mock.calls).toEqual([[{ conversation: 'c2', read: 3, unrated: null }]]);
  stop();
  change(KEY);
  expect(told).toHaveBeenCalledTimes(1);
});
