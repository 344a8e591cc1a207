// @vitest-environment happy-dom
import { computed, nextTick, shallowRef } from 'vue';
import { expect, test, vi } from 'vitest';
import { CIRCLE } from '@/composables/useCircle';
import { PHRASES, type Phrases } from '@/composables/usePhrases';
import NotePad from '@/apps/console/side/NotePad.vue';
import PhrasesTab from '@/apps/console/side/PhrasesTab.vue';
import SideTabs from '@/apps/console/side/SideTabs.vue';
import type { Phrase } from '@/protocol/desk';
import type { FrameLogged } from '@/protocol/frames';
import type { Role } from '@/protocol/frames';
import { show } from '../../ui/mounting';

const me = (role: Role) => ({ id: 'qing', name: 'qing', displayName: '小青', role, desk: 'demo' });

test('tabs are one stop, and arrows move and choose', async () => {
  const wrapper = show(SideTabs, {
    label: '资料',
    tabs: ['a', 'b', 'c'].map((id) => ({ id, name: id })),
    modelValue: 'a',
    'onUpdate:modelValue': (modelValue: string) => wrapper.setProps({ modelValue }),
  });
  const chosen = (): string | undefined => wrapper.get('[aria-selected="true"]').attributes('id');
  const press = async (key: string): Promise<void> => {
    await wrapper.get('[role="tablist"]').trigger('keydown', { key });
    await nextTick();
  };
  expect(wrapper.findAll('[tabindex="0"]')).toHaveLength(1);
  await press('ArrowLeft');
  expect(chosen()).toBe('side-tab-c');
  await press('ArrowRight');
  expect(chosen()).toBe('side-tab-a');
  await press('End');
  expect(chosen()).toBe('side-tab-c');
  expect(document.activeElement?.id).toBe('side-tab-c');
  expect(wrapper.findAll('[tabindex="0"]')).toHaveLength(1);
});

const phrase = (id: string, scope: Phrase['scope'], text: string): Phrase => ({
  id,
  scope,
  group: null,
  code: id,
  text,
  folder: '问候',
});

function phrasesOf(role: Role, refuse: string | null = null) {
  const all = [phrase('hi', 'DESK', '{买家昵称}您好'), phrase('mine', 'OWN', '我的')];
  const problem = refuse === null ? null : { status: 409, code: refuse, detail: '' };
  const write = vi.fn<Phrases['write']>(() => Promise.resolve(problem));
  const remove = vi.fn<Phrases['remove']>(() => Promise.resolve(problem));
  const phrases: Phrases = {
    asked: shallowRef({ kind: 'there' as const, body: all }),
    again: () => undefined,
    write,
    remove,
  };
  const wrapper = show(
    PhrasesTab,
    {
      me: me(role),
      groups: [{ id: 'g', name: '售前' }],
      facts: { buyer: '小雨', agent: '小青', order: null },
      canInsert: true,
    },
    'zh-CN',
    { [PHRASES]: phrases },
  );
  return { wrapper, write, remove };
}

test('a phrase goes to the composer with its variables put in', async () => {
  const { wrapper } = phrasesOf('AGENT');
  await wrapper.get('.words').trigger('click');
  expect(wrapper.emitted('insert')).toEqual([['小雨您好']]);
});

test('an agent changes the own phrases only, who leads all of them', () => {
  expect(phrasesOf('AGENT').wrapper.findAll('.row .icon')).toHaveLength(1);
  expect(phrasesOf('SUPERVISOR').wrapper.findAll('.row .icon')).toHaveLength(2);
});

test('a new phrase is written as the agent’s own', async () => {
  const { wrapper, write } = phrasesOf('AGENT');
  await wrapper.get('.bar .icon').trigger('click');
  expect(wrapper.find('select').exists()).toBe(false);
  await wrapper.get('textarea').setValue(' 稍等 ');
  await wrapper.get('form .pair input').setValue('sd');
  await wrapper.get('form').trigger('submit');
  const written = { scope: 'OWN', group: null, code: 'sd', text: '稍等', folder: '' };
  expect(write).toHaveBeenCalledWith(null, written);
  await nextTick();
  expect(wrapper.find('form').exists()).toBe(false);
});

test('a phrase that is refused stays in the form, and says why', async () => {
  const { wrapper } = phrasesOf('AGENT', 'INVALID');
  await wrapper.get('.row .icon').trigger('click');
  await wrapper.get('form').trigger('submit');
  await vi.waitFor(() => {
    expect(wrapper.get('[role="alert"]').text()).toContain('填写的内容不符合要求');
  });
  expect(wrapper.find('form').exists()).toBe(true);
});

test('a phrase is deleted where it is edited', async () => {
  const { wrapper, remove } = phrasesOf('AGENT');
  await wrapper.get('.row .icon').trigger('click');
  await wrapper.get('.bad').trigger('click');
  expect(remove).toHaveBeenCalledWith('mine');
});

const note = (seq: number, event: FrameLogged['event']): FrameLogged => ({
  type: 'event',
  topic: 'c:a:staff',
  seq,
  id: `id-${String(seq)}`,
  ts: seq,
  event,
});
const circle = computed(() => ({
  groups: [],
  colleagues: [
    { id: 'qing', name: '小青' },
    { id: 'ci', name: '小瓷' },
  ],
}));
const pad = (notes: readonly FrameLogged[] = []) =>
  show(NotePad, { notes, me: me('AGENT') }, 'zh-CN', { [CIRCLE]: circle });

test('a note tells those who are named in it, but never oneself', async () => {
  const wrapper = pad();
  await wrapper.get('textarea').setValue('@小瓷 和 @小青 看一下');
  expect(wrapper.text()).toContain('会提醒：小瓷');
  await wrapper.get('textarea').trigger('keydown', { key: 'Enter' });
  expect(wrapper.emitted('note')).toEqual([['@小瓷 和 @小青 看一下', ['ci']]]);
});

test('an Enter that only picks a word saves nothing', async () => {
  const wrapper = pad();
  await wrapper.get('textarea').setValue('nihao');
  await wrapper.get('textarea').trigger('keydown', { key: 'Enter', isComposing: true });
  expect(wrapper.emitted('note')).toBeUndefined();
});

test('names stand out in notes, authors are called by their names, and who looked is on record', () => {
  const wrapper = pad([
    note(1, { type: 'note.posted', author: 'agent:ci', text: '@小青 请跟进', mentions: ['qing'] }),
    note(2, { type: 'sensitive.revealed', by: 'ci', seq: null, what: 'CONTACT' }),
    note(3, { type: 'recalled.shown', by: 'ci', seq: 4 }),
  ]);
  expect(wrapper.get('mark').text()).toBe('@小青');
  expect(wrapper.findAll('li').map((line) => line.get('.text').text())).toEqual([
    '@小青 请跟进',
    '小瓷 查看了联系方式',
    '小瓷 查看了撤回的原文',
  ]);
  expect(wrapper.get('li .meta').text()).toContain('小瓷');
});
