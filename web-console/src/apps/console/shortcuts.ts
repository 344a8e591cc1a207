/** What can be done by one chord from anywhere at the workbench. By key code: an Alt key may write other letters. */
export const SHORTCUTS = [
  { action: 'command', chord: 'Ctrl+KeyK' },
  { action: 'next', chord: 'Alt+ArrowDown' },
  { action: 'previous', chord: 'Alt+ArrowUp' },
  { action: 'mine', chord: 'Alt+Digit1' },
  { action: 'waiting', chord: 'Alt+Digit2' },
  { action: 'team', chord: 'Alt+Digit3' },
  { action: 'compose', chord: 'Alt+KeyC' },
  { action: 'note', chord: 'Alt+KeyN' },
  { action: 'panel', chord: 'Alt+KeyP' },
  { action: 'recall', chord: 'Alt+KeyZ' },
  { action: 'close', chord: 'Alt+KeyX' },
  { action: 'sheet', chord: '?' },
] as const;

export type Action = (typeof SHORTCUTS)[number]['action'];

const CAPS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

/** The key caps of a chord: `Alt`, `↓`. */
export const keysOf = (chord: string): readonly string[] =>
  chord.split('+').map((key) => CAPS[key] ?? key.replace(/^(Key|Digit)/, ''));

/** The action an event asks for. A chord of a plain character is text where text is written. */
export function actionOf(event: KeyboardEvent): Action | undefined {
  const modifiers = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`;
  const asks = /[?？]/.test(event.key);
  const pressed = asks ? '?' : `${modifiers}${event.code}`;
  return asks && isWriting(event.target)
    ? undefined
    : SHORTCUTS.find(({ chord }) => chord === pressed)?.action;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio]), textarea, select');
