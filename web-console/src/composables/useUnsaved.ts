import {
  computed,
  inject,
  onScopeDispose,
  provide,
  shallowRef,
  watch,
  watchEffect,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue';

/** What was written in forms and not sent yet, by the forms' names. */
export interface Unsaved {
  readonly names: Ref<ReadonlySet<string>>;
  mark(name: string, dirty: boolean): void;
}

const KEY: InjectionKey<Unsaved> = Symbol('unsaved');

/** Nobody closes the page over unsaved words without being asked. */
export function provideUnsaved(): Unsaved {
  const names = shallowRef<ReadonlySet<string>>(new Set());
  const leaving = (event: Event): void => {
    event.preventDefault();
  };
  watch(
    () => names.value.size > 0,
    (some) => {
      if (some) {
        window.addEventListener('beforeunload', leaving);
      } else {
        window.removeEventListener('beforeunload', leaving);
      }
    },
  );
  onScopeDispose(() => {
    window.removeEventListener('beforeunload', leaving);
  });
  const unsaved: Unsaved = {
    names,
    mark: (name, dirty) => {
      if (names.value.has(name) !== dirty) {
        names.value = new Set([...names.value].filter((one) => one !== name).concat(dirty ? [name] : []));
      }
    },
  };
  provide(KEY, unsaved);
  return unsaved;
}

const NOTHING: Unsaved = { names: shallowRef(new Set()), mark: () => undefined };

/** Says for as long as the form is there whether it has something unsaved. */
export function useUnsaved(name: string, dirty: () => boolean): void {
  const { mark } = inject(KEY, NOTHING);
  watchEffect(() => {
    mark(name, dirty());
  });
  onScopeDispose(() => {
    mark(name, false);
  });
}

/** Whether a form whose name begins so has something unsaved. */
export function useIsUnsaved(): ComputedRef<(prefix: string) => boolean> {
  const { names } = inject(KEY, NOTHING);
  return computed(() => (prefix) => [...names.value].some((name) => name.startsWith(prefix)));
}
