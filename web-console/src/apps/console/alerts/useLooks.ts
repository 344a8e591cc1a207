import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { newRef } from '@/client/refs';
import { LOOK_AGAIN_MS, looked, lookedAt, readLook, type Look, type Looks } from '@/state/looks';

/**
 * What is looked at in any tab of this browser: what one tab shows need not ring in another.
 *
 * @param places what this tab shows while somebody looks at it; empty while nobody does
 */
export function useLooks(
  person: string,
  places: Readonly<Ref<readonly string[]>>,
  now: Readonly<Ref<number>>,
): ComputedRef<ReadonlySet<string>> {
  const tab = newRef();
  const others = shallowRef<Looks>(new Map());
  const air = new BroadcastChannel(`xiaoer.looks.${person}`);
  const tell = (asks: boolean): void => {
    const look: Look = { tab, places: places.value, asks };
    air.postMessage({ ...look, places: [...look.places] });
  };
  air.onmessage = ({ data }: MessageEvent<unknown>) => {
    const look = readLook(data);
    if (look !== undefined) {
      others.value = looked(others.value, look, Date.now());
      if (look.asks) {
        tell(false);
      }
    }
  };
  const again = setInterval(() => {
    if (places.value.length > 0) {
      tell(false);
    }
  }, LOOK_AGAIN_MS);
  const left = (): void => {
    air.postMessage({ tab, places: [], asks: false });
  };
  window.addEventListener('pagehide', left);
  watch(
    () => places.value.join(' '),
    () => {
      tell(false);
    },
    { flush: 'sync' },
  );
  tell(true);
  onScopeDispose(() => {
    left();
    window.removeEventListener('pagehide', left);
    clearInterval(again);
    air.close();
  });
  return computed(() => new Set([...places.value, ...lookedAt(others.value, now.value)]));
}
