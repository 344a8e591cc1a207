import { isDeepStrictEqual } from 'node:util';
import type { Frame } from '@playwright/test';
import { widgetOf } from './Buyer';
import { CENSUS, onlyText, type Census } from './Guard';
import { HOSTILE } from './hostile';
import { expect, test } from './test';

test('a component that takes words for markup shows nothing: the browser refuses', async ({
  complaints,
  people,
}) => {
  complaints.expect(/TrustedHTML/);
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const anna = await people.buyer();
  await anna.asks('售前', '在吗');
  await qing.takesUp('在吗');

  for (const frame of [qing.page.mainFrame(), widgetOf(anna.page)]) {
    const bubble = frame.getByRole('log').getByText('在吗', { exact: true });
    await expect(bubble.evaluate((one) => void (one.innerHTML = '<b>在吗</b>'))).rejects.toThrow(
      'TrustedHTML',
    );
    await expect(bubble).toHaveText('在吗');
  }
});

test('and where a browser knows no such policy, the watch over hostile texts finds it out', async ({
  complaints,
  people,
}) => {
  complaints.expect(/./);
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const anna = await people.buyer({ bypassCSP: true });
  await anna.asks('售前', '在吗');
  const frame = widgetOf(anna.page);
  const before = await frame.evaluate<Census>(CENSUS);
  const asMarkup = await shownByABrokenComponent(frame, [...new Set(HOSTILE.map(({ text }) => text))]);
  expect(asMarkup.length).toBeGreaterThan(100);
  const unnoticed = asMarkup.filter(({ census }) => isDeepStrictEqual(census, onlyText(before)));
  expect(unnoticed.map(({ text }) => text)).toEqual([]);
});

interface Shown {
  readonly text: string;
  readonly census: Census | string;
}

/** Of the texts those that are markup, each with what is in the page while a component shows it as such. */
function shownByABrokenComponent(frame: Frame, texts: readonly string[]): Promise<readonly Shown[]> {
  return frame.evaluate<readonly Shown[]>(`${JSON.stringify(texts)}.flatMap((text) => {
    const broken = document.createElement('p');
    document.body.append(broken);
    broken.innerHTML = text;
    const isMarkup = broken.children.length > 0;
    let census = 'failed: a form hides its own attributes behind its fields';
    try {
      census = ${CENSUS};
    } catch {}
    broken.remove();
    delete globalThis.__pwn;
    return isMarkup ? [{ text, census }] : [];
  })`);
}
