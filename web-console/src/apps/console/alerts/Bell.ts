import type { Tone } from '@/state/alarm';

/** Whether the browser lets this page make a sound. */
export type BellState = 'blocked' | 'ready' | 'absent';

interface Note {
  readonly hertz: number;
  /** In seconds from the start. */
  readonly at: number;
  readonly lasts: number;
}

/** Two that nobody mistakes for each other: up once and short, or three times the same and insisting. */
const NOTES: Readonly<Record<Tone, readonly Note[]>> = {
  message: [
    { hertz: 784, at: 0, lasts: 0.12 },
    { hertz: 1047, at: 0.12, lasts: 0.22 },
  ],
  waiting: [
    { hertz: 659, at: 0, lasts: 0.16 },
    { hertz: 659, at: 0.24, lasts: 0.16 },
    { hertz: 880, at: 0.48, lasts: 0.3 },
  ],
};
const LOUDEST = 0.5;
/** Short enough to be heard as a start, long enough not to click. */
const ATTACK_S = 0.012;

/** Makes the sounds of the desk, without a file. */
export class Bell {
  private context: AudioContext | undefined;

  constructor(
    private readonly open: (() => AudioContext) | undefined,
    private readonly changed: (state: BellState) => void,
  ) {}

  get state(): BellState {
    if (this.open === undefined) {
      return 'absent';
    }
    return this.context?.state === 'running' ? 'ready' : 'blocked';
  }

  /** To be called while the person does something: only then browsers allow sound. */
  async unlock(): Promise<void> {
    if (this.context === undefined) {
      this.context = this.open?.();
      this.context?.addEventListener('statechange', () => {
        this.changed(this.state);
      });
    }
    try {
      await this.context?.resume();
    } catch {
      // It stays blocked, and the page says so.
    }
    this.changed(this.state);
  }

  /** @param volume from 0 to 100 */
  ring(tone: Tone, volume: number): void {
    const { context } = this;
    if (context?.state === 'running' && volume > 0) {
      NOTES[tone].forEach((note) => {
        play(context, note, (volume / 100) * LOUDEST);
      });
    }
  }

  leave(): void {
    void this.context?.close();
    this.context = undefined;
  }
}

function play(context: AudioContext, { hertz, at, lasts }: Note, loud: number): void {
  const from = context.currentTime + at;
  const voice = context.createOscillator();
  const gain = context.createGain();
  voice.type = 'triangle';
  voice.frequency.value = hertz;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loud, from + ATTACK_S);
  gain.gain.exponentialRampToValueAtTime(0.001, from + lasts);
  voice.connect(gain).connect(context.destination);
  voice.start(from);
  voice.stop(from + lasts);
}
