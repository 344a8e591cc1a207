// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest';
import { write, type ToFrame } from '@/apps/widget/bridge';

const DESK = 'https://desk.example';
let root: ShadowRoot | undefined;
/** The insides of frames; no test loads a page. */
const insides = new WeakMap<HTMLIFrameElement, { readonly postMessage: Mock }>();

const LOOK = { color: '#22413b', side: 'LEFT', launcher: { zh: '问问茶师', en: 'Ask our tea people' } };

const answers = (body: unknown, status = 200): Mock =>
  vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));

/** Runs the loader as a script tag of the shop's page would. */
async function load(shop: string | null, language = 'zh-CN'): Promise<void> {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = `${DESK}/widget/loader.js`;
  if (shop !== null) {
    script.dataset.shop = shop;
    script.dataset.lang = language;
  }
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  vi.resetModules();
  await import('@/apps/widget/embed');
}

const button = (): HTMLButtonElement => {
  const found = root?.querySelector('button');
  if (!found) {
    throw new Error('there is no launcher');
  }
  return found;
};
function inside(of: HTMLIFrameElement | null): { readonly postMessage: Mock } {
  if (of === null) {
    throw new Error('there is no frame');
  }
  const known = insides.get(of) ?? { postMessage: vi.fn() };
  insides.set(of, known);
  return known;
}
const frame = (): HTMLIFrameElement | null => root?.querySelector('iframe') ?? null;

function hears(data: string, origin: string, source: unknown): void {
  const event = new MessageEvent('message', { data, origin });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}

/** The desk's frame is told this and nothing else, in this order. */
const isTold = (messages: readonly ToFrame[]): Promise<void> =>
  vi.waitFor(() => {
    expect(inside(frame()).postMessage.mock.calls).toEqual(messages.map((message) => [write(message), DESK]));
  });

beforeEach(() => {
  document.querySelectorAll('html > div').forEach((host) => {
    host.remove();
  });
  delete window.XiaoerDesk;
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    run();
  });
  vi.stubGlobal(
    'fetch',
    vi.fn(() => new Promise(() => undefined)),
  );
  localStorage.clear();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      return inside(this);
    },
  });
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, { ...init, mode: 'open' });
    return root;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

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

test('what the page says before the frame is ready is said when it is, to the desk only', async () => {
  await load('demo');
  window.XiaoerDesk?.('product', 'cup-01');
  window.XiaoerDesk?.('open');
  window.XiaoerDesk?.('identify', 'a.b.c');
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  await isTold([{ say: 'product', id: 'cup-01' }, { say: 'open' }, { say: 'identify', jwt: 'a.b.c' }]);
});

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

test('button and frame follow the language of the page', async () => {
  await load('demo');
  window.XiaoerDesk?.('language', 'en');
  expect(button().textContent).toBe('Chat with us');
  button().click();
  expect(root?.getElementById(frame()?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'Chat with us',
  );
  expect(new URL(frame()?.src ?? '').searchParams.get('lang')).toBe('en');
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  window.XiaoerDesk?.('language', 'zh-CN');
  expect(button().textContent).toBe('联系客服');
  await isTold([{ say: 'language', tag: 'en' }, { say: 'open' }, { say: 'language', tag: 'zh-CN' }]);
});

test('Esc in the frame closes it and gives the focus back to the launcher', async () => {
  await load('demo');
  button().click();
  hears(write({ say: 'close' }), DESK, inside(frame()));
  expect(frame()?.hidden).toBe(true);
  expect(root?.activeElement).toBe(button());
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
  expect(root?.querySelector('button')).toBeNull();
  expect(frame()?.hidden).toBe(true);
  hears(write({ say: 'gone' }), DESK, own);
  expect(document.querySelector('html > div')).toBeNull();
});

test('who has never opened the chat has nothing to forget, and no frame is loaded for it', async () => {
  await load('demo');
  window.XiaoerDesk?.('shutdown');
  expect(document.querySelector('html > div')).toBeNull();
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
