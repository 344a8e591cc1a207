import type { WorkbenchDesk } from '@/composables/useWorkbench';
import type { Step } from './steps';

/** Does what an agent chose; what needs words first opens its dialog. */
export function useSteps({ bench, cards, duty }: WorkbenchDesk): (step: Step) => void {
  const take: Readonly<Record<Step, () => void>> = {
    online: () => void duty.set('ONLINE'),
    hangUp: () => {
      duty.dialog.value = 'hangUp';
    },
    break: () => {
      if (bench.value.availability.rest.position > 0) {
        duty.leaveLine();
      } else {
        duty.takeBreak();
      }
    },
    drain: () => void duty.set('DRAINING'),
    signOff: () => {
      if (cards.value.length > 0) {
        duty.dialog.value = 'signOff';
      } else {
        void duty.set('OFFLINE');
      }
    },
  };
  return (step) => {
    take[step]();
  };
}
