import { shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { Backoff } from '@/client/Backoff';
import { browser, siteShelf } from '@/client/world';
import { readAdmission, type Admission } from '@/protocol/rest';

export interface Admissions {
  readonly admission: Readonly<ShallowRef<Admission | null>>;
  /** Why this buyer may not come in; null while there is no such reason. */
  readonly refused: Readonly<ShallowRef<string | null>>;
  readonly isKnown: () => boolean;
  /**
   * Asks until there is an answer: a shop's page outlives a restart of the desk.
   *
   * @param identity what the shop's server has signed, good for once; without it whoever came before
   */
  enter(identity: string | undefined): Promise<Admission | null>;
  /** The next visit is a stranger's. */
  forget(): void;
}

/** Who this buyer is to a shop. Only the token is kept, for the next visit; nothing that was said. */
export function useAdmission(shop: string): Admissions {
  const key = `xiaoer.buyer.${shop}`;
  const admission = shallowRef<Admission | null>(null);
  const refused = shallowRef<string | null>(null);
  const backoff = new Backoff(browser);

  /** Counts who was asked for: an answer about somebody before comes too late. */
  let turn = 0;
  let asking: Promise<Admission | null> | undefined;

  const ask = async (identity: string | undefined, mine: number): Promise<Admission | null> => {
    const token = siteShelf.getItem(key);
    const path = `/shops/${encodeURIComponent(shop)}/buyers`;
    const answer = await api.post(path, { token, identity: identity ?? null }, readAdmission);
    if (mine !== turn) {
      return null;
    }
    if (answer.ok) {
      siteShelf.setItem(key, answer.body.token);
      admission.value = answer.body;
      refused.value = null;
      return answer.body;
    }
    const { status, code } = answer.problem;
    if (status >= 400 && status < 500 && status !== 429) {
      refused.value = code;
      return null;
    }
    await new Promise<void>((resolve) => {
      browser.after(1000 + backoff.next(), resolve);
    });
    return mine === turn ? ask(identity, mine) : null;
  };

  return {
    admission,
    refused,
    enter: (identity) => {
      if (identity === undefined && asking !== undefined) {
        return asking;
      }
      turn += 1;
      const answer = ask(identity, turn).finally(() => {
        asking = asking === answer ? undefined : asking;
      });
      asking = answer;
      return answer;
    },
    isKnown: () => siteShelf.getItem(key) !== null,
    forget: () => {
      turn += 1;
      asking = undefined;
      siteShelf.removeItem(key);
      admission.value = null;
    },
  };
}
