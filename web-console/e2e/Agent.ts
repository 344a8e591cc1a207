import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** Everybody's in the demo. */
export const PASSWORD = 'tea-for-everyone';

/** Fills in the form that a page shows, whatever comes of it. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Somebody of the staff at the console, in a browser of their own. */
export class Agent {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async signsIn(context: BrowserContext, name: string): Promise<Agent> {
    const page = await context.newPage();
    await page.goto('/console/');
    await signIn(page, name, PASSWORD);
    const agent = new Agent(context, page);
    await agent.isAtWork();
    return agent;
  }

  /** The same person in a new tab of the same browser. */
  async inAnotherTab(): Promise<Agent> {
    const page = await this.context.newPage();
    await page.goto('/console/');
    const agent = new Agent(this.context, page);
    await agent.isAtWork();
    return agent;
  }

  /** The workbench is there, with its conversations: signed in, and nobody asks for a password. */
  async isAtWork(): Promise<void> {
    await expect(this.state).toBeVisible();
    await expect(this.page.getByRole('navigation', { name: '我的会话' }).getByRole('status')).toHaveCount(0);
  }

  async goesOnline(): Promise<void> {
    await this.chooses('在线');
  }

  /** Hangs up, with what buyers are answered meanwhile. */
  async hangsUp(minutes: number, reason: string, away: string): Promise<void> {
    const dialog = await this.beginsHangUp(minutes, reason);
    await dialog.getByRole('textbox', { name: '离开时的回复' }).fill(away);
    await dialog.getByRole('button', { name: `挂起 ${String(minutes)} 分钟` }).click();
    await expect(this.state).toContainText('挂起');
  }

  /** Opens the dialog, and says why and for how long. */
  async beginsHangUp(minutes: number, reason: string): Promise<Locator> {
    await this.picks('挂起…');
    const dialog = this.page.getByRole('dialog', { name: '挂起' });
    await dialog.getByText(reason, { exact: true }).click();
    await dialog.getByRole('spinbutton').fill(String(minutes));
    return dialog;
  }

  /**
   * Offers the open conversation to somebody, once more while that is refused: where a clock was moved, leases have ended,
   * and are renewed within seconds.
   */
  async gives(to: string, reason: string, note: string): Promise<void> {
    await this.page.getByRole('button', { name: '转接', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: '转接会话' });
    await dialog.getByText(to, { exact: true }).click();
    await dialog.getByText(reason, { exact: true }).click();
    await dialog.getByRole('textbox', { name: '交接说明' }).fill(note);
    const send = dialog.getByRole('button', { name: '发出转接' });
    await expect(async () => {
      if ((await send.isVisible()) && (await send.isEnabled())) {
        await send.click();
      }
      await expect(dialog).toBeHidden({ timeout: 1_000 });
    }).toPass();
  }

  /** What a colleague offers. */
  get offer(): Locator {
    return this.page.getByRole('region', { name: /等您答复$/ });
  }

  /** One of the pages for those who look after a desk. */
  async looksAt(place: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: place }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: place })).toBeVisible();
  }

  /** A person's line on the page of seats. */
  seatOf(name: string): Locator {
    return this.page.getByRole('list', { name: '坐席' }).getByRole('listitem').filter({ hasText: name });
  }

  /** The questions on the page of what was registered. */
  get registrations(): Locator {
    return this.page.getByRole('list', { name: '等处理的问题' }).getByRole('listitem');
  }

  get conversations(): Locator {
    return this.page.getByRole('navigation', { name: '我的会话' }).getByRole('listitem');
  }

  /** Opens the conversation whose last words these are. */
  async takesUp(lastWords: string): Promise<void> {
    await this.conversations.filter({ hasText: lastWords }).getByRole('button').click();
    await expect(this.composer).toBeVisible();
  }

  /** Opens a conversation of another list, whose last words these are. */
  async sees(list: string, lastWords: string): Promise<void> {
    await this.page.getByRole('group', { name: '看哪些会话' }).getByRole('button', { name: list }).click();
    await this.page.getByRole('listitem').filter({ hasText: lastWords }).getByRole('button').click();
    await this.hears(lastWords);
  }

  async isOnlyReading(why: string): Promise<void> {
    await expect(this.page.getByText(why)).toBeVisible();
    await expect(this.composer).toBeHidden();
  }

  async says(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.composer).toHaveValue('');
  }

  async hears(text: string): Promise<void> {
    await expect(this.page.getByRole('log').getByText(text, { exact: true })).toBeVisible();
  }

  /** What people said in the open conversation and has left this browser, in the order it is shown. */
  get said(): Locator {
    return this.page.getByRole('log').locator('.said:not(.sending, .desk) .text');
  }

  /** What the desk said by itself in the open conversation. */
  get automatic(): Locator {
    return this.page.getByRole('log').locator('.said.desk');
  }

  get unsent(): Locator {
    return this.page.getByRole('log').locator('.said.sending .text');
  }

  async notes(text: string): Promise<void> {
    await this.page.keyboard.press('Alt+m');
    const note = this.page.locator('form.composer').getByRole('textbox', { name: '写给同事的备注' });
    await note.fill(text);
    await note.press('Enter');
    await this.hears(text);
    await expect(this.composer).toBeVisible();
  }

  /** @param thanks what is said last; nothing without it */
  async closes(thanks = ''): Promise<void> {
    await this.page.getByRole('button', { name: '结束会话' }).click();
    const dialog = this.page.getByRole('dialog', { name: '结束会话' });
    await dialog.getByRole('textbox').fill(thanks);
    await dialog.getByRole('button', { name: '结束会话' }).click();
    await expect(this.composer).toBeHidden();
  }

  /** Ends every conversation, so that the next test finds a free desk; who waited in line may come meanwhile. */
  async goesHome(): Promise<void> {
    if (this.page.isClosed()) {
      return;
    }
    await this.isAtWork();
    await expect(async () => {
      await this.page.keyboard.press('Escape');
      await this.endsEverything();
      await this.picks('离线');
      await expect(this.state).toContainText('离线', { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await this.context.close();
  }

  private async endsEverything(): Promise<void> {
    if (await this.composer.isVisible()) {
      await this.closes();
    }
    while ((await this.conversations.count()) > 0) {
      await this.conversations.first().getByRole('button').click();
      await this.closes();
    }
  }

  /** The switch at the top, which says how the agent stands. */
  get state(): Locator {
    return this.page.getByRole('button', { name: '我的状态' });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: '输入回复' });
  }

  /** Chooses what to do from the switch, whatever comes of it. */
  async picks(step: string): Promise<void> {
    await expect(this.state).toBeEnabled();
    await this.state.click();
    await this.page.getByRole('menuitem', { name: new RegExp(`^${step}`) }).click();
  }

  private async chooses(state: string): Promise<void> {
    await this.picks(state);
    await expect(this.state).toContainText(state);
  }
}
