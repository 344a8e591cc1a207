import { isObject, parse } from '@/protocol/codec';

/**
 * What the shop's page and the widget's frame tell each other, as one line of text. Only these, each only between the
 * two windows that belong together, and only with the origins they were told.
 */
export type ToFrame = { readonly say: 'open' | 'close' } | { readonly say: 'identify'; readonly jwt: string };
export type ToPage = { readonly say: 'ready' | 'close' } | { readonly say: 'unread'; readonly count: number };

const MARK = 'xiaoer-desk:';

export const write = (message: ToFrame | ToPage): string => MARK + JSON.stringify(message);

/** A message of ours, or nothing; anything may be posted to a window. */
function read(data: unknown): Readonly<Record<string, unknown>> | undefined {
  const value =
    typeof data === 'string' && data.startsWith(MARK) ? parse(data.slice(MARK.length)) : undefined;
  return isObject(value) ? value : undefined;
}

export function readToFrame(data: unknown): ToFrame | undefined {
  const message = read(data);
  if (message?.say === 'identify') {
    return typeof message.jwt === 'string' ? { say: 'identify', jwt: message.jwt } : undefined;
  }
  return message?.say === 'open' || message?.say === 'close' ? { say: message.say } : undefined;
}

export function readToPage(data: unknown): ToPage | undefined {
  const message = read(data);
  if (message?.say === 'unread') {
    return typeof message.count === 'number' ? { say: 'unread', count: message.count } : undefined;
  }
  return message?.say === 'ready' || message?.say === 'close' ? { say: message.say } : undefined;
}
