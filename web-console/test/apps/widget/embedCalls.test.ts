// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { write } from '@/apps/widget/bridge';
import { answers, DESK, givenShopPage, LOOK } from './shopPage';

const { root, inside, frame, button, hears, load, isTold } = givenShopPage();

test('what the page says before the frame is ready is said when it is, to the desk only', async () => {
  await load('demo');
  window.XiaoerDesk?.('product', 'cup-01');
  window.XiaoerDesk?.('open');
  window.XiaoerDesk?.('identify', 'a.b.c');
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  await isTold([{ say: 'product', id: 'cup-01' }, { say: 'open' }, { say: 'identify', jwt: 'a.b.c' }]);
});

test('button and frame follow the language of the page', async () => {
  await load('demo');
  window.XiaoerDesk?.('language', 'en');
  expect(button().textContent).toBe('Chat with us');
  button().click();
  expect(root()?.getElementById(frame()?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'Chat with us',
  );
  expect(new URL(frame()?.src ?? '').searchParams.get('lang')).toBe('en');
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  window.XiaoerDesk?.('language', 'zh-CN');
  expect(button().textContent).toBe('联系客服');
  await isTold([{ say: 'language', tag: 'en' }, { say: 'open' }, { say: 'language', tag: 'zh-CN' }]);
});

test('the page is told what it asked to be told, and at once what is known', async () => {
  await load('demo');
  const told = vi.fn();
  const desk = window.XiaoerDesk;
  desk?.('on', 'open', () => told('open'));
  desk?.('on', 'close', () => told('close'));
  desk?.('on', 'message', (message) => told(message));
  desk?.('open');
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  hears(write({ say: 'unread', count: 2 }), DESK, inside(frame()));
  hears(write({ say: 'message', from: 'agent', at: 7 }), DESK, inside(frame()));
  desk?.('on', 'ready', () => told('ready'));
  desk?.('on', 'unread', (count) => told(count));
  hears(write({ say: 'unread', count: 2 }), DESK, inside(frame()));
  desk?.('close');
  expect(told.mock.calls.flat()).toEqual(['open', { from: 'agent', at: 7 }, 'ready', 2, 'close']);
});

test('a call that there is not is refused, and nothing is said to the frame', async () => {
  await load('demo');
  const call: unknown = window.XiaoerDesk;
  if (typeof call === 'function') {
    for (const strange of [
      ['destroy'],
      ['identify'],
      ['order', 7],
      ['on', 'typing', vi.fn()],
      ['on', 'open', 'x'],
    ]) {
      Reflect.apply(call, undefined, strange);
    }
  }
  expect(vi.mocked(console.error)).toHaveBeenCalledTimes(5);
  window.XiaoerDesk?.('open');
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  await isTold([{ say: 'open' }]);
});

test('shutdown takes the widget off the page, and everything it has kept', async () => {
  vi.stubGlobal('fetch', answers(LOOK));
  await load('demo');
  button().click();
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  await vi.waitFor(() => {
    expect(localStorage.length).toBe(2);
  });
  const own = inside(frame());
  await isTold([{ say: 'open' }]);
  window.XiaoerDesk?.('shutdown');
  expect(localStorage.length).toBe(0);
  expect(window.XiaoerDesk).toBeUndefined();
  expect(own.postMessage).toHaveBeenLastCalledWith(write({ say: 'shutdown' }), DESK);
  expect(root()?.querySelector('button')).toBeNull();
  expect(frame()?.hidden).toBe(true);
  hears(write({ say: 'gone' }), DESK, own);
  expect(document.querySelector('html > div')).toBeNull();
});

test('who has never opened the chat has nothing to forget, and no frame is loaded for it', async () => {
  await load('demo');
  window.XiaoerDesk?.('shutdown');
  expect(document.querySelector('html > div')).toBeNull();
});
