// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { effectScope } from 'vue';
import { useAsked, type Asking } from '@/composables/useAsked';

const scope = effectScope();
let connected = false;
let times = 0;

vi.stubGlobal('fetch', () => {
  times += 1;
  return connected ? Promise.resolve(new Response('"tea"')) : Promise.reject(new TypeError('no network'));
});

afterEach(() => {
  scope.stop();
});

test('what failed is asked again when the network is back, and only that', async () => {
  const asking = scope.run(() =>
    useAsked(
      () => '/api/v1/cup',
      (body) => String(body),
    ),
  ) as Asking<string>;
  await flushPromises();
  expect(asking.asked.value.kind).toBe('failed');

  connected = true;
  window.dispatchEvent(new Event('online'));
  await flushPromises();
  expect(asking.asked.value).toEqual({ kind: 'there', body: 'tea' });
  const before = times;
  window.dispatchEvent(new Event('online'));
  scope.stop();
  window.dispatchEvent(new Event('online'));
  await flushPromises();
  expect(times).toBe(before);
});
