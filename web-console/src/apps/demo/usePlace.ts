import { nextTick, onScopeDispose, shallowRef, type ShallowRef } from 'vue';

/** Where in the shop somebody is. */
export type Place = { readonly kind: 'goods' | 'orders' } | { readonly kind: 'product'; readonly id: string };

/** A product's address is `#` and its id, as the desk knows it; ids have no slash. */
export function placeOf(hash: string): Place {
  const name = decoded(hash.slice(1));
  if (name === '' || name === '/') {
    return { kind: 'goods' };
  }
  return name === '/orders' ? { kind: 'orders' } : { kind: 'product', id: name };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Follows the address. Who goes somewhere begins at the top, at the heading. */
export function usePlace(): Readonly<ShallowRef<Place>> {
  const place = shallowRef(placeOf(location.hash));
  const go = async (): Promise<void> => {
    place.value = placeOf(location.hash);
    await nextTick();
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  };
  const moved = (): void => void go();
  window.addEventListener('hashchange', moved);
  onScopeDispose(() => {
    window.removeEventListener('hashchange', moved);
  });
  return place;
}
