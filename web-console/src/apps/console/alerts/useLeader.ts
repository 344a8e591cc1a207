import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { Leader } from '@/client/Leader';
import { newRef } from '@/client/refs';
import { browser } from '@/client/world';

/** Whether this tab is the one of its browser that acts for all. Only tabs that can are asked. */
export function useLeader(what: string, can: Readonly<Ref<boolean>>): Readonly<ShallowRef<boolean>> {
  const leads = shallowRef(false);
  const stand = 'locks' in navigator ? byLock(what, leads) : byTalk(what, leads);
  let resign = (): void => undefined;
  watch(
    can,
    (able) => {
      resign();
      resign = able ? stand() : (): void => undefined;
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    resign();
  });
  return leads;
}

/** The tab that holds the lock leads; a tab that goes or dies gives it up. */
const byLock = (what: string, leads: ShallowRef<boolean>) => (): (() => void) => {
  const given = new AbortController();
  let release: (() => void) | undefined;
  const held = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      release = resolve;
      leads.value = true;
    });
  };
  navigator.locks.request(what, { signal: given.signal }, held).catch(() => undefined);
  return () => {
    given.abort();
    release?.();
    leads.value = false;
  };
};

/** Pages that were not loaded by https have no locks. */
const byTalk = (what: string, leads: ShallowRef<boolean>) => (): (() => void) => {
  const air = new BroadcastChannel(what);
  const say = (word: string): void => {
    air.postMessage(word);
  };
  const leader = new Leader(browser, { say }, newRef(), (now) => {
    leads.value = now;
  });
  const leave = (): void => {
    leader.resign();
  };
  air.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') {
      leader.hear(data);
    }
  };
  window.addEventListener('pagehide', leave);
  leader.stand();
  return () => {
    window.removeEventListener('pagehide', leave);
    leader.resign();
    air.close();
  };
};
