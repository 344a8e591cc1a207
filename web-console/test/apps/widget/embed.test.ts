// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { write } from '@/apps/widget/bridge';
import { answers, DESK, givenShopPage, LOOK } from './shopPage';

const { root, inside, frame, button, hears, load } = givenShopPage();

test('the frame is loaded on the first click, from the desk, without any token in its address', async () => {
  await load('demo');
  expect(frame()).toBeNull();
  button().click();
  const address = new URL(frame()?.src ?? '');
  expect(address.origin).toBe(DESK);
  expect([...address.searchParams.keys()].sort()).toEqual(['lang', 'parent', 'shop']);
  expect(button().getAttribute('aria-expanded')).toBe('true');
});

test('a script without a shop, and a second shop on the page, are refused clearly', async () => {
  const error = vi.mocked(console.error);
  await load(null);
  expect(error.mock.calls.flat().join()).toContain('data-shop');
  await load('demo');
  await load('other');
  expect(error.mock.calls.flat().join()).toContain('"demo"');
  expect(document.querySelectorAll('html > div')).toHaveLength(1);
});

test('unread words are shown only when the own frame says so, from the desk', async () => {
  await load('demo');
  button().click();
  const message = write({ say: 'unread', count: 3 });
  hears(message, 'https://evil.example', inside(frame()));
  hears(message, DESK, window);
  expect(button().textContent).not.toContain('3');
  hears(message, DESK, inside(frame()));
  expect(button().textContent).toContain('3');
});

test('Esc in the frame closes it and gives the focus back to the launcher', async () => {
  await load('demo');
  button().click();
  hears(write({ say: 'close' }), DESK, inside(frame()));
  expect(frame()?.hidden).toBe(true);
  expect(root()?.activeElement).toBe(button());
});

test('who has chatted before gets the frame without a click', async () => {
  localStorage.setItem('xiaoer-desk.opened', '1');
  await load('demo');
  expect(frame()?.hidden).toBe(true);
});

test('the same script twice is one widget', async () => {
  await load('demo');
  const first = window.XiaoerDesk;
  await load('demo');
  expect(window.XiaoerDesk).toBe(first);
  expect(document.querySelectorAll('html > div')).toHaveLength(1);
  expect(vi.mocked(console.error)).not.toHaveBeenCalled();
});

test('the launcher is there at once, and gets the colour, side and words of the shop when it has them', async () => {
  const host = (): HTMLElement | null => document.querySelector('html > div');
  vi.stubGlobal('fetch', answers(LOOK));
  const atOnce: (string | null)[] = [];
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    atOnce.push(button().textContent);
    run();
  });
  await load('demo', 'en');
  await vi.waitFor(() => {
    expect(button().textContent).toContain('Ask our tea people');
  });
  expect(host()?.style.getPropertyValue('--ground')).toBe('#22413b');
  expect(host()?.style.getPropertyValue('--ink')).toBe('#ffffff');
  expect(host()?.getAttribute('data-side')).toBe('LEFT');
  expect(vi.mocked(fetch).mock.calls).toEqual([
    [`${DESK}/api/v1/shops/demo/widget`, { credentials: 'omit' }],
  ]);

  host()?.remove();
  delete window.XiaoerDesk;
  vi.stubGlobal('fetch', answers({}, 500));
  await load('demo', 'en');
  expect(atOnce).toEqual(['Chat with us', 'Ask our tea people']);
});

test('what is strange in the answer, or in what was kept, leaves the launcher plain', async () => {
  localStorage.setItem('xiaoer-desk.look', '{"color":{},"side":7}');
  vi.stubGlobal('fetch', answers({ color: 'red;}', side: null, launcher: 'x' }));
  await load('demo');
  await vi.waitFor(() => {
    expect(localStorage.getItem('xiaoer-desk.look')).toContain('red;}');
  });
  expect(button().textContent).toBe('联系客服');
  expect(document.querySelector<HTMLElement>('html > div')?.style.getPropertyValue('--ground')).toBe(
    '#c43e00',
  );
});

test('a keyboard on the screen of a phone leaves the chat what is seen of the page', async () => {
  const seen = Object.assign(new EventTarget(), { height: 400, offsetTop: 20, scale: 1 });
  vi.stubGlobal('visualViewport', seen);
  vi.stubGlobal('innerWidth', 390);
  await load('demo');
  button().click();
  seen.dispatchEvent(new Event('resize'));
  expect(frame()?.style.height).toBe('400px');
  expect(frame()?.style.top).toBe('20px');
  window.XiaoerDesk?.('close');
  expect(frame()?.style.height).toBe('');
});
