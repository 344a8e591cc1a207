import { expect, test } from 'vitest';
import { readSettings, usual } from '@/state/settings';

test('settings that were kept come back', () => {
  const own = {
    ...usual,
    sendKey: 'ctrlEnter',
    sound: false,
    volume: 5,
    notifications: true,
    notificationText: true,
    theme: 'dark',
    language: 'en',
  };
  expect(readSettings(own)).toEqual(own);
});

test('what makes no sense is as usual', () => {
  for (const strange of [undefined, null, 'dark', 3, [], {}]) {
    expect(readSettings(strange)).toEqual(usual);
  }
  const broken = { sendKey: 'space', sound: 'no', volume: 101, notifications: 1, theme: 3, language: {} };
  expect(readSettings(broken)).toEqual(usual);
});

test('nobody reads over a shoulder what buyers wrote, unless the person wants it', () => {
  expect(usual.notificationText).toBe(false);
});
