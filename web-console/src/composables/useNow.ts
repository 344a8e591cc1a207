import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

/** The time, once a second, while somebody looks. */
export function useNow(): Readonly<ShallowRef<number>> {
  const now = shallowRef(Date.now());
  const timer = setInterval(() => {
    now.value = Date.now();
  }, 1000);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  return now;
}
