import { expect, type Browser, type BrowserContext, type FrameLocator, type Page } from '@playwright/test';

/** Somebody on the demo shop's page, in a browser of their own. */
export class Buyer {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async arrives(browser: Browser): Promise<Buyer> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto('/demo/');
    return new Buyer(context, page);
  }

  /** The widget, as the shop's page embeds it. */
  get widget(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  async opensChat(): Promise<void> {
    await this.page.getByRole('button', { name: '联系客服' }).click();
    await expect(this.widget.getByRole('textbox')).toBeVisible();
  }

  async says(text: string): Promise<void> {
    const field = this.widget.getByRole('textbox');
    await field.fill(text);
    await expect(this.widget.getByRole('button', { name: '发送' })).toBeEnabled();
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }

  async hears(text: string): Promise<void> {
    await expect(this.widget.getByRole('log').getByText(text, { exact: true })).toBeVisible();
  }

  /** Everything that was said, in the order it is shown. */
  transcript(): Promise<readonly string[]> {
    return this.widget.getByRole('log').locator('.said .text').allInnerTexts();
  }

  async isTold(words: RegExp): Promise<void> {
    await expect(this.widget.getByText(words).first()).toBeVisible();
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
