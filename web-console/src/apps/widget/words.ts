import type { Messages } from '@/composables/language';
import type { Language } from '@/composables/useWords';
import uiEn from '@/ui/words.en';
import uiZh from '@/ui/words.zh-CN';
import en from './words.en';
import zh from './words.zh-CN';

export const messages: Readonly<Record<Language, Messages>> = {
  'zh-CN': { ...uiZh, widget: zh },
  en: { ...uiEn, widget: en },
};
