import { paint } from '@/state/colour';
import { STYLE } from './launcherStyle';
import type { Look } from './look';

/** The id of the button's words, which name the frame, too. */
export const LABEL = 'label';

/** The button on the shop's page, in a shadow of its own. */
export interface Launcher {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  dress(look: Look): void;
  count(unread: number): void;
}

export function launcher(): Launcher {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  const label = document.createElement('b');
  label.id = LABEL;
  const badge = document.createElement('span');
  button.append(document.createElement('i'), label, badge);
  root.append(button);
  return {
    host,
    root,
    button,
    dress: ({ color, side, text }) => {
      const { ground, ink } = paint(color);
      host.style.setProperty('--ground', ground);
      host.style.setProperty('--ink', ink);
      host.dataset.side = side;
      label.textContent = text;
    },
    count: (unread) => {
      badge.textContent = unread > 0 ? `${Math.min(unread, 99)}` : '';
    },
  };
}
