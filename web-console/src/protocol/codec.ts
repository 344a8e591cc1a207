import type { ByAgent, ByBuyer, Frame } from './frames';

type Kind = 'string' | 'number' | 'boolean' | 'object';

/** What the pages rely on in each frame. More may come: a newer server may say more than an older page knows. */
const RELIED_ON: Readonly<Record<Frame['type'], Readonly<Record<string, Kind>>>> = {
  welcome: { connection: 'string', you: 'object', heartbeat: 'number', topics: 'object' },
  reply: { ref: 'string', topic: 'string', seq: 'number', id: 'string' },
  refusal: { code: 'string', words: 'string', retry: 'boolean' },
  event: { topic: 'string', seq: 'number', id: 'string', ts: 'number', event: 'object' },
  signal: { topic: 'string', signal: 'object' },
  followed: { ref: 'string', topic: 'string', seq: 'number', limited: 'boolean' },
  resync: { topic: 'string' },
  heartbeat: { heads: 'object' },
  goodbye: { reconnectAfterMs: 'number' },
  store: { available: 'boolean' },
};

export type Command = ByBuyer | ByAgent;

export const encode = (command: Command): string => JSON.stringify(command);

/** A frame of the server, or nothing when it is none that this page knows. */
export function decode(text: string): Frame | undefined {
  const value = parse(text);
  return isFrame(value) ? value : undefined;
}

/** JSON that may be anything; undefined when it is no JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function isFrame(value: unknown): value is Frame {
  if (!isObject(value) || typeof value.type !== 'string' || !Object.hasOwn(RELIED_ON, value.type)) {
    return false;
  }
  const needs = RELIED_ON[value.type as Frame['type']];
  return Object.entries(needs).every(([name, kind]) => typeof value[name] === kind && value[name] !== null);
}

/** A command this page has written down itself. */
export const isCommand = (value: unknown): value is Extract<Command, { readonly ref: string }> =>
  isObject(value) && typeof value.type === 'string' && typeof value.ref === 'string';

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
