import { isObject, parse } from '@/protocol/codec';
import { isChinese } from './launcherWords';

/** How a shop wants its launcher. Where a field is missing or strange, the launcher looks plain. */
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
  return { color: text(color), side: text(side), text: (isChinese(language) ? '' : text(en)) || text(zh) };
}

/** What the desk answers; nothing where it is not there, or where the page's policy lets nobody ask it. */
export const askLook = (desk: string, shop: string): Promise<string> =>
  fetch(`${desk}/api/v1/shops/${shop}/widget`, { credentials: 'omit' }).then(
    (answer) => (answer.ok ? answer.text() : ''),
    () => '',
  );
