import type { Ref } from 'vue';
import { knownLanguage, type Messages } from '@/composables/language';
import type { Language } from '@/composables/useWords';

/** What has been loaded: the words of one language, and of the other once the page has changed to it. */
export const messages: Record<Language, Messages> = { 'zh-CN': {}, en: {} };

const loadWords: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>> = {
  'zh-CN': () => import('./words.zh-CN'),
  en: () => import('./words.en'),
};

/** Goes over to a language when its words are there. */
export async function speak(language: Ref<Language>, tag: string): Promise<void> {
  const chosen = knownLanguage(tag) ?? 'en';
  messages[chosen] = (await loadWords[chosen]()).default;
  language.value = chosen;
}
