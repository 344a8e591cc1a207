import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** Somebody of the staff at the console, in a browser of their own. */
export class Agent {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async signsIn(browser: Browser, name: string, password: string): Promise<Agent> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto('/console/');
    await page.getByLabel('账号').fill(name);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByRole('radiogroup', { name: '我的状态' })).toBeVisible();
    return new Agent(context, page);
  }

  async goesOnline(): Promise<void> {
    await this.chooses('在线');
  }

  async goesOffline(): Promise<void> {
    await this.chooses('离线');
  }

  get conversations(): Locator {
    return this.page.getByRole('navigation', { name: '我的会话' }).getByRole('listitem');
  }

  /** Opens the conversation whose last words these are. */
  async takesUp(lastWords: string): Promise<void> {
    await this.conversations.filter({ hasText: lastWords }).getByRole('button').click();
    await expect(this.composer).toBeVisible();
  }

  async says(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
  }

  async hears(text: string): Promise<void> {
    await expect(this.page.getByRole('log').getByText(text, { exact: true })).toBeVisible();
  }

  /** Everything that was said in the open conversation, in the order it is shown. */
  transcript(): Promise<readonly string[]> {
    return this.page.getByRole('log').locator('.said .text').allInnerTexts();
  }

  async notes(text: string): Promise<void> {
    const pad = this.page.getByLabel('写给同事的备注');
    await pad.fill(text);
    await pad.press('Enter');
    await expect(this.page.getByText(text, { exact: true })).toBeVisible();
  }

  async closes(): Promise<void> {
    await this.page.getByRole('button', { name: '结束会话' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: '结束会话' }).click();
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }

  private get composer(): Locator {
    return this.page.getByRole('textbox', { name: '输入回复' });
  }

  private async chooses(state: string): Promise<void> {
    const radio = this.page.getByRole('radio', { name: state });
    await expect(radio).toBeEnabled();
    await this.page.getByText(state, { exact: true }).click();
    await expect(radio).toBeChecked();
  }
}
