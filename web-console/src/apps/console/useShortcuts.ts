import { onScopeDispose } from 'vue';
import { actionOf, type Action } from './shortcuts';

/** Listens to the chords of the workbench, but for where a dialog is in front. */
export function useShortcuts(does: Readonly<Partial<Record<Action, () => void>>>): void {
  const pressed = (event: KeyboardEvent): void => {
    const action = actionOf(event);
    const act = action === undefined ? undefined : does[action];
    if (act !== undefined && !event.isComposing && document.querySelector('dialog[open]') === null) {
      event.preventDefault();
      act();
    }
  };
  window.addEventListener('keydown', pressed);
  onScopeDispose(() => {
    window.removeEventListener('keydown', pressed);
  });
}
