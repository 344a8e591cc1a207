const WORDS = {
  zh: { open: '联系客服', title: '在线客服' },
  en: { open: 'Chat with us', title: 'Customer service' },
};

export const launcherWords = (language: string): { readonly open: string; readonly title: string } =>
  language.toLowerCase().startsWith('zh') ? WORDS.zh : WORDS.en;
