import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** A visitor who has not signed in is told so, and the browser notes each such answer. */
const NOT_SIGNED_IN = { text: /status of 401/, url: /\/api\/v1\/staff\/me$/ };
/** What a browser says of a network that is gone or a desk that is down; only where a test has cut it. */
const CUT = /net::ERR_|WebSocket connection to|status of 50[234]/;

/** What the browsers complain of: errors in scripts, on the console, of the content policy. There should be nothing. */
export class Complaints {
  private readonly heard: string[] = [];
  private cutsAreExpected = false;
  private readonly expected: RegExp[] = [];

  listenTo(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error' && !this.isExpected(message)) {
        this.heard.push(`${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', (error) => {
      this.heard.push(String(error.error().stack ?? error.error()));
    });
  }

  /** From here on this test cuts connections. */
  expectCuts(): void {
    this.cutsAreExpected = true;
  }

  /** What this test is about to make a page complain of. */
  expect(complaint: RegExp): void {
    this.expected.push(complaint);
  }

  all(): readonly string[] {
    return this.heard;
  }

  private isExpected(message: ConsoleMessage): boolean {
    const text = message.text();
    return (
      (this.cutsAreExpected && CUT.test(text)) ||
      this.expected.some((complaint) => complaint.test(text)) ||
      (NOT_SIGNED_IN.text.test(text) && NOT_SIGNED_IN.url.test(message.location().url))
    );
  }
}
