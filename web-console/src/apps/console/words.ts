import { createI18n } from 'vue-i18n';
import { useLanguage } from '@/composables/language';
import type { Words } from '@/composables/useWords';
import uiEn from '@/ui/words.en';
import uiZh from '@/ui/words.zh-CN';
import refusalsEn from './refusals.en';
import refusalsZh from './refusals.zh-CN';
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

const refusals = {
  'zh-CN': { ...uiZh.refusal, ...refusalsZh },
  en: { ...uiEn.refusal, ...refusalsEn },
};
export const messages = {
  'zh-CN': { ...uiZh, refusal: refusals['zh-CN'], console: zh },
  en: { ...uiEn, refusal: refusals.en, console: en },
};

const create = (locale: string) =>
  createI18n({
    legacy: false,
    locale,
    messages,
  });
