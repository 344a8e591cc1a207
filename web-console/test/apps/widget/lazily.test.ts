// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, test, vi } from 'vitest';
import { defineComponent, h, nextTick, type Component } from 'vue';
import { lazily } from '@/apps/widget/lazily';

const Star = defineComponent(
  (props: { n: number }, { emit, slots }) =>
    () =>
      h('button', { onClick: () => emit('pick', props.n) }, [String(props.n), slots.default?.()]),
  { props: { n: { type: Number, required: true } }, emits: ['pick'] },
);

test('a part is asked for once, when it is first shown, and gets what it is given', async () => {
  const load = vi.fn(() => Promise.resolve({ default: Star }));
  const part = lazily(load);
  expect(load).not.toHaveBeenCalled();
  const pick = vi.fn();
  const shown = mount(part, {
    props: { n: 3, onPick: pick },
    attrs: { class: 'tray' },
    slots: { default: () => '!' },
  });
  expect(shown.html()).toBe('');
  await vi.waitFor(() => {
    expect(shown.text()).toBe('3!');
  });
  expect(shown.get('button').classes()).toEqual(['tray']);
  await shown.get('button').trigger('click');
  expect(pick).toHaveBeenCalledWith(3);
  mount(part, { props: { n: 4 } });
  expect(load).toHaveBeenCalledTimes(1);
});

test('what could not be loaded is asked for again when it would be shown again', async () => {
  const load = vi.fn<() => Promise<{ default: Component }>>(() => Promise.reject(new Error('no network')));
  const part = lazily(load);
  mount(part, { props: { n: 4 } });
  await nextTick();
  load.mockResolvedValue({ default: Star });
  await vi.waitFor(() => {
    expect(mount(part, { props: { n: 5 } }).text()).toBe('5');
  });
  expect(load).toHaveBeenCalledTimes(2);
});
