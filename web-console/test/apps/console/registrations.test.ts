// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { computed, nextTick, shallowRef } from 'vue';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import RegisterDialog from '@/apps/console/registrations/RegisterDialog.vue';
import RegisteredToasts from '@/apps/console/registrations/RegisteredToasts.vue';
import RegistrationRow from '@/apps/console/registrations/RegistrationRow.vue';
import { CIRCLE } from '@/composables/useCircle';
import { REGISTRATIONS, type Registrations } from '@/composables/useRegistrations';
import type { Circle } from '@/protocol/desk';
import type { Registration } from '@/protocol/registrations';
import type { Told } from '@/state/registrations';
import type { Shown } from '@/state/roster';
import { emptyWorkbench } from '@/state/workbench';
import { show } from '../../ui/mounting';

const TEA: Circle = {
  groups: [{ id: 'aftersales', name: '售后' }],
  shops: [{ id: 'demo', name: '小二茶具' }],
  colleagues: [{ id: 'qing', name: '小青' }],
};
const TALK: Shown = {
  conversation: 'c1',
  shop: 'demo',
  group: 'presales',
  buyer: { id: 'b1', name: '安娜' },
};
const ROW: Registration = {
  id: 'r1',
  shop: 'demo',
  group: 'aftersales',
  by: { id: 'qing', name: '小青' },
  question: '回我 13812345678',
  contact: '1*********8',
  at: 0,
};
const REFUSED = { status: 400, code: 'INVALID', detail: '' };

beforeEach(() => {
  const shop = {
    shop: 'demo',
    name: '小二茶具',
    groups: [
      { id: 'presales', name: { zh: '售前', en: 'Before' }, onDuty: 2 },
      { id: 'aftersales', name: { zh: '售后', en: 'After' }, onDuty: 0 },
    ],
  };
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(shop))));
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const registrations = (news: readonly Told[] = []) => ({
  news: computed(() => news),
  registering: shallowRef<Shown | null>(null),
  written: shallowRef<string | null>(null),
  seen: vi.fn<Registrations['seen']>(),
  register: vi.fn<Registrations['register']>(() => Promise.resolve(null)),
  contactOf: vi.fn<Registrations['contactOf']>(() => Promise.resolve({ ok: true, body: '13812345678' })),
});
const provided = (given: ReturnType<typeof registrations>) => ({
  [REGISTRATIONS]: given,
  [CIRCLE]: computed(() => TEA),
});

async function opened(given = registrations()) {
  const desk = { bench: shallowRef(emptyWorkbench) };
  const wrapper = show(RegisterDialog, { desk }, 'zh-CN', provided(given));
  given.registering.value = TALK;
  await nextTick();
  await flushPromises();
  return { wrapper, given };
}

test('a question is written down for a group of the shop, and that is said', async () => {
  const { wrapper, given } = await opened();
  const [shop, group] = wrapper.findAll('select');
  expect(shop?.element.value).toBe('demo');
  expect(group?.findAll('option').map((one) => one.text())).toEqual([
    '请选择',
    '售前（2 人在岗）',
    '售后（没有人在岗）',
  ]);
  await wrapper.get('textarea').setValue(' 发票呢 ');
  expect(wrapper.get('.primary').attributes('disabled')).toBeDefined();
  await group?.setValue('aftersales');
  await wrapper.get('form').trigger('submit');
  await flushPromises();
  expect(given.register).toHaveBeenCalledWith({
    shop: 'demo',
    group: 'aftersales',
    question: '发票呢',
    contact: null,
    conversation: 'c1',
  });
  expect(given.written.value).toBe('售后');
  expect(given.registering.value).toBeNull();
});

test('what was refused says so in words, and what was written stays', async () => {
  const given = registrations();
  given.register.mockResolvedValue(REFUSED);
  const { wrapper } = await opened(given);
  await wrapper.get('textarea').setValue('发票呢');
  await wrapper.findAll('select')[1]?.setValue('aftersales');
  await wrapper.get('input').setValue('13812345678');
  await wrapper.get('form').trigger('submit');
  await flushPromises();
  expect(wrapper.get('[role="alert"]').text()).toBe('没有成功：填写的内容不符合要求');
  expect(wrapper.get('textarea').element.value).toBe('发票呢');
  expect(given.written.value).toBeNull();
});

test('groups that do not come are asked for again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('away')));
  const { wrapper } = await opened();
  expect(wrapper.get('[role="alert"]').text()).toContain('连不上服务器');
});

test('the question and the contact are masked; the contact is shown when somebody asks', async () => {
  const given = registrations();
  const wrapper = show(
    RegistrationRow,
    { registration: ROW, where: '小二茶具 · 售后', done: false, finish: () => Promise.resolve(null) },
    'zh-CN',
    provided(given),
  );
  expect(wrapper.text()).toContain('回我 138****5678');
  expect(wrapper.text()).toContain('1*********8');
  expect(given.contactOf).not.toHaveBeenCalled();
  const eye = wrapper.get('.contact button');
  await eye.trigger('click');
  await flushPromises();
  expect(wrapper.get('.contact').text()).toContain('13812345678');
  await eye.trigger('click');
  expect(wrapper.text()).not.toContain('13812345678');
  expect(given.contactOf).toHaveBeenCalledTimes(1);
});

test('what could not be marked as done says why', async () => {
  const wrapper = show(
    RegistrationRow,
    { registration: ROW, where: '', done: false, finish: () => Promise.resolve(REFUSED) },
    'zh-CN',
    provided(registrations()),
  );
  await wrapper.get('.finish').trigger('click');
  await flushPromises();
  expect(wrapper.get('[role="alert"]').text()).toContain('没有成功');
  expect(wrapper.get('.finish').attributes('disabled')).toBeUndefined();
});

test('members are told who asks for which group, and what', async () => {
  const told: Told = {
    seq: 3,
    registration: 'r1',
    shop: 'demo',
    group: 'aftersales',
    by: 'qing',
    question: ROW.question,
  };
  const given = registrations([told]);
  const wrapper = show(RegisteredToasts, {}, 'zh-CN', provided(given));
  expect(wrapper.text()).toContain('小青 替 小二茶具 · 售后 记下一个问题');
  expect(wrapper.text()).toContain('回我 138****5678');
  await wrapper.get('.toast .button').trigger('click');
  expect(given.seen).toHaveBeenCalledWith(told);
  expect(wrapper.emitted('open')).toHaveLength(1);
});
