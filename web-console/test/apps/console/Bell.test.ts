import { expect, test } from 'vitest';
import { Bell, type BellState } from '@/apps/console/alerts/Bell';

/** As much of a browser's sound as the bell uses; it notes what is played. */
class FakeAudio extends EventTarget {
  state: AudioContextState = 'suspended';
  readonly currentTime = 0;
  readonly destination = {};
  readonly played: number[] = [];
  loudest = 0;

  constructor(private readonly mayPlay: boolean) {
    super();
  }

  resume(): Promise<void> {
    if (!this.mayPlay) {
      return Promise.reject(new Error('not allowed'));
    }
    this.state = 'running';
    this.dispatchEvent(new Event('statechange'));
    return Promise.resolve();
  }

  createOscillator(): object {
    const frequency = { value: 0 };
    return {
      frequency,
      type: '',
      connect: (next: unknown) => next,
      start: () => this.played.push(frequency.value),
      stop: () => undefined,
    };
  }

  createGain(): object {
    const quiet = (): void => undefined;
    return {
      gain: {
        setValueAtTime: quiet,
        linearRampToValueAtTime: (loud: number) => {
          this.loudest = loud;
        },
        exponentialRampToValueAtTime: quiet,
      },
      connect: (next: unknown) => next,
    };
  }
}

const bellOf = (audio: FakeAudio) => {
  const states: BellState[] = [];
  const bell = new Bell(
    () => audio as unknown as AudioContext,
    (state) => states.push(state),
  );
  return { bell, states };
};

test('nothing sounds before the person has done something, and nothing breaks', () => {
  const audio = new FakeAudio(true);
  const { bell } = bellOf(audio);
  bell.ring('message', 100);
  expect(bell.state).toBe('blocked');
  expect(audio.played).toEqual([]);
});

test('the two sounds are told apart', async () => {
  const audio = new FakeAudio(true);
  const { bell, states } = bellOf(audio);
  await bell.unlock();
  expect(states.at(-1)).toBe('ready');
  bell.ring('message', 70);
  const message = audio.played.splice(0);
  bell.ring('waiting', 70);
  expect(audio.played.length).toBeGreaterThan(message.length);
  expect(message.length).toBeGreaterThan(0);
});

test('it is as loud as was chosen, and silent at nought', async () => {
  const audio = new FakeAudio(true);
  const { bell } = bellOf(audio);
  await bell.unlock();
  bell.ring('message', 0);
  expect(audio.played).toEqual([]);
  bell.ring('message', 20);
  const quiet = audio.loudest;
  bell.ring('message', 100);
  expect(audio.loudest).toBeCloseTo(5 * quiet);
});

test('a browser that refuses is said to block', async () => {
  const { bell, states } = bellOf(new FakeAudio(false));
  await bell.unlock();
  expect(states.at(-1)).toBe('blocked');
});

test('a browser without sound is said to have none', () => {
  expect(new Bell(undefined, () => undefined).state).toBe('absent');
});
