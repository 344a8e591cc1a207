import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

/** Whether the person looks at this page: it is in front and has the focus. */
export function useLooking(): Readonly<ShallowRef<boolean>> {
  const looking = shallowRef(true);
  const look = (): void => {
    looking.value = document.visibilityState === 'visible' && document.hasFocus();
  };
  look();
  const events = ['focus', 'blur'] as const;
  events.forEach((name) => {
    window.addEventListener(name, look);
  });
  document.addEventListener('visibilitychange', look);
  onScopeDispose(() => {
    events.forEach((name) => {
      window.removeEventListener(name, look);
    });
    document.removeEventListener('visibilitychange', look);
  });
  return looking;
}
