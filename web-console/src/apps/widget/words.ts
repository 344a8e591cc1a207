import type { Messages } from '@/composables/language';
import type { Language } from '@/composables/useWords';

/** A widget speaks one language; the other one is not loaded. */
export const loadWords: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>> = {
  'zh-CN': () => import('./words.zh-CN'),
  en: () => import('./words.en'),
};
