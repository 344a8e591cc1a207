import type { XiaoerDeskCall } from '../../../pages-public/widget/loader';
import type { ToPage } from './bridge';
import { chatFrame } from './chatFrame';
import { complain } from './complain';
import { launcher } from './launcher';
import { readLook } from './look';
import { drop, keep, kept, LOOK, OPENED } from './shopShelf';

/** How long is waited for a frame that is to forget the buyer, and for a shop that is to say who it is. */
const PATIENCE_MS = 10_000;

const EVENTS = ['ready', 'open', 'close', 'unread', 'message'];

type Listener = (told?: unknown) => unknown;

/** Shows the launcher, and answers with what the page may call. */
export function launch(shop: string, desk: string, language: string): (...call: XiaoerDeskCall) => void {
  const { host, root, button, dress, count } = launcher();
  const address = new URL('/widget/', desk);
  const { searchParams } = address;
  searchParams.set('shop', shop);
  searchParams.set('parent', location.origin);
  const frame = chatFrame(root, address, heard);
  const listeners: (readonly [event: string, listener: Listener])[] = [];
  let isOpen = false;
  let isGone = false;
  let isReady = false;
  let unread: number | undefined;
  /** Says who the buyer is, by what the shop's server has signed. */
  let identity: Listener | undefined;
  let look = kept(LOOK);

  function happened(event: string, told?: unknown): void {
    listeners.forEach(([name, listener]) => name === event && listener(told));
  }

  function show(open: boolean): void {
    if (open === isOpen) {
      return;
    }
    isOpen = open;
    const say = open ? 'open' : 'close';
    frame.load();
    frame.show(open);
    frame.tell({ say });
    button.setAttribute('aria-expanded', `${open}`);
    if (open) {
      keep(OPENED, '1');
    } else {
      button.focus();
    }
    happened(say);
  }

  function heard(message: ToPage): void {
    const { say, ...told } = message;
    if (say === 'ready') {
      isReady = true;
      introduce().catch(complain).then(frame.begin);
    }
    if (isGone) {
      if (say === 'gone') {
        leave();
      }
    } else if (message.say === 'close') {
      show(false);
    } else if (message.say === 'unread') {
      if (message.count !== unread) {
        unread = message.count;
        count(unread);
        happened(say, unread);
      }
    } else {
      happened(say, told);
    }
  }

  const leave = (): void => {
    host.remove();
  };

  /**
   * The shop is asked when the frame is there, not before: what its server has signed is soon too old. Until it has
   * answered nothing is said to the frame: the first words would be a stranger's.
   */
  async function introduce(): Promise<void> {
    const asked = identity;
    const jwt = await Promise.race([asked?.(), new Promise((late) => setTimeout(late, PATIENCE_MS))]);
    if (typeof jwt === 'string' && asked === identity) {
      frame.tell({ say: 'identify', jwt });
    }
  }

  /**
   * Only the frame can forget.
   *
   * @returns whether there may be something to forget; where no frame ever was there is nothing
   */
  function forget(say: 'forget' | 'shutdown'): boolean {
    const known = isReady || kept(OPENED) !== null;
    identity = undefined;
    frame.tell({ say });
    if (known) {
      frame.load();
    }
    drop(OPENED);
    return known;
  }

  /** The page is rid of the widget at once; the frame lives on unseen until it has forgotten the buyer. */
  function shutdown(): void {
    isGone = true;
    button.remove();
    frame.show(false);
    if (forget('shutdown')) {
      setTimeout(leave, PATIENCE_MS);
    } else {
      leave();
    }
    drop(LOOK);
    delete window.XiaoerDesk;
  }

  function speak(): void {
    searchParams.set('lang', language);
    dress(readLook(look, language));
  }

  function listen(event: string, listener: Listener): void {
    listeners.push([event, listener]);
    if (event === 'ready' && isReady) {
      listener();
    } else if (event === 'unread' && unread !== undefined) {
      listener(unread);
    }
  }

  /** The launcher stays plain where the desk is not there, or where the page's policy lets nobody ask it. */
  async function settle(): Promise<void> {
    if (kept(OPENED) !== null) {
      frame.load();
    }
    const answer = await fetch(`${desk}/api/v1/shops/${shop}/widget`, { credentials: 'omit' });
    const asked = answer.ok && (await answer.text());
    if (asked && !isGone) {
      look = asked;
      speak();
      keep(LOOK, look);
    }
  }

  speak();
  button.setAttribute('aria-expanded', 'false');
  button.onclick = () => {
    show(!isOpen);
  };
  // Beside the body: what a page does to its body, or which one it shows, is no matter of the widget's.
  document.documentElement.append(host);
  (window.requestIdleCallback ?? setTimeout)(() => isGone || settle().catch(() => undefined));

  return (name, first, second) => {
    if (isGone) {
      return;
    }
    if (name === 'open' || name === 'close') {
      show(name === 'open');
    } else if (name === 'identify' && (typeof first === 'string' || isListener(first))) {
      identity = isListener(first) ? first : () => first;
      if (isReady) {
        introduce().catch(complain).then(frame.begin);
      }
    } else if (name === 'language' && typeof first === 'string') {
      language = first;
      frame.tell({ say: name, tag: language });
      speak();
    } else if ((name === 'product' || name === 'order' || name === 'page') && typeof first === 'string') {
      frame.tell({ say: name, id: first });
    } else if (name === 'on' && typeof first === 'string' && EVENTS.includes(first) && isListener(second)) {
      listen(first, second);
    } else if (name === 'forget') {
      forget(name);
    } else if (name === 'shutdown') {
      shutdown();
    } else {
      complain(`there is no "${name}"`);
    }
  };
}

const isListener = (value: unknown): value is Listener => typeof value === 'function';
