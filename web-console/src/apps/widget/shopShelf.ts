/** Remembered so that a buyer who comes back sees unread words without a click. */
export const OPENED = 'xiaoer-desk.opened';
export const LOOK = 'xiaoer-desk.look';

/** The shop's own storage. Where a browser forbids it, nothing is kept, and the frame is loaded on a click each time. */
function attempt<T>(act: (shelf: Storage) => T): T | null {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

export const kept = (key: string): string | null => attempt((shelf) => shelf.getItem(key));

export const keep = (key: string, value: string): unknown => attempt((shelf) => shelf.setItem(key, value));

export const drop = (key: string): unknown => attempt((shelf) => shelf.removeItem(key));
