import { onScopeDispose } from 'vue';

/** Calls when the network comes back or the page is looked at again: a socket may have died unseen. */
export function useNudge(nudge: () => void): void {
  const looked = (): void => {
    if (document.visibilityState === 'visible') {
      nudge();
    }
  };
  window.addEventListener('online', nudge);
  document.addEventListener('visibilitychange', looked);
  onScopeDispose(() => {
    window.removeEventListener('online', nudge);
    document.removeEventListener('visibilitychange', looked);
  });
}
