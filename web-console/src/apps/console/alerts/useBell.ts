import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { Tone } from '@/state/alarm';
import { Bell, type BellState } from './Bell';

export interface OwnBell {
  readonly state: Readonly<ShallowRef<BellState>>;
  ring(tone: Tone, volume: number): void;
  /** Called by a click: unlocks the sound, and lets it be heard. */
  test(volume: number): Promise<void>;
}

const GESTURES = ['pointerdown', 'keydown'] as const;

/** The sound of this tab. The first thing that the person does in it unlocks it. */
export function useBell(): OwnBell {
  const open = 'AudioContext' in window ? (): AudioContext => new AudioContext() : undefined;
  const state = shallowRef<BellState>('blocked');
  const bell = new Bell(open, (now) => {
    state.value = now;
  });
  state.value = bell.state;

  const unlock = (): void => {
    if (state.value === 'blocked') {
      void bell.unlock();
    }
  };
  GESTURES.forEach((name) => {
    window.addEventListener(name, unlock, { capture: true, passive: true });
  });
  onScopeDispose(() => {
    GESTURES.forEach((name) => {
      window.removeEventListener(name, unlock, { capture: true });
    });
    bell.leave();
  });
  if (wasTouched()) {
    unlock();
  }

  return {
    state,
    ring: (tone, volume) => {
      bell.ring(tone, volume);
    },
    test: async (volume) => {
      await bell.unlock();
      bell.ring('message', volume);
    },
  };
}

/** Somebody has clicked or typed in this page before, as at signing in; older browsers do not tell. */
const wasTouched = (): boolean => 'userActivation' in navigator && navigator.userActivation.hasBeenActive;
