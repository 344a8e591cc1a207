import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from './test';

/** Where the side panel lies over the talk. */
export const SMALL = [
  { width: 390, height: 844 },
  { width: 1280, height: 720 },
] as const;
const SIZES = [...SMALL, { width: 1440, height: 900 }];

/** Takes a page as it is, at each size that people have, light and dark. */
export class Gallery {
  constructor(private readonly folder: string) {}

  async show(page: Page, name: string): Promise<void> {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await this.take(page, `${name}-${String(size.width)}`);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await this.take(page, `${name}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  async take(page: Page, name: string): Promise<void> {
    await page.evaluate(
      'document.fonts.ready.then(() => new Promise((done) => requestIdleCallback(done, { timeout: 500 })))',
    );
    await page.screenshot({
      path: resolve(this.folder, `${name}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
  }
}

/** For every page in every state, to be looked at: npm run states. They go to a folder `states` beside the tests' results. */
export const test = base.extend<{ readonly gallery: Gallery }>({
  rehearsal: [true, { scope: 'worker' }],
  gallery: async ({ complaints }, use, { project }) => {
    complaints.expect(/./); // that is what the tests look for
    await use(new Gallery(resolve(project.outputDir, '../states')));
  },
});
