import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { siteShelf } from '@/client/world';

export interface SeenTo {
  /** All up to this number were looked at. */
  readonly to: Readonly<ShallowRef<number>>;
  see(seq: number): void;
}

/** What was looked at in one tab was looked at in all, and stays so over a reload. */
export function useSeenTo(shelf: string): SeenTo {
  const read = (): number => Number(siteShelf.getItem(shelf)) || 0;
  const to = shallowRef(read());
  const heard = ({ key }: StorageEvent): void => {
    if (key === shelf) {
      to.value = read();
    }
  };
  window.addEventListener('storage', heard);
  onScopeDispose(() => {
    window.removeEventListener('storage', heard);
  });
  return {
    to,
    see: (seq) => {
      to.value = Math.max(to.value, seq);
      siteShelf.setItem(shelf, String(to.value));
    },
  };
}
