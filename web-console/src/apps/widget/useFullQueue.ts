import { watch, type ShallowRef } from 'vue';
import type { VisitDesk } from '@/composables/visitDesk';

/**
 * As many wait as may: what was written goes into the form.
 *
 * @param ask asks the desk how many are there now
 */
export function useFullQueue(
  visit: VisitDesk,
  draft: ShallowRef<string>,
  leaving: ShallowRef<boolean>,
  ask: () => Promise<void>,
): void {
  watch(
    () => visit.shown.value.pending.find(({ failed }) => failed === 'QUEUE_FULL'),
    (refused) => {
      if (refused !== undefined) {
        draft.value = refused.text;
        leaving.value = true;
        visit.drop(refused.ref);
        void ask();
      }
    },
  );
}
