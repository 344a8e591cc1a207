// @vitest-environment happy-dom
import { effectScope, nextTick, shallowRef } from 'vue';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import NoticeSettings from '@/apps/console/alerts/NoticeSettings.vue';
import SoundPrompt from '@/apps/console/alerts/SoundPrompt.vue';
import type { BellState } from '@/apps/console/alerts/Bell';
import { useMentions } from '@/apps/console/alerts/useMentions';
import { useNotifications, type Permission } from '@/apps/console/alerts/useNotifications';
import { SETTINGS, type OwnSettings } from '@/composables/useSettings';
import { usual, type Settings } from '@/state/settings';
import { emptyWorkbench } from '@/state/workbench';
import { show } from '../../ui/mounting';

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function own(settings: Partial<Settings> = {}): OwnSettings {
  const held = shallowRef<Settings>({ ...usual, ...settings });
  return {
    settings: held,
    change: (what) => {
      held.value = { ...held.value, ...what };
    },
  };
}

function promptOf(state: BellState, settings = own()) {
  const held = shallowRef(state);
  const test = vi.fn(() => {
    held.value = 'ready';
    return Promise.resolve();
  });
  const bell = { state: held, ring: () => undefined, test };
  const open = () => show(SoundPrompt, { person: 'qing', bell }, 'zh-CN', { [SETTINGS]: settings });
  return { wrapper: open(), open, test, settings };
}

test('a blocked sound says so, rings by a click, and asks whether it was heard', async () => {
  const { wrapper, open, test: ring } = promptOf('blocked');
  expect(wrapper.text()).toContain('浏览器还没允许提示音');
  await wrapper.get('button').trigger('click');
  expect(ring).toHaveBeenCalledWith(usual.volume);
  await nextTick();
  expect(wrapper.text()).toContain('听到了吗');
  await wrapper.get('.primary').trigger('click');
  expect(wrapper.find('.prompt').exists()).toBe(false);
  expect(open().find('.prompt').exists()).toBe(false);
});

test('the sound is tried again after the next signing in', async () => {
  const { wrapper, open } = promptOf('ready');
  await wrapper.get('button').trigger('click');
  await nextTick();
  await wrapper.get('.primary').trigger('click');
  wrapper.unmount();
  expect(open().text()).toContain('开始接待前');
});

test('who wants no sound is not asked to hear it', async () => {
  const { wrapper, settings } = promptOf('blocked');
  await wrapper.findAll('button').at(-1)?.trigger('click');
  expect(settings.settings.value.sound).toBe(false);
  expect(wrapper.find('.prompt').exists()).toBe(false);
});

function noticesOf(permission: Permission, answer: Permission = 'granted') {
  const held = shallowRef(permission);
  const ask = vi.fn(() => {
    held.value = answer;
    return Promise.resolve();
  });
  const notifications = { permission: held, ask, show: () => undefined, take: () => undefined };
  const settings = own();
  const wrapper = show(NoticeSettings, { notifications }, 'zh-CN', { [SETTINGS]: settings });
  return { wrapper, ask, settings };
}

test('the browser is asked by the switch and by nothing else', async () => {
  const { wrapper, ask, settings } = noticesOf('default');
  expect(ask).not.toHaveBeenCalled();
  await wrapper.get('input').setValue(true);
  expect(ask).toHaveBeenCalledOnce();
  await vi.waitFor(() => {
    expect(settings.settings.value.notifications).toBe(true);
  });
});

test('a refusal leaves the switch off, and says where to mend it', async () => {
  const { wrapper, settings } = noticesOf('default', 'denied');
  await wrapper.get('input').setValue(true);
  await nextTick();
  expect(settings.settings.value.notifications).toBe(false);
  expect(wrapper.text()).toContain('浏览器已拒绝');
});

test('a newer notice takes the place of the older one, and one that was seen goes', () => {
  const open: string[] = [];
  class FakeNotification {
    static readonly permission = 'granted';
    onclick: (() => void) | undefined;
    constructor(
      readonly title: string,
      readonly options: { readonly tag: string },
    ) {
      open.push(title);
    }
    close(): void {
      open.splice(open.indexOf(this.title), 1);
    }
  }
  vi.stubGlobal('Notification', FakeNotification);
  const scope = effectScope();
  scope.run(() => {
    const { show: tell, take } = useNotifications(() => undefined);
    tell({ place: 'a', title: '一', text: '' });
    tell({ place: 'a', title: '二', text: '' });
    tell({ place: 'b', title: '三', text: '' });
    expect(open).toEqual(['二', '三']);
    take('a');
    expect(open).toEqual(['三']);
  });
  scope.stop();
  expect(open).toEqual([]);
});

test('a mention that was looked at stays so after a reload', () => {
  const mention = (seq: number) => ({
    seq,
    by: 'ci',
    shown: { conversation: 'a', shop: 's', group: 'g', buyer: { id: 'b', name: null } },
  });
  const bench = shallowRef({ ...emptyWorkbench, mentions: [mention(3), mention(7)] });
  const unseen = (act?: (mentions: ReturnType<typeof useMentions>) => void): readonly number[] =>
    effectScope().run(() => {
      const mentions = useMentions('qing', bench);
      act?.(mentions);
      return mentions.unseen.value.map(({ seq }) => seq);
    }) ?? [];
  expect(unseen()).toEqual([3, 7]);
  expect(
    unseen(({ seen }) => {
      seen(mention(3));
    }),
  ).toEqual([7]);
  expect(unseen()).toEqual([7]);
});
