// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import OverDialog from '@/apps/console/OverDialog.vue';

const opened = async () => {
  const dialog = mount(OverDialog, { props: { label: '查找' }, slots: { default: '<input autofocus />' } });
  await dialog.vm.open();
  return dialog;
};

test('what is closed is told, and what was in it is gone', async () => {
  const dialog = await opened();
  dialog.vm.close();
  await flushPromises();
  expect(dialog.emitted('close')).toHaveLength(1);
  expect(dialog.find('input').exists()).toBe(false);
});

test('who opens it again before the browser has told of its end finds it whole', async () => {
  const dialog = await opened();
  dialog.element.removeAttribute('open');
  await dialog.vm.open();
  await dialog.trigger('close');
  expect(dialog.find('input').exists()).toBe(true);
  expect(dialog.emitted('close')).toBeUndefined();
});
