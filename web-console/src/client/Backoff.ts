import type { World } from './world';

const SHORTEST_MS = 500;
const LONGEST_MS = 15_000;
/** A connection that held this long was a good one. */
const STABLE_MS = 60_000;

/** How long to wait before the next try: full jitter under a limit that doubles. */
export class Backoff {
  private tries = 0;
  private openedAt: number | undefined;

  constructor(private readonly world: Pick<World, 'now' | 'random'>) {}

  next(): number {
    const limit = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** this.tries);
    this.tries += 1;
    return Math.round(this.world.random() * limit);
  }

  reset(): void {
    this.tries = 0;
  }

  opened(): void {
    this.openedAt = this.world.now();
  }

  closed(): void {
    if (this.openedAt !== undefined && this.world.now() - this.openedAt >= STABLE_MS) {
      this.reset();
    }
    this.openedAt = undefined;
  }
}
