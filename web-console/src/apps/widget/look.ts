import { isObject, parse } from '@/protocol/codec';
import { LAUNCHER } from './launcherWords';

/** How a shop wants its launcher. Where a field is missing or strange, the launcher is plain. */
export interface Look {
  readonly color: string;
  readonly side: string;
  readonly text: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** @param answer the desk's, or what was kept of it */
export function readLook(answer: string | null, language: string): Look {
  const look = parse(answer ?? '');
  const { color, side, launcher } = isObject(look) ? look : {};
  const { zh, en } = isObject(launcher) ? launcher : {};
  return {
    color: text(color),
    side: text(side),
    text: /^zh/i.test(language) ? text(zh) || LAUNCHER.zh : text(en) || text(zh) || LAUNCHER.en,
  };
}
