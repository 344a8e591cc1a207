import { readToPage, write, type ToFrame } from './bridge';
import { launcherWords } from './launcherWords';
import { STYLE } from './launcherStyle';

type Call = readonly [name: string, argument?: unknown];
type Desk = ((...call: Call) => void) & { q?: Call[]; shop?: string };

declare global {
  interface Window {
    XiaoerDesk?: Desk;
  }
}

/** Remembered in the shop's own storage so that a buyer who comes back sees unread words without a click. */
const OPENED = 'xiaoer-desk.opened';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const shop = script.dataset.shop ?? '';
  const running = window.XiaoerDesk?.shop;
  if (shop === '') {
    console.error('Xiaoer Desk: the script needs data-shop="<shop>".');
  } else if (running !== undefined) {
    console.error(`Xiaoer Desk: this page already talks to the shop "${running}"; "${shop}" is not added.`);
  } else {
    const { src, dataset } = script;
    const waiting = window.XiaoerDesk?.q ?? [];
    // Taken at once, so that a second script on the page is told; shown when there is a body to show it in.
    window.XiaoerDesk = Object.assign((...call: Call) => waiting.push(call), { shop });
    const begin = (): void => {
      const desk = Object.assign(launch(shop, new URL(src).origin, dataset.lang ?? navigator.language), {
        shop,
      });
      window.XiaoerDesk = desk;
      waiting.forEach((call) => {
        desk(...call);
      });
    };
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', begin, { once: true });
    } else {
      begin();
    }
  }
}

function launch(shop: string, desk: string, language: string): (...call: Call) => void {
  const words = launcherWords(language);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  const badge = document.createElement('span');
  button.type = 'button';
  button.className = 'launcher';
  button.append(words.open, badge);
  root.append(button);
  document.body.append(host);

  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isOpen = false;
  const waiting: ToFrame[] = [];

  const tell = (message: ToFrame): void => {
    if (isReady) {
      frame?.contentWindow?.postMessage(write(message), desk);
    } else {
      waiting.push(message);
    }
  };
  const load = (): void => {
    if (frame !== undefined) {
      return;
    }
    frame = document.createElement('iframe');
    frame.title = words.title;
    const query = new URLSearchParams({ shop, parent: location.origin, lang: language });
    frame.src = `${desk}/widget/?${query.toString()}`;
    frame.hidden = true;
    root.append(frame);
  };
  const show = (open: boolean): void => {
    load();
    if (open === isOpen || frame === undefined) {
      return;
    }
    isOpen = open;
    frame.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    host.toggleAttribute('data-open', open);
    tell({ say: open ? 'open' : 'close' });
    if (open) {
      remember();
    } else {
      button.focus();
    }
  };

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== desk || frame === undefined || event.source !== frame.contentWindow) {
      return;
    }
    const message = readToPage(event.data);
    if (message?.say === 'ready') {
      isReady = true;
      waiting.splice(0).forEach(tell);
    } else if (message?.say === 'close') {
      show(false);
    } else if (message?.say === 'unread') {
      badge.textContent = message.count > 0 ? String(Math.min(message.count, 99)) : '';
      button.setAttribute(
        'aria-label',
        message.count > 0 ? `${words.open} (${badge.textContent})` : words.open,
      );
    }
  });
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    show(!isOpen);
  });
  if (wasOpened()) {
    (window.requestIdleCallback ?? setTimeout)(load);
  }

  return (name, argument) => {
    if (name === 'open' || name === 'close') {
      show(name === 'open');
    } else if (name === 'identify' && typeof argument === 'string') {
      tell({ say: 'identify', jwt: argument });
    } else {
      console.error(`Xiaoer Desk: there is no "${name}".`);
    }
  };
}

function remember(): void {
  try {
    localStorage.setItem(OPENED, '1');
  } catch {
    // Then the frame is loaded on the first click of the next visit.
  }
}

function wasOpened(): boolean {
  try {
    return localStorage.getItem(OPENED) === '1';
  } catch {
    return false;
  }
}
