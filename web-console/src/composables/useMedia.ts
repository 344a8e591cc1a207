import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

/** Whether the window, or what its person prefers, is as asked. */
export function useMedia(query: string): Readonly<ShallowRef<boolean>> {
  const media = window.matchMedia(query);
  const matches = shallowRef(media.matches);
  const changed = (): void => {
    matches.value = media.matches;
  };
  media.addEventListener('change', changed);
  onScopeDispose(() => {
    media.removeEventListener('change', changed);
  });
  return matches;
}
