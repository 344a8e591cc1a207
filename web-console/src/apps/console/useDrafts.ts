import { customRef, onScopeDispose, type Ref } from 'vue';
import { siteShelf } from '@/client/world';
import type { ConversationId } from '@/protocol/frames';

export type Drafted = 'answer' | 'note';

export interface Drafts {
  of(conversation: ConversationId, kind?: Drafted): Ref<string>;
}

/**
 * What was begun and not sent, per conversation; it survives that the tab, or the browser, is closed, and goes on in
 * whichever tab the person writes next.
 */
export function useDrafts(person: string): Drafts {
  const drafts = new Map<string, Ref<string>>();
  const heard = ({ key }: StorageEvent): void => {
    const told = drafts.get(key ?? '');
    if (key !== null && told !== undefined) {
      told.value = kept(key);
    }
  };
  window.addEventListener('storage', heard);
  onScopeDispose(() => {
    window.removeEventListener('storage', heard);
  });
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
  let text = kept(key);
  return customRef((track, trigger) => ({
    get: () => {
      track();
      return text;
    },
    set: (value) => {
      text = value;
      // What another tab has written is kept already.
      if (value !== kept(key)) {
        keep(key, value);
      }
      trigger();
    },
  }));
}

const kept = (key: string): string => siteShelf.getItem(key) ?? '';

function keep(key: string, text: string): void {
  if (text === '') {
    siteShelf.removeItem(key);
  } else {
    siteShelf.setItem(key, text);
  }
}
