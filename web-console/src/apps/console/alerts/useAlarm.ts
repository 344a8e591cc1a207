import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useLooking } from '@/composables/useLooking';
import { useNow } from '@/composables/useNow';
import type { WorkbenchDesk } from '@/composables/useWorkbench';
import { hear, ringingIn, silence, type Heard, type Scene } from '@/state/alarm';
import { CONSOLE } from '@/state/looks';
import { useLooks } from './useLooks';

/** What the alarm has to know of the page. */
export interface Watched {
  readonly person: string;
  readonly desk: WorkbenchDesk;
  /** What the page shows: a conversation, the queue, what was registered. */
  readonly places: Readonly<Ref<readonly string[]>>;
  /** Buyers who wait in the agent's groups. */
  readonly queued: Readonly<Ref<number>>;
  /** What colleagues want of the agent and the agent has not looked at. */
  readonly mentions: Readonly<Ref<number>>;
}

/**
 * Follows what happens at the desk and says what rings, as it happens and once a second.
 *
 * @param rang called with whatever there is to hear
 */
export function useAlarm(
  { person, desk, places, queued, mentions }: Watched,
  rang: (heard: Heard) => void,
): ComputedRef<Scene> {
  const now = useNow();
  const looking = useLooking();
  const here = computed(() => (looking.value ? [CONSOLE, ...places.value] : []));
  const lookedAt = useLooks(person, here, now);
  const scene = computed((): Scene => ({
    now: now.value,
    talks: ringingIn(desk.bench.value),
    lookedAt: lookedAt.value,
    queued: desk.bench.value.availability.state === 'ONLINE' ? queued.value : 0,
    mentions: mentions.value,
  }));
  const alarm = shallowRef(silence);
  watch(
    scene,
    (at) => {
      if (!desk.settled.value) {
        return;
      }
      // What came after the last tick came now.
      const heard = hear(alarm.value, { ...at, now: Date.now() });
      alarm.value = heard.alarm;
      if (heard.tone !== null || heard.fresh.length > 0 || heard.late.length > 0 || heard.mentioned) {
        rang(heard);
      }
    },
    { immediate: true },
  );
  return scene;
}
