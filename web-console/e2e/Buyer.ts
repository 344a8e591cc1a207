import {
  expect,
  type BrowserContext,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from '@playwright/test';

/** The widget hides from the shop's page; a person sees it all the same, and so must a test. */
const SEE_THE_WIDGET = `
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, { ...options, mode: 'open' });
  };`;

/** Somebody on the demo shop's page, in a browser of their own. */
export class Buyer {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** @param address of the shop's page */
  static async arrives(context: BrowserContext, address = '/demo/'): Promise<Buyer> {
    const page = await context.newPage();
    await page.addInitScript(SEE_THE_WIDGET);
    await page.goto(address);
    return new Buyer(context, page);
  }

  /** The same person in a new tab, which knows nothing but what the desk's log has. */
  inAnotherTab(): Promise<Buyer> {
    return Buyer.arrives(this.context);
  }

  /** The widget, as the shop's page embeds it. */
  get widget(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  async opensChat(): Promise<void> {
    await this.launcher.click();
    await expect(this.field).toBeVisible();
  }

  /** Opens the chat, chooses what it is about, and asks. */
  async asks(topic: string, text: string): Promise<void> {
    await this.opensChat();
    await this.widget.getByText(topic, { exact: true }).click();
    await this.says(text);
  }

  async says(text: string): Promise<void> {
    await this.field.fill(text);
    await expect(this.widget.getByRole('button', { name: '发送', exact: true })).toBeEnabled();
    await this.field.press('Enter');
    await expect(this.field).toHaveValue('');
  }

  /** @returns when the network is back */
  async losesNetwork(ms: number): Promise<void> {
    await this.context.setOffline(true);
    await this.page.waitForTimeout(ms);
    await this.context.setOffline(false);
  }

  async hears(text: string): Promise<void> {
    await expect(this.widget.getByRole('log').getByText(text, { exact: true })).toBeVisible();
  }

  /** However long the talk is, there is a place to write in sight. */
  async canWrite(): Promise<void> {
    await expect(this.field).toBeInViewport({ ratio: 1 });
  }

  /** What people said and has left this browser, in the order it is shown. */
  get said(): Locator {
    return this.widget.getByRole('log').locator('.said:not(.sending, .desk) .text');
  }

  /** What the desk said by itself. */
  get automatic(): Locator {
    return this.widget.getByRole('log').locator('.said.desk');
  }

  get unsent(): Locator {
    return this.widget.getByRole('log').locator('.said.sending .text');
  }

  async isTold(words: string | RegExp): Promise<void> {
    await expect(this.widget.getByText(words).first()).toBeVisible();
  }

  get field(): Locator {
    return this.widget.getByRole('textbox', { name: '输入消息' });
  }

  /** The button on the shop's page, whatever the shop has written on it. */
  get launcher(): Locator {
    return this.page.locator('html > div button');
  }

  async sendsPicture(name: string, bytes: Buffer): Promise<void> {
    await this.widget.getByRole('button', { name: '发送图片或文件' }).click();
    await this.widget.getByLabel('图片 / 拍照').setInputFiles({ name, mimeType: 'image/png', buffer: bytes });
  }

  get pictures(): Locator {
    return this.widget.getByRole('log').getByRole('button', { name: '查看图片' });
  }
}

/** The widget's own page inside the shop's. */
export function widgetOf(page: Page): Frame {
  const frame = page.frames().find((one) => new URL(one.url()).pathname === '/widget/');
  if (frame === undefined) {
    throw new Error('the widget has no frame');
  }
  return frame;
}
