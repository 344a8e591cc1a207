import type { Shelf } from '@/client/world';
import { isObject, parse } from '@/protocol/codec';
import type { ConversationId } from '@/protocol/frames';

/** What a browser remembers of a buyer's visit: where it was and how far it was read. Nothing that was said. */
export interface Remembered {
  readonly conversation: ConversationId | null;
  readonly read: number;
  /** The conversation whose rating the buyer does not want to give. */
  readonly unrated: ConversationId | null;
}

const NOTHING: Remembered = { conversation: null, read: 0, unrated: null };

export interface VisitMemory {
  recall(): Remembered;
  keep(remembered: Partial<Remembered>): void;
  /** Another tab of this browser has kept something else. */
  onChange(told: (remembered: Remembered) => void): () => void;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function read(kept: string | null): Remembered {
  const value = kept === null ? undefined : parse(kept);
  return isObject(value)
    ? {
        conversation: text(value.conversation),
        read: typeof value.read === 'number' ? value.read : 0,
        unrated: text(value.unrated),
      }
    : NOTHING;
}

export function visitMemory(shelf: Shelf, key: string): VisitMemory {
  const recall = (): Remembered => read(shelf.getItem(key));
  return {
    recall,
    keep: (remembered) => {
      const before = recall();
      const after = { ...before, ...remembered };
      if (JSON.stringify(after) !== JSON.stringify(before)) {
        shelf.setItem(key, JSON.stringify(after));
      }
    },
    onChange: (told) => {
      const changed = (event: StorageEvent): void => {
        if (event.key === key) {
          told(read(event.newValue));
        }
      };
      window.addEventListener('storage', changed);
      return () => {
        window.removeEventListener('storage', changed);
      };
    },
  };
}
