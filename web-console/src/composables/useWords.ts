import { inject, provide, type InjectionKey, type Ref } from 'vue';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where components take their words from; each app brings its own message files. */
export interface Words {
  readonly language: Ref<Language>;
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

const KEY: InjectionKey<Words> = Symbol('words');

export const provideWords = (words: Words): void => {
  provide(KEY, words);
};

export function useWords(): Words {
  const words = inject(KEY);
  if (words === undefined) {
    throw new Error('the app has provided no words');
  }
  return words;
}

/** For apps that install words on the app itself. */
export { KEY as WORDS };
