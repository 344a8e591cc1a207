import { shallowRef, watchEffect, type Ref } from 'vue';
import { siteShelf } from '@/client/world';
import { LANGUAGES, type Language, type Words } from './useWords';

const SHELF = 'xiaoer.language';

/** Messages, nested by topic. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

export const knownLanguage = (tag: string | null | undefined): Language | undefined =>
  LANGUAGES.find((language) => tag?.toLowerCase().startsWith(language.slice(0, 2)));

/** What the person chose, else what the browser asks for; Chinese first. */
export function useLanguage(asked?: string | null): Ref<Language> {
  const language = shallowRef(
    knownLanguage(asked) ??
      knownLanguage(siteShelf.getItem(SHELF)) ??
      knownLanguage(navigator.language) ??
      'zh-CN',
  );
  watchEffect(() => {
    document.documentElement.lang = language.value;
  });
  return language;
}

export function choose(language: Ref<Language>, chosen: Language): void {
  language.value = chosen;
  siteShelf.setItem(SHELF, chosen);
}

/** Looks words up, for pages that have to stay small. */
export function smallWords(language: Ref<Language>, messages: Readonly<Record<Language, Messages>>): Words {
  return {
    language,
    say: (key, values = {}) => {
      const found = find(messages[language.value], key) ?? key;
      return found.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
    },
  };
}

function find(messages: Messages, key: string): string | undefined {
  let at: string | Messages | undefined = messages;
  for (const part of key.split('.')) {
    at = typeof at === 'object' ? at[part] : undefined;
  }
  return typeof at === 'string' ? at : undefined;
}
