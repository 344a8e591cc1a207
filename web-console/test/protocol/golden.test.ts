import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decode, encode, isFrame, isObject } from '@/protocol/codec';
import { EVENT_TYPES, FRAME_TYPES, SIGNAL_TYPES } from '@/protocol/frames';

/** The same files are read by the server's tests. */
const golden = (name: string): readonly unknown[] => {
  const list: unknown = JSON.parse(
    readFileSync(new URL(`../../../server/src/test/resources/golden/${name}.json`, import.meta.url), 'utf8'),
  );
  return Array.isArray(list) ? list : [];
};
const frames = golden('frames');
const typeOf = (value: unknown): unknown => (isObject(value) ? value.type : undefined);

test('every golden frame is read and written back the same', () => {
  expect(frames.length).toBeGreaterThan(20);
  for (const frame of frames) {
    expect(decode(JSON.stringify(frame))).toEqual(frame);
  }
});

test('every type of frame, event and signal is among them', () => {
  expect(new Set(frames.map(typeOf))).toEqual(new Set(FRAME_TYPES));
  const inner = (field: string) =>
    new Set(
      frames.flatMap((frame) => (isObject(frame) && isObject(frame[field]) ? [typeOf(frame[field])] : [])),
    );
  expect(inner('event')).toEqual(new Set(EVENT_TYPES));
  expect(inner('signal')).toEqual(new Set(SIGNAL_TYPES));
});

test('a frame that lacks what the pages rely on is none', () => {
  for (const frame of frames) {
    if (!isObject(frame)) {
      throw new Error('a golden frame is an object');
    }
    const relied = { event: 'event', signal: 'signal', refusal: 'code', reply: 'ref', followed: 'limited' };
    const field = Object.entries(relied).find(([type]) => type === frame.type)?.[1];
    if (field !== undefined) {
      expect(isFrame({ ...frame, [field]: undefined })).toBe(false);
      expect(isFrame({ ...frame, [field]: null })).toBe(false);
    }
  }
});

test('a newer server may say more', () => {
  expect(isFrame({ type: 'store', available: true, since: 1 })).toBe(true);
});

test('commands are written as the server reads them', () => {
  const start = golden('by-buyer').find((command) => typeOf(command) === 'conversation.start');
  const written = encode({
    type: 'conversation.start',
    ref: 'kq0cNl3sQ2mXv8dYb7RtEw',
    group: 'after-sales',
    text: '在吗?我的杯子碎了 😢',
    previous: null,
    contact: null,
    page: null,
    about: null,
  });
  expect(JSON.parse(written)).toEqual(start);
});
