// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest';
import { write } from '@/apps/widget/bridge';

const DESK = 'https://desk.example';
let root: ShadowRoot | undefined;
/** The insides of frames; no test loads a page. */
const insides = new WeakMap<HTMLIFrameElement, { readonly postMessage: Mock }>();

/** Runs the loader as a script tag of the shop's page would. */
async function load(shop: string | null): Promise<void> {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = `${DESK}/widget/loader.js`;
  if (shop !== null) {
    script.dataset.shop = shop;
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

beforeEach(() => {
  document.body.replaceChildren();
  delete window.XiaoerDesk;
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
  expect(document.body.children).toHaveLength(1);
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
  window.XiaoerDesk?.('identify', 'a.b.c');
  window.XiaoerDesk?.('open');
  hears(write({ say: 'ready' }), DESK, inside(frame()));
  expect(inside(frame()).postMessage.mock.calls).toEqual([
    [write({ say: 'identify', jwt: 'a.b.c' }), DESK],
    [write({ say: 'open' }), DESK],
  ]);
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
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    run();
  });
  await load('demo');
  expect(frame()?.hidden).toBe(true);
  vi.unstubAllGlobals();
});
