// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { readToFrame, readToPage, write, type ToFrame } from '@/apps/widget/bridge';
import { usePage } from '@/apps/widget/usePage';
import { STRANGE, TO_FRAME, TO_PAGE } from './strange';

const SHOP = 'https://shop.example';
let scope: EffectScope | undefined;

/** What the frame hears when this is posted to it. */
function heardBy(data: unknown, origin: string, source: unknown, shop: string | null = SHOP): unknown[] {
  const heard: ToFrame[] = [];
  const parent = { postMessage: vi.fn() };
  vi.stubGlobal('parent', parent);
  scope = effectScope();
  scope.run(() => usePage(shop, (message) => heard.push(message)));
  const event = new MessageEvent('message', { data, origin });
  Object.defineProperty(event, 'source', { value: source === 'the page' ? parent : source });
  window.dispatchEvent(event);
  return heard;
}

afterEach(() => {
  scope?.stop();
  vi.unstubAllGlobals();
});

test('what one side writes the other reads', () => {
  TO_FRAME.forEach((message) => {
    expect(readToFrame(write(message))).toEqual(message);
  });
  TO_PAGE.forEach((message) => {
    expect(readToPage(write(message))).toEqual(message);
  });
});

test('what is for the page is not taken by the frame, nor the other way round', () => {
  const both = (message: { readonly say: string }): boolean => message.say === 'close';
  TO_PAGE.filter((message) => !both(message)).forEach((message) => {
    expect(readToFrame(write(message))).toBeUndefined();
  });
  TO_FRAME.filter((message) => !both(message)).forEach((message) => {
    expect(readToPage(write(message))).toBeUndefined();
  });
});

test.each(STRANGE.filter(([, data]) => data !== write({ say: 'open' })))(
  'neither side takes %s',
  (_, data) => {
    expect(readToFrame(data)).toBeUndefined();
    expect(readToPage(data)).toBeUndefined();
    expect(heardBy(data, SHOP, 'the page')).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('say');
  },
);

test('the frame hears the page that embeds it', () => {
  TO_FRAME.forEach((message) => {
    expect(heardBy(write(message), SHOP, 'the page')).toEqual([message]);
    scope?.stop();
  });
});

test.each([
  'https://evil.example',
  'https://shop.example.evil.example',
  'https://evilshop.example',
  'http://shop.example',
  'https://shop.example:8443',
  'https://SHOP.example',
  'null',
  '',
])('aMessageFromAForeignOriginIsIgnored: %s', (origin) => {
  TO_FRAME.forEach((message) => {
    expect(heardBy(write(message), origin, 'the page')).toEqual([]);
    scope?.stop();
  });
});

test('a message of another window is ignored, whatever origin it has', () => {
  for (const source of [window, null, undefined, { postMessage: vi.fn() }]) {
    expect(heardBy(write({ say: 'identify', jwt: 'a.b.c' }), SHOP, source)).toEqual([]);
    scope?.stop();
  }
});

test('a frame that was told no origin hears nobody, and tells nobody', () => {
  expect(heardBy(write({ say: 'open' }), 'null', 'the page', null)).toEqual([]);
  const told = vi.mocked(window.parent.postMessage);
  scope?.run(() => {
    usePage(null, vi.fn()).tell({ say: 'unread', count: 1 });
  });
  expect(told).not.toHaveBeenCalled();
});

test('a frame tells its page only, by its exact origin', () => {
  heardBy(write({ say: 'open' }), SHOP, 'the page');
  scope?.run(() => {
    usePage(SHOP, vi.fn()).tell({ say: 'unread', count: 1 });
  });
  expect(vi.mocked(window.parent.postMessage).mock.calls).toEqual([
    [write({ say: 'unread', count: 1 }), SHOP],
  ]);
});
