/** What a key event says. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/** Under which heading the sheet shows a shortcut. */
export const CHAPTERS = ['everywhere', 'lists', 'talk'] as const;

interface Chord {
  readonly caps: readonly string[];
  /** Writes a character where text is written, and is left to it there. */
  readonly writes: boolean;
  readonly is: (pressed: Pressed) => boolean;
}

/** By the place of the key: with Alt, macOS types another letter. AltGr comes as Ctrl and Alt, and is none of ours. */
const alt = (code: string, cap: string): Chord => ({
  caps: ['Alt', cap],
  writes: false,
  is: ({ altKey, ctrlKey, metaKey, shiftKey, code: pressed }) =>
    altKey && !ctrlKey && !metaKey && !shiftKey && pressed === code,
});

/** Ctrl, or Cmd where there is one. */
const ctrl = (code: string, cap: string): Chord => ({
  caps: ['Ctrl', cap],
  writes: false,
  is: ({ altKey, ctrlKey, metaKey, shiftKey, code: pressed }) =>
    ctrlKey !== metaKey && !altKey && !shiftKey && pressed === code,
});

/** A character; input methods write some of them in full width. */
const typed = (...characters: readonly [string, ...string[]]): Chord => ({
  caps: [characters[0]],
  writes: true,
  is: ({ key, altKey, ctrlKey, metaKey }) => characters.includes(key) && !altKey && !ctrlKey && !metaKey,
});

/**
 * The one table of shortcuts: it drives the keys, and the sheet is written from it. Browsers have no menu on Alt with
 * these letters, and switch tabs by Alt with a digit, which is why there is none.
 */
export const SHORTCUTS = [
  { action: 'command', chapter: 'everywhere', chord: ctrl('KeyK', 'K') },
  { action: 'sheet', chapter: 'everywhere', chord: typed('?', '？') },
  { action: 'settings', chapter: 'everywhere', chord: alt('Comma', ',') },
  { action: 'accept', chapter: 'everywhere', chord: alt('KeyA', 'A') },
  { action: 'refuse', chapter: 'everywhere', chord: alt('KeyR', 'R') },
  { action: 'next', chapter: 'lists', chord: alt('ArrowDown', '↓') },
  { action: 'previous', chapter: 'lists', chord: alt('ArrowUp', '↑') },
  { action: 'unanswered', chapter: 'lists', chord: alt('KeyN', 'N') },
  { action: 'mine', chapter: 'lists', chord: alt('KeyJ', 'J') },
  { action: 'waiting', chapter: 'lists', chord: alt('KeyK', 'K') },
  { action: 'team', chapter: 'lists', chord: alt('KeyL', 'L') },
  { action: 'ended', chapter: 'lists', chord: alt('Semicolon', ';') },
  { action: 'compose', chapter: 'talk', chord: alt('KeyI', 'I') },
  { action: 'note', chapter: 'talk', chord: alt('KeyM', 'M') },
  { action: 'panel', chapter: 'talk', chord: alt('KeyP', 'P') },
  { action: 'recall', chapter: 'talk', chord: alt('KeyZ', 'Z') },
  { action: 'transfer', chapter: 'talk', chord: alt('KeyG', 'G') },
  { action: 'register', chapter: 'talk', chord: alt('KeyQ', 'Q') },
  { action: 'close', chapter: 'talk', chord: alt('KeyW', 'W') },
] as const;

export type Action = (typeof SHORTCUTS)[number]['action'];

/** What a key asks for; nothing while an input method composes a word. */
export function actionOf(pressed: Pressed, writing: boolean): Action | undefined {
  // 229 is how a key looks that went to an input method.
  if (pressed.isComposing || pressed.keyCode === 229) {
    return undefined;
  }
  return SHORTCUTS.find(({ chord }) => chord.is(pressed) && !(writing && chord.writes))?.action;
}

/** The caps of the keys, as they are written on keyboards. */
export const capsOf = (action: Action): readonly string[] =>
  SHORTCUTS.find((shortcut) => shortcut.action === action)?.chord.caps ?? [];
