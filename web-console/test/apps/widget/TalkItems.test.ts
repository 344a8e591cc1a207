// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { FrameLogged } from '@/protocol/frames';
import { applyEvent, applySignal, emptyTranscript, failed, posted } from '@/state/transcript';
import MessageList from '@/ui/MessageList.vue';
import { show } from './mounting';

const NOON = Date.UTC(2026, 0, 5, 4);
const event = (seq: number, what: FrameLogged['event'], ts = NOON + seq): FrameLogged => ({
  type: 'event',
  topic: 'c:a:buyer',
  seq,
  id: `id-${String(seq)}`,
  ts,
  event: what,
});
const said = (seq: number, author: string, text: string, ts?: number): FrameLogged =>
  event(seq, { type: 'message.posted', author, text }, ts);
const talk = [
  event(1, {
    type: 'conversation.opened',
    shop: 'demo',
    group: 'g',
    buyer: { id: 'b1', name: null },
    previous: null,
  }),
  said(2, 'buyer', '在吗'),
  event(3, { type: 'conversation.assigned', agent: { id: 'mei', name: '小美' } }),
  said(4, 'agent:mei', '在的'),
].reduce(applyEvent, emptyTranscript);
const list = (shown = talk, side = 'buyer') =>
  show(MessageList, {
    talk: shown,
    side,
    label: '聊天记录',
    typing: false,
    nameOf: (author: string) => author,
  });

test('own words stand on the own side', () => {
  const texts = (side: string) =>
    list(talk, side)
      .findAll('.own .text')
      .map((bubble) => bubble.text());
  expect(texts('buyer')).toEqual(['在吗']);
  expect(texts('agent')).toEqual(['在的']);
});

test('what people wrote is text, whatever it looks like', () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const wrapper = list(applyEvent(talk, said(5, 'buyer', hostile)));
  expect(wrapper.find('img, script').exists()).toBe(false);
  expect(wrapper.text()).toContain(hostile);
});

test('an address in what people wrote can be followed, and gives nothing away', () => {
  const wrapper = list(applyEvent(talk, said(5, 'buyer', '看 https://example.com/a。\njavascript:alert(1)')));
  const link = wrapper.get('.text a');
  expect(wrapper.findAll('.text a')).toHaveLength(1);
  expect(link.text()).toBe('https://example.com/a');
  expect(link.attributes()).toMatchObject({
    href: 'https://example.com/a',
    target: '_blank',
    rel: 'noopener noreferrer nofollow ugc',
  });
  expect(wrapper.findAll('.text').at(-1)?.element.textContent).toBe(
    '看 https://example.com/a。\njavascript:alert(1)',
  );
});

test('the last of the own words says whether it was read', () => {
  expect(list().text()).toContain('未读');
  expect(list(applySignal(talk, { type: 'read', author: 'agent:mei', seq: 2 }, 0)).text()).toContain('已读');
});

test('what was not sent says why, and can be sent again or dropped', async () => {
  const pending = { ref: 'mine', text: '还在吗', madeAt: NOON, failed: null };
  const waiting = list(posted(talk, pending));
  expect(waiting.text()).toContain('发送中');
  const wrapper = list(failed(posted(talk, pending), 'mine', 'CLOSED'));
  expect(wrapper.text()).toContain('会话已结束');
  const [again, drop] = wrapper.findAll('.link');
  await again?.trigger('click');
  await drop?.trigger('click');
  expect(wrapper.emitted('again')).toEqual([[{ ...pending, failed: 'CLOSED' }]]);
  expect(wrapper.emitted('drop')).toEqual([['mine']]);
});

test('a new day and a change of hands are told between the words', () => {
  const wrapper = list(applyEvent(talk, said(5, 'buyer', '早', NOON + 24 * 3600 * 1000)));
  const turns = wrapper.findAll('.turn').map((turn) => turn.text());
  expect(turns).toHaveLength(3);
  expect(turns[1]).toBe('小美 为您服务');
});

test('the software says when it speaks itself', () => {
  expect(list(applyEvent(talk, said(5, 'desk', '稍后回复'))).text()).toContain('自动回复');
});

test('new words are announced to screen readers', () => {
  const log = list().get('[role="log"]');
  expect(log.attributes('aria-live')).toBe('polite');
  expect(log.attributes('aria-label')).toBe('聊天记录');
});
