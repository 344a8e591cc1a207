import type { Cancel, World } from './world';

/** The server takes 30 commands at once and 10 a second; what people write goes first and is not paced. */
const BURST = 12;
const MS_EACH = 125;

/** Lets through what is not urgent (follows, marks) as fast as the server likes it; of one kind only the latest. */
export class Pace {
  private readonly waiting = new Map<string, () => void>();
  private freeAt = 0;
  private cancel: Cancel | undefined;

  constructor(private readonly world: World) {}

  soon(kind: string, run: () => void): void {
    if (this.waiting.size === 0 && this.take()) {
      run();
      return;
    }
    this.waiting.set(kind, run);
    this.arm();
  }

  clear(): void {
    this.waiting.clear();
    this.freeAt = 0;
    this.cancel?.();
    this.cancel = undefined;
  }

  private take(): boolean {
    const now = this.world.now();
    const next = Math.max(this.freeAt, now) + MS_EACH;
    if (next - now > BURST * MS_EACH) {
      return false;
    }
    this.freeAt = next;
    return true;
  }

  private arm(): void {
    this.cancel ??= this.world.after(MS_EACH, () => {
      this.cancel = undefined;
      for (const [kind, run] of this.waiting) {
        if (!this.take()) {
          this.arm();
          return;
        }
        this.waiting.delete(kind);
        run();
      }
    });
  }
}
