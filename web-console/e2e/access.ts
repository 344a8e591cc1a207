import { expect, type Frame } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';

/** Contrast, names, order and the like, and that a finger hits what it aims at (WCAG 2.2 AA). */
const RUN = `axe.run(document, { iframes: false, rules: { 'target-size': { enabled: true } } })`;

/** Axe finds nothing at all. What a test evaluates is not bound by the page's content policy. */
export async function check(frame: Frame): Promise<void> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate<AxeResults>(RUN);
  const found = violations.map(({ id, impact, nodes }) => ({
    id,
    impact,
    where: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary ?? ''}`),
  }));
  expect(found, frame.url()).toEqual([]);
}
