import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import type { Problem } from '@/protocol/rest';

/** What was asked of the desk, while it is asked, when it came, and when it did not. */
export type Asked<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'there'; readonly body: T }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface Asking<T> {
  readonly asked: Readonly<ShallowRef<Asked<T>>>;
  again(): void;
  /** Something of it has changed here. */
  change(how: (body: T) => T): void;
}

/**
 * Asks the desk, and again whenever the question changes or the network is back after a failure; an answer to an older
 * question is dropped.
 *
 * @param path what to ask; null while there is nothing to ask
 * @param pause how long a question has to stand before it is asked, in ms
 */
export function useAsked<T>(
  path: () => string | null,
  read: (body: unknown) => T | undefined,
  pause = 0,
): Asking<T> {
  const asked = shallowRef<Asked<T>>({ kind: 'asking' });
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (what: string): Promise<void> => {
    question += 1;
    const mine = question;
    asked.value = { kind: 'asking' };
    const answer = await api.get(what, read);
    if (mine === question) {
      asked.value = answer.ok
        ? { kind: 'there', body: answer.body }
        : { kind: 'failed', problem: answer.problem };
    }
  };
  const begin = (what: string | null): void => {
    clearTimeout(timer);
    question += 1;
    if (what === null) {
      return;
    }
    if (pause === 0) {
      void ask(what);
    } else {
      timer = setTimeout(() => void ask(what), pause);
    }
  };

  const again = (): void => {
    const what = path();
    if (what !== null) {
      void ask(what);
    }
  };
  const online = (): void => {
    if (asked.value.kind === 'failed') {
      again();
    }
  };

  watch(path, begin, { immediate: true });
  window.addEventListener('online', online);
  onScopeDispose(() => {
    window.removeEventListener('online', online);
    begin(null);
  });
  return {
    asked,
    again,
    change: (how) => {
      if (asked.value.kind === 'there') {
        asked.value = { kind: 'there', body: how(asked.value.body) };
      }
    },
  };
}
