import { onScopeDispose } from 'vue';
import { readToFrame, write, type ToFrame, type ToPage } from './bridge';

/** The shop's page around this frame. */
export interface Page {
  /** Nobody has framed us: somebody opened the widget's address itself. */
  readonly alone: boolean;
  tell(message: ToPage): void;
}

/**
 * Hears and tells the page that embeds this frame, and nobody else. Its origin comes with the address; the desk lets
 * only the shop's own pages frame the widget, so a page that lies about its origin has no frame to talk to.
 */
export function usePage(origin: string | null, hear: (message: ToFrame) => void): Page {
  const { parent } = window;
  const alone = parent === window || origin === null;
  const heard = (event: MessageEvent<unknown>): void => {
    const message =
      !alone && event.source === parent && event.origin === origin ? readToFrame(event.data) : undefined;
    if (message !== undefined) {
      hear(message);
    }
  };
  window.addEventListener('message', heard);
  onScopeDispose(() => {
    window.removeEventListener('message', heard);
  });
  return {
    alone,
    tell: (message) => {
      if (origin !== null && parent !== window) {
        parent.postMessage(write(message), origin);
      }
    },
  };
}
