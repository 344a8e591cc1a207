/** Remembered so that a buyer who comes back sees unread words without a click. */
export const OPENED = 'xiaoer-desk.opened';
export const LOOK = 'xiaoer-desk.look';

/** The shop's own storage. Where a browser forbids it, nothing is kept, and the frame is loaded on a click each time. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, value);
    }
  } catch {
    // Nothing depends on it.
  }
}

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
