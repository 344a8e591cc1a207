/**
 * The widget of Xiaoer Desk on a shop's page.
 *
 * ```html
 * <script async src="https://desk.example/widget/loader.js" data-shop="your-shop" data-lang="en"></script>
 * ```
 *
 * Calls made before the script is there are carried out once it is, if the page begins with
 *
 * ```js
 * window.XiaoerDesk ??= (...call) => (XiaoerDesk.q ??= []).push(call);
 * ```
 */
export interface XiaoerDesk {
  /** Opens the chat, closes it, or forgets the buyer on this browser and takes the widget off the page. */
  (name: 'open' | 'close' | 'shutdown'): void;
  /**
   * `identify` says who the buyer is: a JWT that the shop's server has just signed. Another identity clears the chat.
   * `product` and `order` offer to send what the buyer looks at; the desk knows it by the same id.
   */
  (name: 'identify' | 'product' | 'order', value: string): void;
  /** Tells when something happens. `ready` and what is unread are told at once, too, if they are known. */
  <Name extends keyof XiaoerDeskEvents>(
    name: 'on',
    event: Name,
    listener: (told: XiaoerDeskEvents[Name]) => void,
  ): void;
  /** Calls that wait for the script. */
  q?: XiaoerDeskCall[];
  /** The shop whose widget runs on this page. */
  readonly shop?: string;
}

export type XiaoerDeskCall = readonly [name: string, ...rest: unknown[]];

export interface XiaoerDeskEvents {
  /** The chat's page is loaded. */
  ready: undefined;
  open: undefined;
  close: undefined;
  /** How many messages the buyer has not looked at. */
  unread: number;
  /** Somebody has written to the buyer. What was written stays in the chat. */
  message: XiaoerDeskMessage;
}

export interface XiaoerDeskMessage {
  readonly from: 'agent' | 'desk';
  /** In ms since 1970, by the desk's clock. */
  readonly at: number;
}

declare global {
  interface Window {
    XiaoerDesk?: XiaoerDesk;
  }
}
