import { isObject, parse } from '@/protocol/codec';

/**
 * What the shop's page and the widget's frame tell each other, as one line of text. Only these, each only between the
 * two windows that belong together, and only with the origins they were told. Nothing that was said crosses it.
 */
export type ToFrame =
  | { readonly say: 'open' | 'close' | 'forget' | 'shutdown' }
  | { readonly say: 'identify'; readonly jwt: string }
  | { readonly say: 'language'; readonly tag: string }
  | { readonly say: 'product' | 'order' | 'page'; readonly id: string };
export type ToPage =
  | { readonly say: 'ready' | 'close' | 'gone' }
  | { readonly say: 'unread'; readonly count: number }
  | { readonly say: 'message'; readonly from: 'agent' | 'desk'; readonly at: number };

const MARK = 'xiaoer-desk:';
/** The longest there is holds a signed identity, of which the desk takes 4,096 characters. */
const LONGEST = 5000;

type Check = (value: unknown) => boolean;
/** Each message by its name, with its fields. */
type Shapes = Readonly<Record<string, Readonly<Record<string, Check>>>>;

const isText = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value !== '' && value.length <= longest;
const isJwt: Check = (value) => isText(value, 4096);
const isId: Check = (value) => isText(value, 64);
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;

const TO_FRAME: Shapes = {
  open: {},
  close: {},
  forget: {},
  shutdown: {},
  identify: { jwt: isJwt },
  language: { tag: isId },
  product: { id: isId },
  order: { id: isId },
  page: { id: isId },
};
const TO_PAGE: Shapes = {
  ready: {},
  close: {},
  gone: {},
  unread: { count: isCount },
  message: { from: (value) => value === 'agent' || value === 'desk', at: isCount },
};

export const write = (message: ToFrame | ToPage): string => MARK + JSON.stringify(message);

/** A message of ours, or nothing; anything may be posted to a window. */
export function readToFrame(data: unknown): ToFrame | undefined {
  const value = read(data);
  return fits<ToFrame>(value, TO_FRAME) ? value : undefined;
}

export function readToPage(data: unknown): ToPage | undefined {
  const value = read(data);
  return fits<ToPage>(value, TO_PAGE) ? value : undefined;
}

const read = (data: unknown): unknown =>
  typeof data === 'string' && data.length < LONGEST && data.startsWith(MARK)
    ? parse(data.slice(MARK.length))
    : undefined;

/** It has the fields of one of these, and no others. */
function fits<T>(value: unknown, shapes: Shapes): value is T {
  if (!isObject(value) || typeof value.say !== 'string' || !Object.hasOwn(shapes, value.say)) {
    return false;
  }
  const checks = Object.entries(shapes[value.say] ?? {});
  return (
    Object.keys(value).length === checks.length + 1 &&
    checks.every(([field, isRight]) => isRight(value[field]))
  );
}
