// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { shallowRef } from 'vue';
import { afterEach, expect, test, vi } from 'vitest';
import DutyBanner from '@/apps/console/duty/DutyBanner.vue';
import HangUpDialog from '@/apps/console/duty/HangUpDialog.vue';
import StateButton from '@/apps/console/duty/StateButton.vue';
import type { Duty } from '@/composables/useDuty';
import { offline, type Availability } from '@/state/availability';
import { emptyWorkbench } from '@/state/workbench';
import { show } from '../../ui/mounting';

const MINUTE = 60_000;
const HUNG_UP: Availability = { ...offline, state: 'HUNG_UP', since: 0, until: 10 * MINUTE };

afterEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
});

const dutyWith = (awayText: string) => ({
  seat: shallowRef({ kind: 'there', body: { awayText } }),
  hangUp: vi.fn<Duty['hangUp']>(() => Promise.resolve(null)),
  askTime: vi.fn<Duty['askTime']>(() => Promise.resolve(null)),
  set: vi.fn<Duty['set']>(() => Promise.resolve(null)),
  timeAsked: shallowRef(null),
  dialog: shallowRef(null),
});

async function opened(duty: ReturnType<typeof dutyWith>) {
  const wrapper = show(HangUpDialog, { duty, granted: 0 });
  const { vm } = wrapper;
  if (!('open' in vm) || typeof vm.open !== 'function') {
    throw new Error('the dialog cannot be opened');
  }
  vm.open();
  await flushPromises();
  return wrapper;
}

test('the clock of a hang-up turns amber, then red, and says so in words', async () => {
  const wrapper = show(StateButton, { availability: HUNG_UP, now: MINUTE, disabled: false });
  const button = wrapper.get('button.state');
  expect(button.text()).toContain('挂起');
  expect(button.text()).toContain('09:00');
  await wrapper.setProps({ now: 8.5 * MINUTE });
  expect(button.classes()).toContain('soon');
  expect(button.text()).toContain('01:30');
  await wrapper.setProps({ now: 11 * MINUTE });
  expect(button.classes()).toContain('over');
  expect(button.text()).toContain('已超时');
});

test('a hang-up says why, for how long, and what buyers are told', async () => {
  const duty = dutyWith('马上回来');
  const wrapper = await opened(duty);
  expect(wrapper.get('button[type="submit"]').attributes('disabled')).toBeDefined();
  await wrapper.get('input[type="radio"]').trigger('change');
  await wrapper.get('form').trigger('submit');
  await flushPromises();
  expect(duty.hangUp).toHaveBeenCalledWith({ reason: '去洗手间', minutes: 5, away: '马上回来' });
});

test('for more than the limit a supervisor is asked, for what is beyond it', async () => {
  const duty = dutyWith('');
  const wrapper = await opened(duty);
  await wrapper.get('input[type="radio"]').trigger('change');
  expect(wrapper.get('button[type="submit"]').attributes('disabled')).toBeDefined();
  await wrapper.get('input[type="number"]').setValue(15);
  expect(wrapper.text()).toContain('要先由主管同意');
  await wrapper.get('form').trigger('submit');
  await flushPromises();
  expect(duty.askTime).toHaveBeenCalledWith({ reason: '去洗手间', minutes: 5 });
  expect(duty.hangUp).not.toHaveBeenCalled();
});

test('who is overdue is back online in one click', async () => {
  const duty = dutyWith('');
  const bench = shallowRef({ ...emptyWorkbench, availability: { ...HUNG_UP, state: 'OVERDUE' } });
  const desk = { bench, deskNow: shallowRef(3 * MINUTE), duty };
  const wrapper = show(DutyBanner, { desk, person: 'qing' });
  const notice = wrapper.get('[role="alert"]');
  expect(notice.text()).toContain('挂起已超时');
  expect(notice.text()).toContain('03:00');
  await notice.get('button').trigger('click');
  expect(duty.set).toHaveBeenCalledWith('ONLINE');
});
