// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import FileOnItsWay from '@/apps/widget/FileOnItsWay.vue';
import TalkItems from '@/apps/widget/TalkItems.vue';
import TalkList from '@/apps/widget/TalkList.vue';
import type { FrameLogged } from '@/protocol/frames';
import { applyEvent, emptyTranscript } from '@/state/transcript';
import { show } from '../../ui/mounting';

const NOON = Date.UTC(2026, 0, 5, 4);
const event = (seq: number, what: FrameLogged['event']): FrameLogged => ({
  type: 'event',
  topic: 'c:a:buyer',
  seq,
  id: `id-${String(seq)}`,
  ts: NOON + seq,
  event: what,
});
const said = (seq: number, author: string, text: string): FrameLogged =>
  event(seq, { type: 'message.posted', author, text });
const talk = [said(1, 'buyer', '在吗'), said(2, 'agent:mei', '在的')].reduce(applyEvent, emptyTranscript);

const items = (props: Record<string, unknown> = {}) =>
  show(TalkItems, {
    talk,
    tookBack: new Map(),
    typing: false,
    now: NOON + 1000,
    nameOf: (author: string) => author,
    ...props,
  });

test('one takes back own words only, for two minutes, while the conversation is open', async () => {
  const fresh = items();
  expect(fresh.findAll('.back')).toHaveLength(1);
  await fresh.get('.back').trigger('click');
  expect(fresh.emitted('takeBack')).toEqual([[talk.lines[0]]]);
  expect(
    items({ now: NOON + 2 * 60 * 1000 + 1 })
      .find('.back')
      .exists(),
  ).toBe(false);
  const closed = applyEvent(talk, event(3, { type: 'conversation.closed', by: 'desk', ratingAsked: false }));
  expect(items({ talk: closed }).find('.back').exists()).toBe(false);
});

test('what was taken back can be written anew, by whom it was said', async () => {
  const recalled = applyEvent(talk, event(3, { type: 'message.recalled', author: 'buyer', seq: 1 }));
  const after = items({ talk: recalled, tookBack: new Map([['id-1', '在吗']]) });
  expect(after.text()).toContain('已撤回一条消息');
  expect(after.text()).not.toContain('在吗');
  await after.get('.link').trigger('click');
  expect(after.emitted('rewrite')).toEqual([['在吗']]);
});

test('what people wrote is text, whatever it looks like', () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const shown = items({ talk: applyEvent(talk, said(3, 'agent:mei', hostile)) });
  expect(shown.find('img, script').exists()).toBe(false);
  expect(shown.text()).toContain(hostile);
});

test('a file on its way says how far it is, and can be cancelled or sent again', async () => {
  const file = {
    ref: 'r',
    file: new File(['x'], 'cup.png'),
    preview: null,
    share: 0.4,
    failed: null,
    taken: false,
  };
  const sending = show(FileOnItsWay, { sending: file });
  expect(sending.get('progress').attributes('value')).toBe('0.4');
  await sending.get('.link').trigger('click');
  expect(sending.emitted('cancel')).toHaveLength(1);
  const refused = show(FileOnItsWay, { sending: { ...file, failed: 'FILE_TYPE' } });
  expect(refused.get('[role=alert]').text()).toContain('不收这种文件');
  await refused.get('.link').trigger('click');
  expect(refused.emitted('again')).toHaveLength(1);
});

test('new words are announced to screen readers, and earlier ones asked for', async () => {
  let asked = 0;
  const shown = show(TalkList, {
    talk,
    more: 0,
    tookBack: new Map(),
    typing: false,
    now: NOON,
    hasEarlier: true,
    nameOf: (author: string) => author,
    earlier: () => {
      asked += 1;
      return Promise.resolve();
    },
  });
  const log = shown.get('[role="log"]');
  expect(log.attributes('aria-live')).toBe('polite');
  await vi.waitFor(() => {
    expect(log.text()).toContain('在的');
  });
  await shown.get('.earlier').trigger('click');
  expect(asked).toBe(1);
});
