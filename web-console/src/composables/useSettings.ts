import { inject, onScopeDispose, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';
import { siteShelf } from '@/client/world';
import { parse } from '@/protocol/codec';
import { readSettings, type Settings } from '@/state/settings';

export interface OwnSettings {
  readonly settings: Readonly<ShallowRef<Settings>>;
  change(what: Partial<Settings>): void;
}

const KEY: InjectionKey<OwnSettings> = Symbol('settings');

/** One person's settings; what is changed in another tab holds here too. */
export function provideSettings(person: string): OwnSettings {
  const shelf = `xiaoer.settings.${person}`;
  const read = (): Settings => readSettings(parse(siteShelf.getItem(shelf) ?? ''));
  const settings = shallowRef(read());
  const heard = ({ key }: StorageEvent): void => {
    if (key === shelf) {
      settings.value = read();
    }
  };
  window.addEventListener('storage', heard);
  onScopeDispose(() => {
    window.removeEventListener('storage', heard);
  });
  const own: OwnSettings = {
    settings,
    change: (what) => {
      settings.value = { ...settings.value, ...what };
      siteShelf.setItem(shelf, JSON.stringify(settings.value));
    },
  };
  provide(KEY, own);
  return own;
}

export function useSettings(): OwnSettings {
  const own = inject(KEY);
  if (own === undefined) {
    throw new Error('nobody has provided settings');
  }
  return own;
}

/** For tests, which bring their own. */
export { KEY as SETTINGS };
