// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { write } from '@/apps/widget/bridge';
import { DESK, givenShopPage } from './shopPage';

const { inside, frame, button, hears, load, isTold } = givenShopPage();

test('the shop is asked who the buyer is when the frame is there, and whenever another one has come', async () => {
  await load('demo');
  const server = vi.fn(() => Promise.resolve('a.b.c'));
  window.XiaoerDesk?.('identify', server);
  expect(server).not.toHaveBeenCalled();
  button().click();
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  await isTold([{ say: 'open' }, { say: 'identify', jwt: 'a.b.c' }]);
  window.XiaoerDesk?.('identify', () => 'd.e.f');
  await isTold([{ say: 'open' }, { say: 'identify', jwt: 'a.b.c' }, { say: 'identify', jwt: 'd.e.f' }]);
});

test.each([
  ['fails', () => Promise.reject(new Error('the shop is down')), 1],
  ['breaks', () => JSON.parse('{'), 1],
  ['knows nobody', () => null, 0],
])('a shop that %s keeps nobody from the chat', async (_, server, complaints) => {
  await load('demo');
  window.XiaoerDesk?.('identify', server);
  button().click();
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  window.XiaoerDesk?.('close');
  await vi.waitFor(() => {
    expect(vi.mocked(console.error)).toHaveBeenCalledTimes(complaints);
  });
  await isTold([{ say: 'open' }, { say: 'close' }]);
});

test('nothing is said to the frame before it is known who the buyer is, but not for long', async () => {
  vi.useFakeTimers();
  await load('demo');
  window.XiaoerDesk?.('identify', () => new Promise(() => undefined));
  button().click();
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(inside(frame()).postMessage).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(inside(frame()).postMessage.mock.calls).toEqual([[write({ say: 'open' }), DESK]]);
  vi.useRealTimers();
});

test('who logs out is forgotten, and what the shop answers about the one before comes too late', async () => {
  await load('demo');
  let answer: (jwt: string) => void = () => undefined;
  const server = new Promise<string>((resolve) => {
    answer = resolve;
  });
  window.XiaoerDesk?.('identify', () => server);
  button().click();
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  window.XiaoerDesk?.('forget');
  answer('a.b.c');
  window.XiaoerDesk?.('identify', () => 'd.e.f');
  await vi.waitFor(() => {
    expect(inside(frame()).postMessage.mock.calls.flat()).toContain(write({ say: 'identify', jwt: 'd.e.f' }));
  });
  expect(inside(frame()).postMessage.mock.calls.flat().join()).not.toContain('a.b.c');
  expect(inside(frame()).postMessage.mock.calls.flat()).toContain(write({ say: 'forget' }));
  expect(button().isConnected).toBe(true);
  expect(localStorage.getItem('xiaoer-desk.opened')).toBeNull();
});

test('who logs out without having opened the chat is nobody to it', async () => {
  await load('demo');
  window.XiaoerDesk?.('identify', 'a.b.c');
  window.XiaoerDesk?.('forget');
  expect(frame()).toBeNull();
  window.XiaoerDesk?.('open');
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  await isTold([{ say: 'forget' }, { say: 'open' }]);
});
