import { isObject } from '@/protocol/codec';

export const SEND_KEYS = ['enter', 'ctrlEnter'] as const;
export type SendKey = (typeof SEND_KEYS)[number];

/** How one person wants the console; kept in this browser. */
export interface Settings {
  readonly sendKey: SendKey;
  readonly sound: boolean;
  /** From 0 to 100. */
  readonly volume: number;
  readonly notifications: boolean;
  /** Whether notifications show what buyers wrote: others may see the screen (RULES C8). */
  readonly notificationText: boolean;
  /** Theme and language as this person chose them last; null while none was chosen. */
  readonly theme: string | null;
  readonly language: string | null;
}

export const usual: Settings = {
  sendKey: 'enter',
  sound: true,
  volume: 70,
  notifications: false,
  notificationText: false,
  theme: null,
  language: null,
};

/** What was kept; what is missing or makes no sense is as usual. */
export function readSettings(kept: unknown): Settings {
  if (!isObject(kept)) {
    return usual;
  }
  const { volume } = kept;
  const text = (name: 'theme' | 'language'): string | null => {
    const found = kept[name];
    return typeof found === 'string' ? found : null;
  };
  const flag = (name: 'sound' | 'notifications' | 'notificationText'): boolean => {
    const found = kept[name];
    return typeof found === 'boolean' ? found : usual[name];
  };
  return {
    sendKey: SEND_KEYS.find((known) => known === kept['sendKey']) ?? usual.sendKey,
    sound: flag('sound'),
    volume: typeof volume === 'number' && volume >= 0 && volume <= 100 ? volume : usual.volume,
    notifications: flag('notifications'),
    notificationText: flag('notificationText'),
    theme: text('theme'),
    language: text('language'),
  };
}
