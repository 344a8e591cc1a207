import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messages as demo } from '@/apps/demo/words';
import { messages as home } from '@/apps/home/words';
import widgetEn from '@/apps/widget/words.en';
import widgetZh from '@/apps/widget/words.zh-CN';
import consoleEn from '@/apps/console/words.en';
import consoleZh from '@/apps/console/words.zh-CN';
import { messages as consoleMessages } from '@/apps/console/words';
import { isObject } from '@/protocol/codec';
import { CLOSE_REASONS, REFUSAL_RETRIES } from '@/protocol/frames';
import uiEn from '@/ui/words.en';
import uiZh from '@/ui/words.zh-CN';

const widget = { 'zh-CN': widgetZh, en: widgetEn };

const FILES = {
  ui: { 'zh-CN': uiZh, en: uiEn },
  console: { 'zh-CN': consoleZh, en: consoleEn },
  refusals: { 'zh-CN': consoleMessages['zh-CN'].refusal, en: consoleMessages.en.refusal },
  widget,
  demo,
  home,
};

function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') {
    return [[path, value]];
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [];
}
const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(Object.entries(FILES))('%s says the same things in Chinese and in English', (_, files) => {
  const zh = new Map(leaves(files['zh-CN'], ''));
  const en = new Map(leaves(files.en, ''));
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  for (const [key, text] of zh) {
    expect([key, placeholders(en.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    expect([key, text.trim() !== '' && en.get(key)?.trim() !== '']).toEqual([key, true]);
  }
});

test('every refusal of the server has words', () => {
  expect(Object.keys(consoleMessages['zh-CN'].refusal)).toEqual(
    expect.arrayContaining(Object.keys(REFUSAL_RETRIES)),
  );
  expect(Object.keys(CLOSE_REASONS).length).toBeGreaterThan(0);
});

test('every word that is asked for by its name is there', () => {
  const known = new Set([
    ...leaves(uiZh, '').map(([key]) => key.slice(1)),
    ...leaves(consoleZh, 'console').map(([key]) => key),
    ...[widget, demo, home].flatMap((app) => leaves(app['zh-CN'], '').map(([key]) => key.slice(1))),
  ]);
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(vue|ts)$/.test(file),
  );
  const asked = sources.flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/say\(\s*'([\w.-]+)'/g)].map(
      ([, key = '']) => `${file}: ${key}`,
    ),
  );
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((one) => !known.has(one.split(': ')[1] ?? ''))).toEqual([]);
});

test('vue-i18n can read every word of the console: a bare @ is a link to it, a bare | a choice', () => {
  const words = [...leaves(consoleZh, 'console'), ...leaves(consoleEn, 'console'), ...leaves(uiZh, '')];
  expect(words.filter(([, text]) => /[@|]/.test(text))).toEqual([]);
});
