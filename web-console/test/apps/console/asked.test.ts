// @vitest-environment happy-dom
import { effectScope, nextTick, shallowRef } from 'vue';
import { afterEach, expect, test, vi } from 'vitest';
import RecalledOriginal from '@/apps/console/side/RecalledOriginal.vue';
import { useAsked } from '@/composables/useAsked';
import { readText } from '@/protocol/rest';
import { settle } from '../../FakeWorld';
import { show } from '../../ui/mounting';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A desk whose answers are given when the test says so. */
function desk() {
  const asked: { readonly path: string; readonly answer: (status: number, body: unknown) => Response }[] = [];
  vi.stubGlobal(
    'fetch',
    (path: string) =>
      new Promise((resolve) => {
        asked.push({
          path: path.replace('/api/v1', ''),
          answer: (status, body) => {
            const response = new Response(JSON.stringify(body), { status });
            resolve(response);
            return response;
          },
        });
      }),
  );
  return asked;
}
const name = (body: unknown) => readText(body, 'name');

test('an answer to an older question is dropped', async () => {
  const asked = desk();
  const path = shallowRef('/one');
  const scope = effectScope();
  const { asked: state } = scope.run(() => useAsked(() => path.value, name)) ?? {};
  path.value = '/two';
  await nextTick();
  asked[1]?.answer(200, { name: 'two' });
  await vi.waitFor(() => {
    expect(state?.value).toEqual({ kind: 'there', body: 'two' });
  });
  const late = asked[0]?.answer(200, { name: 'one' });
  await vi.waitFor(() => {
    expect(late?.bodyUsed).toBe(true);
  });
  await settle();
  expect(state?.value).toEqual({ kind: 'there', body: 'two' });
  scope.stop();
});

test('a refusal says why, and may be asked again', async () => {
  const asked = desk();
  const scope = effectScope();
  const asking = scope.run(() => useAsked(() => '/one', name));
  asked[0]?.answer(503, { code: 'STORE_UNAVAILABLE', detail: '' });
  await vi.waitFor(() => {
    expect(asking?.asked.value).toMatchObject({ kind: 'failed', problem: { code: 'STORE_UNAVAILABLE' } });
  });
  asking?.again();
  expect(asking?.asked.value).toEqual({ kind: 'asking' });
  asked[1]?.answer(200, { name: 'now' });
  await vi.waitFor(() => {
    expect(asking?.asked.value).toEqual({ kind: 'there', body: 'now' });
  });
  scope.stop();
});

test('what was taken back is asked for only when somebody wants to see it', async () => {
  const asked = desk();
  const wrapper = show(RecalledOriginal, { conversation: 'a', seq: 4 });
  expect(wrapper.text()).toContain('查看会被记录');
  expect(asked).toEqual([]);
  await wrapper.get('button').trigger('click');
  expect(asked[0]?.path).toBe('/conversations/a/recalled');
  asked[0]?.answer(200, {
    messages: [
      { seq: 3, ts: 1, author: 'buyer', event: { type: 'message.posted', author: 'buyer', text: '别的' } },
      {
        seq: 4,
        ts: 2,
        author: 'buyer',
        event: { type: 'message.posted', author: 'buyer', text: '<b>原话</b>' },
      },
    ],
  });
  await vi.waitFor(() => {
    expect(wrapper.get('figure').text()).toContain('<b>原话</b>');
  });
  expect(wrapper.text()).not.toContain('别的');
});

test('a refusal to show what was taken back says why', async () => {
  const asked = desk();
  const wrapper = show(RecalledOriginal, { conversation: 'a', seq: 4 });
  await wrapper.get('button').trigger('click');
  asked[0]?.answer(403, { code: 'FORBIDDEN', detail: '' });
  await vi.waitFor(() => {
    expect(wrapper.get('[role="alert"]').text()).toContain('没有权限');
  });
});
