import { customRef, type Ref } from 'vue';
import { tabShelf } from '@/client/world';
import type { ConversationId } from '@/protocol/frames';

/** What was begun and not sent, per conversation; it survives a reload of the tab. */
export function useDrafts(person: string): { of(conversation: ConversationId): Ref<string> } {
  const drafts = new Map<ConversationId, Ref<string>>();
  return {
    of: (conversation) => {
      const known = drafts.get(conversation) ?? draft(`xiaoer.draft.${person}.${conversation}`);
      drafts.set(conversation, known);
      return known;
    },
  };
}

const draft = (key: string): Ref<string> =>
  customRef((track, trigger) => ({
    get: () => {
      track();
      return tabShelf.getItem(key) ?? '';
    },
    set: (text) => {
      if (text === '') {
        tabShelf.removeItem(key);
      } else {
        tabShelf.setItem(key, text);
      }
      trigger();
    },
  }));
