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
  /** Asks until there is an answer: a shop's page outlives a restart of the desk. */
  enter(identity: string | undefined): Promise<Admission | null>;
}

/** Who this buyer is to a shop. Only the token is kept, for the next visit; nothing that was said. */
export function useAdmission(shop: string): Admissions {
  const key = `xiaoer.buyer.${shop}`;
  const admission = shallowRef<Admission | null>(null);
  const refused = shallowRef<string | null>(null);
  const backoff = new Backoff(browser);

  const ask = async (identity: string | undefined): Promise<Admission | null> => {
    const token = siteShelf.getItem(key);
    const path = `/shops/${encodeURIComponent(shop)}/buyers`;
    const answer = await api.post(path, { token, identity: identity ?? null }, readAdmission);
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
    return ask(identity);
  };

  return { admission, refused, enter: ask, isKnown: () => siteShelf.getItem(key) !== null };
}
