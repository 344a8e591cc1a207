import { expect, type Frame } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';

/** Axe finds nothing at all. What a test evaluates is not bound by the page's content policy. */
export async function check(frame: Frame): Promise<void> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate<AxeResults>('axe.run(document, { iframes: false })');
  const found = violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    where: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary ?? ''}`),
  }));
  expect(found, frame.url()).toEqual([]);
}
