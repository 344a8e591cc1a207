// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import ChatComposer from '@/ui/ChatComposer.vue';
import { show } from './mounting';

function composer(text: string, props: Record<string, unknown> = {}) {
  const wrapper = show(ChatComposer, { label: '输入', modelValue: text, ...props });
  return { wrapper, field: wrapper.get('textarea'), sent: () => wrapper.emitted('send') };
}

test('Enter sends what is written, without the blanks around it', async () => {
  const { field, sent } = composer('  在吗 ');
  await field.trigger('keydown', { key: 'Enter' });
  expect(sent()).toEqual([['在吗']]);
});

test('Shift+Enter breaks the line', async () => {
  const { field, sent } = composer('在吗');
  await field.trigger('keydown', { key: 'Enter', shiftKey: true });
  expect(sent()).toBeUndefined();
});

test('Enter that picks a word of an input method does not send', async () => {
  const { field, sent } = composer('zai ma');
  await field.trigger('keydown', { key: 'Enter', isComposing: true });
  await field.trigger('keydown', { key: 'Enter', keyCode: 229 });
  expect(sent()).toBeUndefined();
});

test('blanks, too much, and a composer that is off send nothing', async () => {
  for (const { field, sent } of [
    composer(' \n '),
    composer('x'.repeat(4001)),
    composer('hi', { disabled: true }),
  ]) {
    await field.trigger('keydown', { key: 'Enter' });
    expect(sent()).toBeUndefined();
  }
});

test('what is too long says so', () => {
  const { wrapper, field } = composer('x'.repeat(4001));
  expect(field.attributes('aria-invalid')).toBe('true');
  expect(wrapper.text()).toContain('4000');
});

test('typing is told once in a while, not with every key', async () => {
  const { wrapper, field } = composer('a');
  await field.setValue('ab');
  await field.setValue('abc');
  expect(wrapper.emitted('typing')).toHaveLength(1);
});
