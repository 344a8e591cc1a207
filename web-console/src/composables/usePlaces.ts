import {
  computed,
  inject,
  onScopeDispose,
  provide,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
} from 'vue';
import type { Role } from '@/protocol/frames';

/** The console's pages; after these two come those for who looks after a desk. */
const EVERYBODYS = ['workbench', 'registrations'] as const;
export const PLACES = [...EVERYBODYS, 'seats', 'settings'] as const;
export type Place = (typeof PLACES)[number];

const ROOT = '/console/';
const KEY: InjectionKey<Places> = Symbol('places');

export const looksAfter = (role: Role): boolean => role === 'SUPERVISOR' || role === 'ADMIN';

/** Where in the console somebody is; the address says it. */
export interface Places {
  readonly place: ComputedRef<Place>;
  /** The part of the page; empty for its first. */
  readonly part: ComputedRef<string>;
  /** Where this person may go. */
  readonly open: readonly Place[];
  href(place: Place, part?: string): string;
  go(place: Place, part?: string): void;
}

/** What an address of the console names. */
export function placeAt(path: string): { readonly place: Place; readonly part: string } {
  const [name, part = ''] = path.startsWith(ROOT) ? path.slice(ROOT.length).split('/') : [];
  return { place: PLACES.find((known) => known === name) ?? 'workbench', part };
}

export const addressOf = (place: Place, part = ''): string =>
  place === 'workbench' ? ROOT : `${ROOT}${place}${part === '' ? '' : `/${part}`}`;

/** Follows the address, back and forward too. */
export function providePlaces(role: Role): Places {
  const open = looksAfter(role) ? PLACES : EVERYBODYS;
  const at = shallowRef(placeAt(location.pathname));
  const moved = (): void => {
    at.value = placeAt(location.pathname);
  };
  window.addEventListener('popstate', moved);
  onScopeDispose(() => {
    window.removeEventListener('popstate', moved);
  });
  const places: Places = {
    place: computed(() => open.find((one) => one === at.value.place) ?? 'workbench'),
    part: computed(() => at.value.part),
    open,
    href: addressOf,
    go: (place, part = '') => {
      const address = addressOf(place, part);
      if (address !== location.pathname) {
        history.pushState(null, '', address);
        moved();
      }
    },
  };
  provide(KEY, places);
  return places;
}

export function usePlaces(): Places {
  const places = inject(KEY);
  if (places === undefined) {
    throw new Error('nobody has provided places');
  }
  return places;
}

/** For tests, which bring their own. */
export { KEY as PLACES_KEY };
