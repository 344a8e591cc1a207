import { watch } from 'vue';
import { siteShelf } from '@/client/world';
import { choose, knownLanguage } from '@/composables/language';
import type { OwnSettings } from '@/composables/useSettings';
import { THEMES, useTheme } from '@/composables/useTheme';
import { useWords } from '@/composables/useWords';

const SHELF = 'xiaoer.person';

/**
 * Theme and language are remembered for each person, and come back when another one was at this browser in between. What
 * the same person has chosen before signing in stays.
 */
export function useOwnLook(person: string, { settings, change }: OwnSettings): void {
  const theme = useTheme();
  const { language } = useWords();
  if (siteShelf.getItem(SHELF) !== person) {
    siteShelf.setItem(SHELF, person);
    theme.value = THEMES.find((known) => known === settings.value.theme) ?? theme.value;
    choose(language, knownLanguage(settings.value.language) ?? language.value);
  }
  watch([theme, language], ([look, words]) => {
    change({ theme: look, language: words });
  });
}
