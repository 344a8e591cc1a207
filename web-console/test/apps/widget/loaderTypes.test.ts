import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { XiaoerDesk } from '../../../pages-public/widget/loader';

/** A shop's script, as the published types let one write it. The build checks it; here it is only run. */
function shopsScript(desk: XiaoerDesk): void {
  desk('open');
  desk('close');
  desk('forget');
  desk('language', 'en');
  desk('identify', 'header.payload.signature');
  desk('identify', () => 'header.payload.signature');
  desk('identify', async () => (await fetch('/desk-identity')).text());
  desk('product', 'cup-01');
  desk('order', 'XD20260001');
  desk('on', 'ready', () => undefined);
  desk('on', 'open', (nothing: undefined) => nothing);
  desk('on', 'unread', (count) => count.toFixed(0));
  desk('on', 'message', ({ from, at }) => `${from.toUpperCase()} ${at.toFixed(0)}`);
  desk('shutdown');
  const shop: string | undefined = desk.shop;
  void shop;
}

/** What the types must not let one write; each line that they let pass is an error of the build. */
function mistakes(desk: XiaoerDesk): void {
  // @ts-expect-error there is no such call
  desk('destroy');
  // @ts-expect-error an identity is needed
  desk('identify');
  // @ts-expect-error a number is no identity
  desk('identify', () => 42);
  // @ts-expect-error it is a text
  desk('order', 42);
  // @ts-expect-error opening takes nothing
  desk('open', 'now');
  // @ts-expect-error there is no such event
  desk('on', 'typing', () => undefined);
  // @ts-expect-error a count is a number
  desk('on', 'unread', (count: string) => count);
  // @ts-expect-error what was said stays in the chat
  desk('on', 'message', ({ text }) => String(text));
  // @ts-expect-error the loader says which shop it is
  desk.shop = 'other';
}

test('a script that keeps to the published types makes the calls there are', () => {
  const desk = vi.fn<(...call: readonly unknown[]) => void>();
  shopsScript(desk);
  expect(new Set(desk.mock.calls.map(([name]) => name))).toEqual(
    new Set(['open', 'close', 'forget', 'language', 'identify', 'product', 'order', 'on', 'shutdown']),
  );
  expect(mistakes).toBeTypeOf('function');
});

test('calls may be queued before the loader is there, as the published words say', () => {
  const page: { XiaoerDesk?: XiaoerDesk } = {};
  page.XiaoerDesk ??= (...call: readonly [string, ...unknown[]]) => {
    if (page.XiaoerDesk !== undefined) {
      (page.XiaoerDesk.q ??= []).push(call);
    }
  };
  page.XiaoerDesk('identify', 'a.b.c');
  page.XiaoerDesk('open');
  expect(page.XiaoerDesk.q).toEqual([['identify', 'a.b.c'], ['open']]);
});

test('the published types need nothing else', () => {
  const text = readFileSync('pages-public/widget/loader.d.ts', 'utf8');
  expect(text).not.toMatch(/\bimport\b|reference path/);
});
