import { onScopeDispose } from 'vue';

/** Calls when the network comes or goes, or the page is looked at again: a socket may have died unseen. */
export function useNudge(nudge: () => void): void {
  const looked = (): void => {
    if (document.visibilityState === 'visible') {
      nudge();
    }
  };
  window.addEventListener('online', nudge);
  window.addEventListener('offline', nudge);
  document.addEventListener('visibilitychange', looked);
  onScopeDispose(() => {
    window.removeEventListener('online', nudge);
    window.removeEventListener('offline', nudge);
    document.removeEventListener('visibilitychange', looked);
  });
}
