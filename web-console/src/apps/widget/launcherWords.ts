export const isChinese = (language: string): boolean => language.toLowerCase().startsWith('zh');

/** What the button says until the shop's own words are there, and what a screen reader calls the frame. */
export const launcherWords = (language: string): string =>
  isChinese(language) ? '联系客服' : 'Chat with us';
