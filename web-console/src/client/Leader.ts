import type { Cancel, World } from './world';

/** What carries the words of the tabs of one browser to each other, not back to the one who spoke. */
export interface Air {
  say(word: string): void;
}

/** A tab that answers nothing for so long is gone. */
const ANSWER_MS = 500;
/** How often a tab that follows asks whether the one it follows is still there. */
const ASK_MS = 3_000;

/**
 * Agrees with the other tabs on one that acts for all, where the browser has no locks. A tab that wants to lead asks,
 * and leads when nobody answers. Answers are given when a question is heard and need no timer: browsers slow the timers
 * of hidden tabs down. Of two that lead at once the one with the smaller name goes on.
 */
export class Leader {
  private stands = false;
  private leads = false;
  private cancel: Cancel = () => undefined;

  constructor(
    private readonly world: World,
    private readonly air: Air,
    private readonly name: string,
    private readonly changed: (leads: boolean) => void,
  ) {}

  stand(): void {
    this.stands = true;
    this.cancel();
    this.cancel = this.world.after(ANSWER_MS, () => {
      this.set(true);
      this.air.say(`lead ${this.name}`);
    });
    this.air.say(`who? ${this.name}`);
  }

  resign(): void {
    this.stands = false;
    this.cancel();
    if (this.leads) {
      this.set(false);
      this.air.say(`left ${this.name}`);
    }
  }

  hear(words: string): void {
    if (!this.stands) {
      return;
    }
    const [word, other = ''] = words.split(' ');
    switch (word) {
      case 'who?':
        if (this.leads) {
          this.air.say(`lead ${this.name}`);
        }
        break;
      case 'lead':
        this.heardOf(other);
        break;
      case 'left':
        this.stand();
        break;
    }
  }

  private heardOf(other: string): void {
    if (this.leads && this.name < other) {
      this.air.say(`lead ${this.name}`);
      return;
    }
    this.set(false);
    this.cancel();
    this.cancel = this.world.after(ASK_MS, () => {
      this.stand();
    });
  }

  private set(leads: boolean): void {
    if (leads !== this.leads) {
      this.leads = leads;
      this.changed(leads);
    }
  }
}
