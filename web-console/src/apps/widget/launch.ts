import type { XiaoerDeskCall } from '../../../pages-public/widget/loader';
import type { ToPage } from './bridge';
import { chatFrame } from './chatFrame';
import { launcher } from './launcher';
import { launcherWords } from './launcherWords';
import { askLook, readLook } from './look';
import { keep, kept, LOOK, OPENED } from './shopShelf';

/** How long a frame that is to forget the buyer may take. */
const FORGETTING_MS = 10_000;

type Listener = (told?: unknown) => void;

/** Shows the launcher, and answers with what the page may call. */
export function launch(shop: string, desk: string, language: string): (...call: XiaoerDeskCall) => void {
  const words = launcherWords(language);
  const life = new AbortController();
  const { host, root, button, dress, count } = launcher(words);
  const address = new URL('/widget/', desk);
  address.search = new URLSearchParams({ shop, parent: location.origin, lang: language }).toString();
  const frame = chatFrame(root, words, address, life.signal, heard);
  const listeners: Readonly<Record<string, Listener[]>> = {
    ready: [],
    open: [],
    close: [],
    unread: [],
    message: [],
  };
  let isOpen = false;
  let isGone = false;
  let isReady = false;
  let unread: number | undefined;

  function happened(event: string, told?: unknown): void {
    listeners[event]?.forEach((listener) => {
      listener(told);
    });
  }

  function show(open: boolean): void {
    if (open === isOpen) {
      return;
    }
    isOpen = open;
    frame.load();
    frame.show(open);
    frame.tell({ say: open ? 'open' : 'close' });
    button.setAttribute('aria-expanded', String(open));
    if (open) {
      keep(OPENED, '1');
    } else {
      button.focus();
    }
    happened(open ? 'open' : 'close');
  }

  function heard(message: ToPage): void {
    if (isGone) {
      if (message.say === 'gone') {
        leave();
      }
    } else if (message.say === 'close') {
      show(false);
    } else if (message.say === 'ready') {
      isReady = true;
      happened('ready');
    } else if (message.say === 'message') {
      happened('message', { from: message.from, at: message.at });
    } else if (message.say === 'unread' && message.count !== unread) {
      unread = message.count;
      count(unread);
      happened('unread', unread);
    }
  }

  function leave(): void {
    life.abort();
    host.remove();
  }

  /** The page is rid of the widget at once; the frame lives on unseen until it has forgotten the buyer. */
  function shutdown(): void {
    isGone = true;
    button.remove();
    frame.show(false);
    if (kept(OPENED) === null && !isReady) {
      leave();
    } else {
      frame.load();
      frame.tell({ say: 'shutdown' });
      setTimeout(leave, FORGETTING_MS);
    }
    keep(OPENED, null);
    keep(LOOK, null);
    delete window.XiaoerDesk;
  }

  function listen(event: string, listener: Listener): void {
    listeners[event]?.push(listener);
    if (event === 'ready' && isReady) {
      listener();
    } else if (event === 'unread' && unread !== undefined) {
      listener(unread);
    }
  }

  async function settle(): Promise<void> {
    if (kept(OPENED) !== null) {
      frame.load();
    }
    const look = await askLook(desk, shop);
    if (look !== '' && !isGone) {
      dress(readLook(look, language));
      keep(LOOK, look);
    }
  }

  dress(readLook(kept(LOOK), language));
  button.setAttribute('aria-expanded', 'false');
  button.onclick = () => {
    show(!isOpen);
  };
  // Beside the body: what a page does to its body, or which one it shows, is no matter of the widget's.
  document.documentElement.append(host);
  (window.requestIdleCallback ?? setTimeout)(() => void (isGone || settle()));

  return (name, first, second) => {
    if (isGone) {
      return;
    }
    if (name === 'open' || name === 'close') {
      show(name === 'open');
    } else if (name === 'identify' && typeof first === 'string') {
      frame.tell({ say: name, jwt: first });
    } else if ((name === 'product' || name === 'order') && typeof first === 'string') {
      frame.tell({ say: name, id: first });
    } else if (
      name === 'on' &&
      typeof first === 'string' &&
      Object.hasOwn(listeners, first) &&
      isListener(second)
    ) {
      listen(first, second);
    } else if (name === 'shutdown') {
      shutdown();
    } else {
      complain(`there is no "${name}"`);
    }
  };
}

/** Told to whoever builds the shop's page. */
export const complain = (why: string): void => {
  console.error(`Xiaoer Desk: ${why}`);
};

const isListener = (value: unknown): value is Listener => typeof value === 'function';
