/** What the client needs of its surroundings; tests bring their own, so that nothing has to be waited for. */
export interface World {
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  after(ms: number, run: () => void): Cancel;
  open(url: string, ear: Ear): Wire;
}

export type Cancel = () => void;

/** One socket. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

/** What a socket tells. */
export interface Ear {
  opened(): void;
  heard(text: string): void;
  closed(code: number): void;
}

/** What keeps texts for this tab. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /** Forgets everything whose key begins so. */
  removeAll(prefix: string): void;
}

export const browser: World = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  open: (url, ear) => {
    const socket = new WebSocket(url);
    socket.onopen = () => {
      ear.opened();
    };
    socket.onmessage = (message: MessageEvent<unknown>) => {
      if (typeof message.data === 'string') {
        ear.heard(message.data);
      }
    };
    socket.onclose = (closed) => {
      ear.closed(closed.code);
    };
    return {
      send: (text) => {
        socket.send(text);
      },
      close: () => {
        socket.close(1000);
      },
    };
  },
};

/** A door of the desk this page came from. */
export function doorUrl(door: 'buyer' | 'staff', page: URL): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/ws/${door}`;
}

/** The tab's own memory; where a browser forbids it, nothing is kept and everything else goes on. */
export const tabShelf: Shelf = shelf(() => sessionStorage);

/** What the browser keeps for this site. */
export const siteShelf: Shelf = shelf(() => localStorage);

function shelf(storage: () => Storage): Shelf {
  const attempt = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (key) => attempt((kept) => kept.getItem(key), null),
    setItem: (key, value) => {
      attempt((kept) => {
        kept.setItem(key, value);
      }, undefined);
    },
    removeItem: (key) => {
      attempt((kept) => {
        kept.removeItem(key);
      }, undefined);
    },
    removeAll: (prefix) => {
      attempt((kept) => {
        Object.keys(kept)
          .filter((key) => key.startsWith(prefix))
          .forEach((key) => {
            kept.removeItem(key);
          });
      }, undefined);
    },
  };
}
