import { expect, test } from 'vitest';
import { actionOf, capsOf, SHORTCUTS, type Pressed } from '@/apps/console/command/shortcuts';

const key = (what: Partial<Pressed>): Pressed => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...what,
});
const altN = key({ altKey: true, code: 'KeyN', key: 'n' });

test('a chord asks for its action, in a field too', () => {
  expect(actionOf(altN, false)).toBe('unanswered');
  expect(actionOf(altN, true)).toBe('unanswered');
  expect(actionOf(key({ ctrlKey: true, code: 'KeyK' }), true)).toBe('command');
  expect(actionOf(key({ metaKey: true, code: 'KeyK' }), true)).toBe('command');
});

test('nothing is done while an input method composes', () => {
  expect(actionOf({ ...altN, isComposing: true }, true)).toBeUndefined();
  expect(actionOf({ ...altN, keyCode: 229 }, true)).toBeUndefined();
});

test('a character is left to the field it is written in', () => {
  for (const character of ['?', '？']) {
    expect(actionOf(key({ key: character, shiftKey: true, code: 'Slash' }), false)).toBe('sheet');
    expect(actionOf(key({ key: character, shiftKey: true, code: 'Slash' }), true)).toBeUndefined();
  }
});

test('on a Mac the place of the key counts, not the letter that it types', () => {
  expect(actionOf(key({ altKey: true, code: 'KeyN', key: 'Dead' }), true)).toBe('unanswered');
});

test('AltGr, which comes as Ctrl and Alt, types letters and does nothing else', () => {
  expect(actionOf({ ...altN, ctrlKey: true }, true)).toBeUndefined();
});

test('more keys than the chord has are another chord', () => {
  expect(actionOf({ ...altN, shiftKey: true }, true)).toBeUndefined();
  expect(actionOf(key({ ctrlKey: true, shiftKey: true, code: 'KeyK' }), true)).toBeUndefined();
});

test('no two shortcuts have the same keys, and each can be shown', () => {
  const shown = SHORTCUTS.map(({ action }) => capsOf(action).join('+'));
  expect(new Set(shown).size).toBe(SHORTCUTS.length);
  expect(shown).not.toContain('');
});
