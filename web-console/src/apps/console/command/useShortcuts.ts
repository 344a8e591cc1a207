import { onScopeDispose } from 'vue';
import { actionOf, type Action } from './shortcuts';

export type Does = Readonly<Partial<Record<Action, () => void>>>;

/** Does what the shortcuts ask for, but not behind a dialog. */
export function useShortcuts(does: Does): void {
  const pressed = (event: KeyboardEvent): void => {
    const action = actionOf(event, isWriting(event.target));
    const act = action === undefined ? undefined : does[action];
    if (act !== undefined && !event.defaultPrevented && document.querySelector('dialog[open]') === null) {
      event.preventDefault();
      act();
    }
  };
  window.addEventListener('keydown', pressed);
  onScopeDispose(() => {
    window.removeEventListener('keydown', pressed);
  });
}

const WRITTEN_IN =
  'input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]';

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches(WRITTEN_IN);
