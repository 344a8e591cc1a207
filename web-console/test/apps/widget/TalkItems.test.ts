// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import TalkItems from '@/apps/widget/TalkItems.vue';
import type { FrameLogged } from '@/protocol/frames';
import { applyEvent, applySignal, emptyTranscript, failed, posted } from '@/state/transcript';
import { itemsOf } from '@/ui/items';
import { show } from '../../ui/mounting';

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
    about: null,
  }),
  said(2, 'buyer', '在吗'),
  event(3, { type: 'conversation.assigned', agent: { id: 'mei', name: '小美' } }),
  said(4, 'agent:mei', '在的'),
].reduce(applyEvent, emptyTranscript);
const items = (shown = talk) =>
  show(TalkItems, {
    talk: shown,
    tookBack: new Map(),
    typing: false,
    now: NOON,
    nameOf: (author: string) => author,
  });

test('own words stand on the own side', () => {
  const own = items()
    .findAll('.own .text')
    .map((bubble) => bubble.text());
  expect(own).toEqual(['在吗']);
});

test('what a buyer asks about stands before the words, which go on from it', async () => {
  const card = {
    type: 'product',
    id: 'cup',
    name: '白瓷盖碗',
    price: 12_800,
    picture: null,
    url: null,
  } as const;
  const [opened, ...rest] = talk.lines;
  const about = opened?.event.type === 'conversation.opened' ? { ...opened.event, about: [card] } : undefined;
  const lines = about === undefined ? [] : [event(1, about), ...rest];
  const shown = items({ ...talk, lines });
  await vi.waitFor(() => {
    expect(shown.findAll('.own').map((bubble) => bubble.text())).toEqual([
      expect.stringContaining('白瓷盖碗'),
      expect.stringContaining('在吗'),
    ]);
  });
  const said = itemsOf({ ...talk, lines }, 'agent').filter((item) => item.kind === 'said');
  expect(said.map(({ first }) => first)).toEqual([true, false, true]);
});

test('an address in what people wrote can be followed, and gives nothing away', async () => {
  const text = '看 https://example.com/a。\njavascript:alert(1)';
  const shown = items(applyEvent(talk, said(5, 'buyer', text)));
  const link = await vi.waitFor(() => shown.get('.text a'));
  expect(shown.findAll('.text a')).toHaveLength(1);
  expect(link.text()).toBe('https://example.com/a');
  expect(link.attributes()).toMatchObject({
    href: 'https://example.com/a',
    title: 'https://example.com/a',
    target: '_blank',
    rel: 'noopener noreferrer nofollow ugc',
  });
  expect(shown.findAll('.text').at(-1)?.element.textContent).toBe(text);
});

test('the last of the own words says whether it was read', () => {
  expect(items().text()).toContain('未读');
  const read = applySignal(talk, { type: 'read', author: 'agent:mei', seq: 2 }, 0);
  expect(items(read).text()).toContain('已读');
});

test('what was not sent says why, and can be sent again or dropped', async () => {
  const pending = { ref: 'mine', text: '还在吗', madeAt: NOON, failed: null };
  expect(items(posted(talk, pending)).text()).toContain('发送中');
  const shown = items(failed(posted(talk, pending), 'mine', 'CLOSED'));
  expect(shown.text()).toContain('会话已结束');
  const [again, drop] = shown.findAll('.failed .link');
  await again?.trigger('click');
  await drop?.trigger('click');
  expect(shown.emitted('again')).toEqual([['mine']]);
  expect(shown.emitted('drop')).toEqual([['mine']]);
});

test('a new day and a change of hands are told between the words', () => {
  const shown = items(applyEvent(talk, said(5, 'buyer', '早', NOON + 24 * 3600 * 1000)));
  const turns = shown.findAll('.turn').map((turn) => turn.text());
  expect(turns).toHaveLength(3);
  expect(turns[1]).toBe('小美 为您服务');
});

test('the software says when it speaks itself', () => {
  expect(items(applyEvent(talk, said(5, 'desk', '稍后回复'))).text()).toContain('自动回复');
});
