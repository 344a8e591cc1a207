import { afterEach, beforeEach, expect, vi, type Mock } from 'vitest';
import { write, type ToFrame } from '@/apps/widget/bridge';

export const DESK = 'https://desk.example';
export const LOOK = {
  color: '#22413b',
  side: 'LEFT',
  launcher: { zh: '问问茶师', en: 'Ask our tea people' },
};

export const answers = (body: unknown, status = 200): Mock =>
  vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));

/** A shop's page that embeds the widget; each test of the file gets a new one. No test loads a frame. */
export function givenShopPage() {
  let root: ShadowRoot | undefined;
  /** The insides of frames. */
  const insides = new WeakMap<HTMLIFrameElement, { readonly postMessage: Mock }>();

  function inside(of: HTMLIFrameElement | null): { readonly postMessage: Mock } {
    if (of === null) {
      throw new Error('there is no frame');
    }
    const known = insides.get(of) ?? { postMessage: vi.fn() };
    insides.set(of, known);
    return known;
  }

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

  const frame = (): HTMLIFrameElement | null => root?.querySelector('iframe') ?? null;
  return {
    root: () => root,
    inside,
    frame,
    /** The desk's frame is told this and nothing else, in this order. */
    isTold: (messages: readonly ToFrame[]): Promise<void> =>
      vi.waitFor(() => {
        expect(inside(frame()).postMessage.mock.calls).toEqual(
          messages.map((message) => [write(message), DESK]),
        );
      }),
    button: (): HTMLButtonElement => {
      const found = root?.querySelector('button');
      if (!found) {
        throw new Error('there is no launcher');
      }
      return found;
    },
    hears: (data: string, origin: string, source: unknown): void => {
      const event = new MessageEvent('message', { data, origin });
      Object.defineProperty(event, 'source', { value: source });
      window.dispatchEvent(event);
    },
    /** Runs the loader as a script tag of the shop's page would. */
    load: async (shop: string | null, language = 'zh-CN'): Promise<void> => {
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
    },
  };
}
