// @vitest-environment happy-dom
import { computed, shallowRef } from 'vue';
import { expect, test } from 'vitest';
import AgentComposer from '@/apps/console/composer/AgentComposer.vue';
import { CIRCLE } from '@/composables/useCircle';
import { PHRASES, type Phrases } from '@/composables/usePhrases';
import { SETTINGS } from '@/composables/useSettings';
import type { FileRules } from '@/protocol/files';
import { offencesOf } from '@/state/forbidden';
import { usual, type SendKey } from '@/state/settings';
import { show } from '../../ui/mounting';

const phrases: Phrases = {
  asked: shallowRef({
    kind: 'there' as const,
    body: [
      {
        id: 'p1',
        scope: 'DESK' as const,
        group: null,
        code: 'fh',
        text: '{买家昵称}，今天就发货',
        folder: '',
      },
      { id: 'p2', scope: 'DESK' as const, group: null, code: 'hi', text: '您好', folder: '' },
    ],
  }),
  again: () => undefined,
  write: () => Promise.resolve(null),
  remove: () => Promise.resolve(null),
};
const order = { number: '2026001', placedAt: null, state: 'PAID', total: 12800, items: [] };
const rules: FileRules = { on: true, types: ['jpg', 'png'], maxBytes: 1000, maxPerDay: 20 };

function composer(
  draft: string,
  { note = false, sendKey = 'enter' }: { note?: boolean; sendKey?: SendKey } = {},
) {
  const wrapper = show(
    AgentComposer,
    {
      me: 'qing',
      orders: [order],
      facts: { buyer: '安娜', agent: '小青', order: '2026001' },
      rules,
      findOffences: offencesOf(['不知道']),
      draft,
      noteDraft: note ? draft : '',
      note,
      'onUpdate:draft': (text: string) => wrapper.setProps({ draft: text }),
      'onUpdate:noteDraft': (text: string) => wrapper.setProps({ noteDraft: text }),
      'onUpdate:note': (on: boolean) => wrapper.setProps({ note: on }),
    },
    'zh-CN',
    {
      [PHRASES]: phrases,
      [CIRCLE]: computed(() => ({ groups: [], shops: [], colleagues: [{ id: 'tao', name: '阿陶' }] })),
      [SETTINGS]: { settings: shallowRef({ ...usual, sendKey }), change: () => undefined },
    },
  );
  const field = wrapper.get('textarea');
  const write = async (text: string): Promise<void> => {
    field.element.value = text;
    field.element.setSelectionRange(text.length, text.length);
    await field.trigger('input');
  };
  return {
    wrapper,
    field,
    write,
    press: (key: string, more = {}) => field.trigger('keydown', { key, ...more }),
  };
}

test('Enter sends, or Ctrl+Enter where the person wants it so', async () => {
  const one = composer('在的');
  await one.press('Enter');
  expect(one.wrapper.emitted('send')).toEqual([['在的']]);
  const other = composer('在的', { sendKey: 'ctrlEnter' });
  await other.press('Enter');
  expect(other.wrapper.emitted('send')).toBeUndefined();
  await other.press('Enter', { ctrlKey: true });
  expect(other.wrapper.emitted('send')).toEqual([['在的']]);
});

test('a key of an input method sends nothing', async () => {
  const { wrapper, press } = composer('zai');
  await press('Enter', { isComposing: true });
  await press('Enter', { keyCode: 229 });
  expect(wrapper.emitted('send')).toBeUndefined();
});

test('a slash offers phrases, and the one that is picked is filled in', async () => {
  const { wrapper, field, write, press } = composer('');
  await write('/fh');
  expect(wrapper.findAll('[role="option"]')).toHaveLength(1);
  await press('Enter');
  expect(field.element.value).toBe('安娜，今天就发货');
  expect(wrapper.emitted('send')).toBeUndefined();
});

test('the arrows walk through what is offered, and the field names the row', async () => {
  const { wrapper, field, write, press } = composer('');
  await write('/');
  const rows = wrapper.findAll('[role="option"]');
  expect(rows).toHaveLength(2);
  await press('ArrowDown');
  expect(field.attributes('aria-activedescendant')).toBe(rows[1]?.attributes('id'));
  await press('Escape');
  expect(wrapper.find('[role="option"]').exists()).toBe(false);
});

test('a hash sends the order as a card, or puts in its number', async () => {
  const card = composer('');
  await card.write('#2026');
  await card.press('Enter');
  expect(card.wrapper.emitted('sendOrder')).toEqual([['2026001']]);
  expect(card.field.element.value).toBe('');
  const number = composer('');
  await number.write('您的订单#2026');
  await number.press('Tab');
  expect(number.field.element.value).toBe('您的订单2026001 ');
});

test('a note tells the colleagues whom it names, and Esc goes back to the answer', async () => {
  const { wrapper, field, write, press } = composer('', { note: true });
  await write('请@阿');
  await press('Enter');
  expect(field.element.value).toBe('请@阿陶 ');
  await write('请@阿陶 看看');
  await press('Enter');
  expect(wrapper.emitted('note')).toEqual([['请@阿陶 看看', ['tao']]]);
  expect(wrapper.emitted('send')).toBeUndefined();
  await press('Escape');
  expect(wrapper.emitted('update:note')).toEqual([[false]]);
});

test('a forbidden phrase is named and underlined before it is sent', async () => {
  const { wrapper, write } = composer('');
  await write('我不 知道');
  expect(wrapper.text()).toContain('含有禁用语“不知道”');
  expect(wrapper.get('mark').text()).toBe('不 知道');
});

test('a file that would be refused is not uploaded, and it is said what would be taken', async () => {
  const { wrapper, field } = composer('');
  const drop = (file: File) => field.trigger('paste', { clipboardData: { files: [file] } });
  await drop(new File(['x'], 'a.exe'));
  expect(wrapper.emitted('attach')).toBeUndefined();
  expect(wrapper.text()).toContain('a.exe 没有发');
  expect(wrapper.text()).toContain('jpg png');
  await drop(new File(['x'], 'a.png'));
  expect(wrapper.emitted('attach')).toHaveLength(1);
});
