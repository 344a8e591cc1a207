// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { effectScope } from 'vue';
import { afterEach, expect, test, vi } from 'vitest';
import CloseDialog from '@/apps/console/talk/CloseDialog.vue';
import MaskedText from '@/apps/console/talk/MaskedText.vue';
import { replyReasons } from '@/apps/console/talk/replyReasons';
import SaidRow from '@/apps/console/talk/SaidRow.vue';
import { transcriptRows } from '@/apps/console/talk/transcriptRows';
import { useDrafts, type Drafts } from '@/apps/console/useDrafts';
import { offencesOf } from '@/state/forbidden';
import { applyEvent, emptyTranscript } from '@/state/transcript';
import { logged } from '../../state/logs';
import { show } from '../../ui/mounting';

afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

test('a number is shown whole only after the desk has recorded who asked', async () => {
  const asked = vi.fn(() => Promise.resolve(new Response('{"text":"13812345678"}')));
  vi.stubGlobal('fetch', asked);
  const wrapper = show(MaskedText, { text: '电话13812345678', conversation: 'c1', seq: 4 });
  expect(wrapper.text()).toBe('电话138****5678');
  await wrapper.get('button').trigger('click');
  await flushPromises();
  expect(asked).toHaveBeenCalledWith(
    '/api/v1/conversations/c1/reveals',
    expect.objectContaining({ method: 'POST', body: '{"seq":4,"what":"PHONE"}' }),
  );
  expect(wrapper.text()).toBe('电话13812345678');
});

test('what the desk does not record stays masked', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"code":"FORBIDDEN"}', { status: 403 })));
  const wrapper = show(MaskedText, { text: '电话13812345678', conversation: 'c1', seq: 4 });
  await wrapper.get('button').trigger('click');
  await flushPromises();
  expect(wrapper.text()).toBe('电话138****5678');
});

test('the words of a refusal that names what was wrong are shown at the bubble', () => {
  const item = {
    kind: 'said',
    key: 'r',
    seq: null,
    author: 'agent:',
    own: true,
    body: { type: 'text', text: '不知道' },
    ts: 1,
    first: false,
    state: 'failed',
    failed: 'FORBIDDEN_PHRASE',
    words: '含有禁用语“不知道”。',
  };
  const wrapper = show(SaidRow, { item, name: '我', conversation: 'c1', mine: false, cut: false });
  expect(wrapper.get('[role="alert"]').text()).toContain('含有禁用语“不知道”');
});

test('what the desk said by itself says why', () => {
  const notes = [
    logged(1, { type: 'reply.explained', seq: 4, kind: 'KEYWORD', rule: 'complaint', trigger: '投诉' }),
  ];
  const because = replyReasons(notes, (key, values) => `${key} ${String(values?.['trigger'])}`);
  expect([...because]).toEqual([[4, 'console.talk.because.KEYWORD 投诉']]);
  const item = {
    kind: 'said',
    key: 'r',
    seq: 4,
    author: 'desk',
    own: false,
    body: { type: 'text', text: '请说说情况' },
    ts: 1,
    first: false,
    state: null,
    failed: null,
    words: '',
  };
  const shown = { item, name: '', conversation: 'c1', mine: false, cut: false, because: '客服挂起中' };
  expect(show(SaidRow, shown).text()).toContain('自动回复 · 客服挂起中');
});

test('notes stand among what was said by their time', () => {
  const talk = [1, 2, 3]
    .map((seq) => logged(seq, { type: 'message.posted', author: 'buyer', text: String(seq) }))
    .reduce(applyEvent, emptyTranscript);
  const line = { id: 'n', ts: 2500, who: '阿陶', pieces: [] };
  expect(transcriptRows(talk, [line]).map(({ kind }) => kind)).toEqual([
    'day',
    'said',
    'said',
    'note',
    'said',
  ]);
});

test('the thanks are offered as they were written the last time', async () => {
  const wrapper = show(CloseDialog, { person: 'qing', name: '安娜', findOffences: offencesOf(['慢走不送']) });
  const ask = wrapper.vm.$.exposed?.['ask'];
  expect(typeof ask).toBe('function');
  ask?.();
  await wrapper.vm.$nextTick();
  const field = () => wrapper.get('textarea');
  expect(field().element.value).toContain('感谢您的咨询');
  await field().setValue('慢走不送');
  expect(wrapper.get('mark').text()).toBe('慢走不送');
  await field().setValue('慢走');
  expect(wrapper.find('mark').exists()).toBe(false);
  await wrapper.get('form').trigger('submit');
  expect(wrapper.emitted('close')).toEqual([['慢走']]);
  ask?.();
  await wrapper.vm.$nextTick();
  expect(field().element.value).toBe('慢走');
});

const drafts = (person: string): Drafts => {
  const own = effectScope().run(() => useDrafts(person));
  if (own === undefined) {
    throw new Error('the scope has ended');
  }
  return own;
};

test('a draft is there in the next tab, each for its own conversation', () => {
  drafts('qing').of('a').value = '有的，我找找';
  drafts('qing').of('a', 'note').value = '问仓库';
  expect(drafts('qing').of('a').value).toBe('有的，我找找');
  expect(drafts('qing').of('a', 'note').value).toBe('问仓库');
  expect(drafts('qing').of('b').value).toBe('');
  expect(drafts('tao').of('a').value).toBe('');
});

test('a draft goes on in whichever tab is open, and no tab undoes what another has written since', () => {
  const here = drafts('qing').of('a');
  here.value = '有';
  const key = localStorage.key(0) ?? '';
  const heard = (newValue: string | null): boolean =>
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
  localStorage.setItem(key, '有的，我找找');
  heard('有的');
  expect(here.value).toBe('有的，我找找');
  expect(localStorage.getItem(key)).toBe('有的，我找找');
  localStorage.removeItem(key);
  heard(null);
  expect(here.value).toBe('');
});
