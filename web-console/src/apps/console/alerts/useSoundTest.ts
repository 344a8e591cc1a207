import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { siteShelf } from '@/client/world';
import type { OwnBell } from './useBell';

/** How far the test of the sound is: nobody has tried, it rang, or the person has heard it. */
export type Tested = 'no' | 'rang' | 'heard';

export interface SoundTest {
  readonly tested: Readonly<ShallowRef<Tested>>;
  /** The person has to do something before anything can be heard. */
  readonly wanted: ComputedRef<boolean>;
  ring(volume: number): Promise<void>;
  heard(): void;
}

/** The sound is tried once after signing in, and whenever the browser blocks it: an alarm that is off is found too late. */
export function useSoundTest(person: string, bell: OwnBell): SoundTest {
  const shelf = `xiaoer.heard.${person}`;
  const tested = shallowRef<Tested>(siteShelf.getItem(shelf) === null ? 'no' : 'heard');
  // Signing out takes the page away; a reload does not come by here.
  onScopeDispose(() => {
    siteShelf.removeItem(shelf);
  });
  return {
    tested,
    wanted: computed(
      () => bell.state.value !== 'absent' && (bell.state.value === 'blocked' || tested.value !== 'heard'),
    ),
    ring: async (volume) => {
      await bell.test(volume);
      tested.value = bell.state.value === 'ready' ? 'rang' : 'no';
    },
    heard: () => {
      tested.value = 'heard';
      siteShelf.setItem(shelf, 'yes');
    },
  };
}
