import type { Messages } from '@/composables/language';
import type { Language } from '@/composables/useWords';
import { copyWords } from '@/ui/copyWords';
import en from './words.en';
import zh from './words.zh-CN';

export const messages: Readonly<Record<Language, Messages>> = {
  'zh-CN': {
    ui: { otherLanguage: 'English', copy: copyWords['zh-CN'] },
    home: zh,
    title: '小二台',
    subtitle: 'Xiaoer Desk',
  },
  en: {
    ui: { otherLanguage: '中文', copy: copyWords.en },
    home: en,
    title: 'Xiaoer Desk',
    subtitle: '小二台',
  },
};
