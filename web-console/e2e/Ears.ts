import { expect, type BrowserContext } from '@playwright/test';

/** Tells each note that the page plays, in whichever tab. */
const LISTEN = `
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    globalThis.noteWasPlayed(this.frequency.value);
    return start.apply(this, when);
  };`;
/** How many notes the two sounds of the desk have. */
const MESSAGE = 2;
const WAITING = 3;

/** Hears what all tabs of a browser play. */
export class Ears {
  private notes = 0;

  static async on(context: BrowserContext): Promise<Ears> {
    const ears = new Ears();
    await context.exposeBinding('noteWasPlayed', () => {
      ears.notes += 1;
    });
    await context.addInitScript(LISTEN);
    return ears;
  }

  forget(): void {
    this.notes = 0;
  }

  /** The sound of a new message, once in all. */
  async hearMessage(): Promise<void> {
    await expect.poll(() => this.notes).toBe(MESSAGE);
  }

  /** The sound of a buyer who waits, once in all. */
  async hearWaiting(): Promise<void> {
    await expect.poll(() => this.notes).toBe(WAITING);
  }

  hearNothing(): void {
    expect(this.notes).toBe(0);
  }
}
