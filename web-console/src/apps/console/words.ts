import { createI18n } from 'vue-i18n';
import { useLanguage } from '@/composables/language';
import type { Words } from '@/composables/useWords';
import uiEn from '@/ui/words.en';
import uiZh from '@/ui/words.zh-CN';
import en from './words.en';
import zh from './words.zh-CN';

/** The console's words, by vue-i18n; other pages are too small for it. */
export function consoleWords(): { readonly i18n: ReturnType<typeof create>; readonly words: Words } {
  const language = useLanguage();
  const i18n = create(language.value);
  const { t, locale } = i18n.global;
  return {
    i18n,
    words: {
      language,
      say: (key, values) => {
        locale.value = language.value;
        return t(key, { ...values });
      },
    },
  };
}

const create = (locale: string) =>
  createI18n({
    legacy: false,
    locale,
    messages: { 'zh-CN': { ...uiZh, console: zh }, en: { ...uiEn, console: en } },
  });
