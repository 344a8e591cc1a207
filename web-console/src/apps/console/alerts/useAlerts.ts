import type { WorkbenchDesk } from '@/composables/useWorkbench';
import { useTitle } from './useTitle';

/** Tells the agent of what came while the console is not looked at. */
export function useAlerts(desk: WorkbenchDesk): void {
  useTitle(desk.bench);
}
