// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp, shallowRef, type App } from 'vue';
import type { Link } from '@/client/Line';
import { NOBODY } from '@/composables/useCircle';
import { provideRegistrations, type Registrations } from '@/composables/useRegistrations';
import type { Circle } from '@/protocol/desk';
import { emptyWorkbench, type Workbench } from '@/state/workbench';

const PAUSE_MS = 300;
const CIRCLE: Circle = {
  ...NOBODY,
  groups: [
    { id: 'orders', name: '订单' },
    { id: 'aftersales', name: '售后' },
  ],
};
const row = (id: string, group = 'aftersales') => ({
  id,
  group,
  shop: 'demo',
  by: { id: 'qing', name: '小青' },
  question: '发票呢',
  contact: '1*********8',
  at: Number(id),
});

/** What the desk has open, by group; and what was asked of it. */
let open: Readonly<Record<string, readonly unknown[]>> = {};
let answers: ((path: string) => Promise<Response>) | null = null;
const asked: string[] = [];
let app: App;

function respond(path: string): Promise<Response> {
  asked.push(path.replace('/api/v1/desk/registrations', ''));
  return answers?.(path) ?? Promise.resolve(listOf(path));
}
const listOf = (path: string): Response =>
  new Response(JSON.stringify(open[path.split('group=')[1] ?? ''] ?? []));

function given(circle = shallowRef(CIRCLE), settled = shallowRef(true)) {
  const bench = shallowRef<Workbench>(emptyWorkbench);
  const link = shallowRef<Link>({ kind: 'open' });
  let made: Registrations | undefined;
  app = createApp({
    setup: () => {
      made = provideRegistrations('ci', { bench, link, settled }, circle);
    },
    render: () => null,
  });
  app.mount(document.createElement('div'));
  if (made === undefined) {
    throw new Error('nothing was provided');
  }
  return { registrations: made, bench, circle };
}
const passes = async (ms = PAUSE_MS): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
  await flushPromises();
};
const ids = ({ open: rows }: Registrations): readonly string[] => rows.value.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', respond);
  open = { aftersales: [row('3'), row('5')], orders: [row('4', 'orders')] };
  answers = null;
  asked.length = 0;
});
afterEach(() => {
  app.unmount();
  localStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is open in all groups is asked for once the groups and the own log are known', async () => {
  const circle = shallowRef<Circle>(NOBODY);
  const settled = shallowRef(false);
  const { registrations } = given(circle, settled);
  await passes();
  expect(asked).toEqual([]);
  expect(registrations.state.value).toBe('asking');
  circle.value = CIRCLE;
  await passes();
  expect(asked).toEqual([]);
  settled.value = true;
  await passes();
  expect(registrations.state.value).toBe('there');
  expect(ids(registrations)).toEqual(['3', '4', '5']);
});

test('when a question comes it is news, and its group is asked', async () => {
  const { registrations, bench } = given();
  await passes();
  asked.length = 0;
  open = { ...open, aftersales: [row('3'), row('5'), row('6')] };
  const told = { seq: 9, registration: '6', shop: 'demo', group: 'aftersales', by: 'qing', question: '?' };
  bench.value = { ...bench.value, roster: { ...bench.value.roster, seq: 9 }, registered: [told] };
  expect(registrations.news.value).toEqual([told]);
  await passes();
  expect(asked).toEqual(['?group=aftersales']);
  expect(ids(registrations)).toEqual(['3', '4', '5', '6']);
  expect(registrations.news.value).toEqual([told]);
  registrations.seen(told);
  expect(registrations.news.value).toEqual([]);
});

test('what was seen to is gone, also where an older answer comes late', async () => {
  const { registrations } = given();
  await passes();
  const late: ((response: Response) => void)[] = [];
  answers = (path) =>
    path.endsWith('/done')
      ? Promise.resolve(new Response(JSON.stringify(row('3'))))
      : path.endsWith('aftersales')
        ? new Promise((resolve) => late.push(resolve))
        : Promise.resolve(listOf(path));
  registrations.again();
  await passes();
  const [first] = registrations.open.value;
  expect(first?.id).toBe('3');
  expect(first === undefined ? undefined : await registrations.finish(first)).toBeNull();
  late.forEach((resolve) => {
    resolve(new Response(JSON.stringify([row('3'), row('5')])));
  });
  await flushPromises();
  expect(ids(registrations)).toEqual(['4', '5']);
});

test('a list that does not come says why, and comes when it is asked for again', async () => {
  answers = () => Promise.resolve(new Response(JSON.stringify({ code: 'TOO_MANY' }), { status: 429 }));
  const { registrations } = given();
  await passes();
  expect([registrations.state.value, registrations.problem.value?.code]).toEqual(['failed', 'TOO_MANY']);
  answers = null;
  registrations.again();
  expect(registrations.state.value).toBe('asking');
  await passes();
  expect(registrations.state.value).toBe('there');
});

test('while somebody looks, what colleagues have seen to goes away by itself', async () => {
  const { registrations } = given();
  const stop = registrations.look();
  await passes();
  open = {};
  await passes(15_000 + PAUSE_MS);
  expect(ids(registrations)).toEqual([]);
  stop();
  asked.length = 0;
  await passes(60_000);
  expect(asked).toEqual([]);
});
