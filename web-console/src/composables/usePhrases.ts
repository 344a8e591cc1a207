import { inject, provide, type InjectionKey } from 'vue';
import { api } from '@/client/Api';
import { readPhrase, readPhrases, type Phrase } from '@/protocol/desk';
import type { Problem } from '@/protocol/rest';
import { useAsked, type Asking } from './useAsked';

/** A phrase as it is written down; the desk gives it its id. */
export type Written = Omit<Phrase, 'id'>;

export interface Phrases {
  readonly asked: Asking<readonly Phrase[]>['asked'];
  again(): void;
  /** @returns why it was refused; null when it was not */
  write(id: string | null, written: Written): Promise<Problem | null>;
  remove(id: string): Promise<Problem | null>;
}

const KEY: InjectionKey<Phrases> = Symbol('phrases');

/** The phrases of this agent, its groups and the desk, for all who use them on this page. */
export function providePhrases(): Phrases {
  const { asked, again, change } = useAsked(() => '/phrases', readPhrases);
  const phrases: Phrases = {
    asked,
    again,
    write: async (id, written) => {
      const answer =
        id === null
          ? await api.post('/phrases', written, readPhrase)
          : await api.put(`/phrases/${encodeURIComponent(id)}`, written, readPhrase);
      if (!answer.ok) {
        return answer.problem;
      }
      const { body } = answer;
      change((all) => [...all.filter((one) => one.id !== body.id), body]);
      return null;
    },
    remove: async (id) => {
      const answer = await api.remove(`/phrases/${encodeURIComponent(id)}`);
      if (!answer.ok) {
        return answer.problem;
      }
      change((all) => all.filter((one) => one.id !== id));
      return null;
    },
  };
  provide(KEY, phrases);
  return phrases;
}

export function usePhrases(): Phrases {
  const phrases = inject(KEY);
  if (phrases === undefined) {
    throw new Error('nobody has provided phrases');
  }
  return phrases;
}

/** For tests, which bring their own. */
export { KEY as PHRASES };
