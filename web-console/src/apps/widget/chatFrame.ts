import { LABEL } from './launcher';
import { readToPage, write, type ToFrame, type ToPage } from './bridge';

/** The chat's page in its frame, which is loaded when it is first needed. */
export interface ChatFrame {
  load(): void;
  show(open: boolean): void;
  /** Said once it has begun. */
  tell(message: ToFrame): void;
  /** It hears now, and there is nothing to wait for. */
  begin(): void;
}

/** Below this width the chat covers the page. */
const PHONE_PX = 520;

/**
 * Once the frame is off the page nobody is heard: only its own window was.
 *
 * @param address of the chat's page on the desk
 */
export function chatFrame(root: ShadowRoot, address: URL, hear: (message: ToPage) => void): ChatFrame {
  const frame = document.createElement('iframe');
  const waiting: ToFrame[] = [];
  let ready = false;

  const tell = (message: ToFrame): void => {
    if (ready) {
      frame.contentWindow?.postMessage(write(message), address.origin);
    } else {
      waiting.push(message);
    }
  };
  /** A keyboard on the screen covers the page, and only the page around the frame is told how much is left. */
  const fit = (): void => {
    const { height = 0, offsetTop = 0, scale = 1 } = window.visualViewport ?? {};
    const full = !frame.hidden && innerWidth <= PHONE_PX && scale === 1;
    frame.style.height = full ? `${height}px` : '';
    frame.style.top = full ? `${offsetTop}px` : '';
  };

  frame.setAttribute('aria-labelledby', LABEL);
  frame.hidden = true;
  addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    const message =
      origin === address.origin && source === frame.contentWindow ? readToPage(data) : undefined;
    if (message !== undefined) {
      hear(message);
    }
  });
  for (const name of ['resize', 'scroll']) {
    window.visualViewport?.addEventListener(name, fit);
  }

  return {
    tell,
    begin: () => {
      ready = true;
      waiting.splice(0).forEach(tell);
    },
    load: () => {
      if (!frame.isConnected) {
        frame.src = address.href;
        root.append(frame);
      }
    },
    show: (open) => {
      frame.hidden = !open;
      fit();
      if (open) {
        frame.focus();
      }
    },
  };
}
