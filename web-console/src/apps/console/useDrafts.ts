import { customRef, type Ref } from 'vue';
import { siteShelf } from '@/client/world';
import type { ConversationId } from '@/protocol/frames';

export type Drafted = 'answer' | 'note';

export interface Drafts {
  of(conversation: ConversationId, kind?: Drafted): Ref<string>;
}

/** What was begun and not sent, per conversation; it survives that the tab, or the browser, is closed. */
export function useDrafts(person: string): Drafts {
  const drafts = new Map<string, Ref<string>>();
  return {
    of: (conversation, kind = 'answer') => {
      const key = `xiaoer.draft.${person}.${conversation}.${kind}`;
      const known = drafts.get(key) ?? draft(key);
      drafts.set(key, known);
      return known;
    },
  };
}

function draft(key: string): Ref<string> {
  let text = siteShelf.getItem(key) ?? '';
  return customRef((track, trigger) => ({
    get: () => {
      track();
      return text;
    },
    set: (value) => {
      text = value;
      if (value === '') {
        siteShelf.removeItem(key);
      } else {
        siteShelf.setItem(key, value);
      }
      trigger();
    },
  }));
}
