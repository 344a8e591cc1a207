// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { useDeskList, type DeskList } from '@/composables/useDeskList';
import type { Tab } from '@/state/lists';

let scope: EffectScope;
const tab = shallowRef<Tab>('mine');
const query = shallowRef('');
const changes = shallowRef(0);
/** The desk's queue, and what was asked of it. */
let queue: readonly string[] = [];
const asked: string[] = [];

const named = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `c${String(from + i).padStart(3, '0')}`);

/** Answers as the desk does: a page behind the one that is named. */
function answer(path: string): Response {
  asked.push(path);
  const { searchParams } = new URL(path, 'https://desk.example');
  const limit = Number(searchParams.get('limit'));
  const from = queue.indexOf(searchParams.get('before') ?? '') + 1;
  const conversations = queue
    .slice(from, from + limit)
    .map((conversation) => ({ conversation, buyer: { id: `b-${conversation}` }, lastAt: 1 }));
  return new Response(JSON.stringify({ conversations, more: from + limit < queue.length }));
}

const list = (): DeskList => {
  scope = effectScope();
  const made = scope.run(() => useDeskList(tab, query, () => changes.value));
  if (made === undefined) {
    throw new Error('the scope has ended');
  }
  return made;
};
const ids = ({ rows }: DeskList): readonly string[] => rows.value.map(({ conversation }) => conversation);
const goesTo = async (to: Tab): Promise<void> => {
  tab.value = to;
  await nextTick();
  await flushPromises();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(answer(path)));
  tab.value = 'mine';
  query.value = '';
  queue = named(1, 250);
  asked.length = 0;
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('250 conversations come page by page, as far as somebody reads', async () => {
  const waiting = list();
  await goesTo('waiting');
  expect(ids(waiting)).toEqual(named(1, 100));
  waiting.more();
  waiting.more();
  await flushPromises();
  expect(ids(waiting)).toEqual(named(1, 200));
  waiting.more();
  await flushPromises();
  expect(ids(waiting)).toEqual(named(1, 250));
  waiting.more();
  await flushPromises();
  expect(asked).toHaveLength(3);
  expect(new Set(asked).size).toBe(3);
});

test('when the queue has moved, as much of it is read again, and nobody is there twice', async () => {
  const waiting = list();
  await goesTo('waiting');
  waiting.more();
  await flushPromises();
  queue = [...named(1, 250).filter((one) => one !== 'c007' && one !== 'c100'), 'c251'];
  changes.value += 1;
  await nextTick();
  await vi.advanceTimersByTimeAsync(1_000);
  await flushPromises();
  expect(ids(waiting)).toEqual(queue.slice(0, 200));
  waiting.more();
  await flushPromises();
  expect(ids(waiting)).toEqual(queue);
});

test('somebody who moves up between two pages is there once', async () => {
  const waiting = list();
  await goesTo('waiting');
  queue = named(1, 250).filter((one) => one !== 'c100');
  waiting.more();
  await flushPromises();
  expect(new Set(ids(waiting)).size).toBe(ids(waiting).length);
});

test('another list begins with its first page', async () => {
  const listed = list();
  await goesTo('waiting');
  listed.more();
  await flushPromises();
  await goesTo('closed');
  expect(ids(listed)).toHaveLength(100);
  query.value = '安娜';
  await nextTick();
  await vi.advanceTimersByTimeAsync(1_000);
  await flushPromises();
  expect(asked.at(-1)).toContain('q=%E5%AE%89%E5%A8%9C');
  expect(asked.at(-1)).not.toContain('before');
  await goesTo('mine');
  listed.more();
  await flushPromises();
  expect(asked.filter((path) => path.includes('scope=mine'))).toEqual([]);
});
