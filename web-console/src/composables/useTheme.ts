import { inject, provide, watchEffect, type InjectionKey, type Ref } from 'vue';
import { siteShelf } from '@/client/world';
import { useKept } from './useKept';
import { useMedia } from './useMedia';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY: InjectionKey<Ref<Theme>> = Symbol('theme');

/** Light or dark: as the system has it until the person chooses, and as chosen from then on. */
export function provideTheme(): void {
  const theme = useKept<Theme>(siteShelf, 'xiaoer.theme', THEMES);
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  watchEffect(() => {
    const isDark = theme.value === 'system' ? systemIsDark.value : theme.value === 'dark';
    const { classList } = document.documentElement;
    classList.toggle('dark', isDark);
    classList.toggle('light', !isDark);
  });
  provide(KEY, theme);
}

export function useTheme(): Ref<Theme> {
  const theme = inject(KEY);
  if (theme === undefined) {
    throw new Error('the app has provided no theme');
  }
  return theme;
}
