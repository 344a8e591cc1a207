import { expect, type Page, type Response } from '@playwright/test';

/** Takes down what a page does while it comes. */
export const WATCH = `
  globalThis.quality = { shifts: [], paint: 0 };
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources } of list.getEntries()) {
      if (!hadRecentInput) {
        quality.shifts.push({ value, what: sources.map(({ node }) => node?.outerHTML?.slice(0, 120)) });
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    quality.paint = list.getEntries().at(-1).startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });`;

const FACTS = `(() => {
  const contentOf = (name) => document.querySelector('meta[name="' + name + '"]')?.content ?? '';
  const isAuto = (one, property) => String(one.computedStyleMap().get(property)) === 'auto';
  const isUnsized = (img) => !(img.hasAttribute('width') && img.hasAttribute('height')) &&
    (isAuto(img, 'width') || isAuto(img, 'height')) && isAuto(img, 'aspect-ratio');
  return {
    doctype: document.doctype?.name ?? '',
    charset: document.characterSet,
    lang: document.documentElement.lang,
    title: document.title,
    viewport: contentOf('viewport'),
    description: contentOf('description'),
    blocking: [...document.head.querySelectorAll('script[src]')]
      .filter((one) => !one.async && !one.defer && one.type !== 'module').map((one) => one.src),
    unsized: [...document.images].filter(isUnsized).map((img) => img.outerHTML.slice(0, 120)),
    sideways: document.documentElement.scrollWidth - innerWidth,
    shifts: quality.shifts,
    paint: quality.paint,
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    bytes: performance.getEntriesByType('resource').reduce((sum, { transferSize }) => sum + transferSize, 0),
  };
})()`;

interface Facts {
  readonly doctype: string;
  readonly charset: string;
  readonly lang: string;
  readonly title: string;
  readonly viewport: string;
  readonly description: string;
  readonly blocking: readonly string[];
  readonly unsized: readonly string[];
  readonly sideways: number;
  readonly shifts: readonly { readonly value: number; readonly what: readonly string[] }[];
  readonly paint: number;
  readonly first: number;
  readonly bytes: number;
}

/** The most that what one looks at may move while a page comes: good by the web vitals. */
const MOST_SHIFT = 0.1;
/** Of what is smaller no copy is kept in a compressed form. */
const WORTH_COMPRESSING = 1024;

/** What is measured and not judged: the machine decides. */
export interface Measured {
  readonly requests: number;
  readonly kb: number;
  readonly shift: number;
  readonly firstMs: number;
  readonly largestMs: number;
}

/** Hears all that a page asks for. */
export function hearAnswers(page: Page): Response[] {
  const heard: Response[] = [];
  page.on('response', (response) => heard.push(response));
  return heard;
}

/**
 * Judges a page that has come, and answers what it took.
 *
 * @param isFrame it is shown in another page, and found by nobody
 */
export async function judge(page: Page, heard: readonly Response[], isFrame = false): Promise<Measured> {
  const facts = await page.evaluate<Facts>(FACTS);
  const { origin } = new URL(page.url());
  expect(facts).toMatchObject({ doctype: 'html', charset: 'UTF-8', blocking: [], unsized: [] });
  expect(facts.lang).toMatch(/^(zh-CN|en)$/);
  expect(facts.title).not.toBe('');
  expect(facts.viewport).toContain('width=device-width');
  expect(facts.viewport).not.toMatch(/user-scalable|maximum-scale/);
  expect(facts.description === '' && !isFrame, 'has no description').toBe(false);
  expect(facts.sideways).toBeLessThanOrEqual(0);
  expect(
    heard
      .map((one) => new URL(one.url()))
      .filter((url) => /^http/.test(url.protocol) && url.origin !== origin),
  ).toEqual([]);
  await expectThrift(heard);
  const shift = facts.shifts.reduce((sum, { value }) => sum + value, 0);
  expect(shift, JSON.stringify(facts.shifts)).toBeLessThanOrEqual(MOST_SHIFT);
  return {
    requests: heard.length,
    kb: facts.bytes / 1024,
    shift,
    firstMs: facts.first,
    largestMs: facts.paint,
  };
}

/** Texts come compressed, and what has a hash in its name is kept for ever. */
async function expectThrift(heard: readonly Response[]): Promise<void> {
  for (const response of heard.filter((one) => one.status() === 200)) {
    const { pathname } = new URL(response.url());
    const headers = await response.allHeaders();
    if (/\.(js|css)$/.test(pathname) && (await response.body()).length >= WORTH_COMPRESSING) {
      expect(headers['content-encoding'], pathname).toMatch(/^(br|gzip)$/);
      expect(headers['vary'], pathname).toMatch(/accept-encoding/i);
    }
    if (pathname.includes('/assets/')) {
      expect(headers['cache-control'], pathname).toMatch(/max-age=31536000.*immutable/);
    }
  }
}
