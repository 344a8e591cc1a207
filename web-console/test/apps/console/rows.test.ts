// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import CardBody from '@/apps/console/talk/CardBody.vue';
import MaskedText from '@/apps/console/talk/MaskedText.vue';
import NoteRow from '@/apps/console/talk/NoteRow.vue';
import TranscriptView from '@/apps/console/talk/TranscriptView.vue';
import type { FrameLogged } from '@/protocol/frames';
import { applyEvent, emptyTranscript, failed, posted, type Transcript } from '@/state/transcript';
import { logged } from '../../state/logs';
import { show } from '../../ui/mounting';

const said = (seq: number, author: string, text: string): FrameLogged =>
  logged(seq, { type: 'message.posted', author, text });
const talk = [
  said(1, 'buyer', '在吗'),
  logged(2, { type: 'conversation.assigned', agent: { id: 'mei', name: '小美' } }),
  said(3, 'agent:mei', '在的'),
].reduce(applyEvent, emptyTranscript);

/** The transcript shows the rows that are in sight; where nothing has a height, all of a short talk are. */
async function transcript(shown: Transcript) {
  const view = show(TranscriptView, {
    conversation: 'a',
    talk: shown,
    notes: [],
    label: '聊天记录',
    typing: false,
    leads: false,
    nameOf: (author: string) => author,
    canRecall: () => false,
    older: () => Promise.resolve(),
  });
  await vi.waitFor(() => view.get('.said'));
  return view;
}

test('own words stand on the own side, and what the desk says itself is marked', async () => {
  const view = await transcript(applyEvent(talk, said(4, 'desk', '稍后回复')));
  expect(view.findAll('.own .text').map((one) => one.text())).toEqual(['在的']);
  expect(view.get('.desk').text()).toContain('自动回复');
  expect(view.text()).toContain('小美');
});

test('what people wrote is text, whatever it looks like', async () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';
  const view = await transcript(applyEvent(talk, said(4, 'buyer', hostile)));
  expect(view.find('img, script').exists()).toBe(false);
  expect(view.text()).toContain(hostile);
});

test('what was not sent says why, and can be sent again or dropped', async () => {
  const pending = { ref: 'mine', text: '马上', madeAt: 4, failed: null };
  const view = await transcript(failed(posted(talk, pending), 'mine', 'CLOSED'));
  expect(view.get('[role="alert"]').text()).toContain('会话已结束');
  const [again, drop] = view.findAll('.failed .link');
  await again?.trigger('click');
  await drop?.trigger('click');
  expect(view.emitted('again')).toEqual([[{ ...pending, failed: 'CLOSED' }]]);
  expect(view.emitted('drop')).toEqual([['mine']]);
});

const words = (text: string) => show(MaskedText, { text, conversation: 'c1', seq: 4 });

test('an address can be followed, and says where it leads; what is secret beside it stays masked', () => {
  const shown = words('看 https://例子.中国/a 或电话13812345678，javascript:alert(1)');
  const links = shown.findAll('a');
  expect(links.map((link) => link.text())).toEqual(['https://xn--fsqu00a.xn--fiqs8s/a']);
  expect(links[0]?.attributes()).toMatchObject({
    href: 'https://xn--fsqu00a.xn--fiqs8s/a',
    title: 'https://xn--fsqu00a.xn--fiqs8s/a',
    target: '_blank',
    rel: 'noopener noreferrer nofollow ugc',
  });
  expect(shown.text()).toContain('138****5678');
});

test('an address with something secret in it is masked, and half of it leads nowhere', () => {
  const shown = words('https://example.com/u/13812345678?a=me@qq.com');
  expect(shown.find('a').exists()).toBe(false);
  expect(shown.text()).toBe('https://example.com/u/138****5678?a=m*@qq.com');
});

test('a card leads to a page of the web, and to nothing else', () => {
  const product = { type: 'product', id: 'p', name: '盖碗', price: 6800, picture: null } as const;
  const link = (url: string | null): string | undefined =>
    show(CardBody, { card: { ...product, url } }).attributes('href');
  expect(link('https://shop.example/p')).toBe('https://shop.example/p');
  expect(link('/demo/#p')).toBe(new URL('/demo/#p', document.baseURI).href);
  for (const elsewhere of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'https://shop.example@evil.example/',
    null,
  ]) {
    expect([elsewhere, link(elsewhere)]).toEqual([elsewhere, undefined]);
  }
});

test('an address in a note can be followed, too', () => {
  const pieces = [
    { text: '@阿陶', mention: true },
    { text: ' 见 http://wiki.example/a', mention: false },
  ];
  const row = show(NoteRow, { line: { id: 'n', ts: 1, who: '小青', pieces } });
  expect(row.get('a').attributes('href')).toBe('http://wiki.example/a');
  expect(row.get('mark').text()).toBe('@阿陶');
});
