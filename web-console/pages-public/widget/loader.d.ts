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
  /**
   * Opens the chat; closes it; forgets the buyer on this browser, for when somebody logs out, after which the chat is a
   * stranger's; `shutdown` forgets and takes the widget off the page.
   */
  (name: 'open' | 'close' | 'forget' | 'shutdown'): void;
  /**
   * Says who the buyer is: a JWT that the shop's server has just signed, or better what asks that server for one, since
   * the chat may be opened much later. It is asked when the chat is loaded, which waits for it, at most 10 s; null leaves the buyer who it was. Another
   * identity clears the chat.
   */
  (name: 'identify', value: string | (() => string | null | Promise<string | null>)): void;
  /**
   * `product` and `order` offer to send what the buyer looks at; the desk knows it by the same id. `language` is `en`, for
   * example: button and chat follow the page when it changes its own. `page` is what the page calls itself, at most 64
   * characters: a desk may have settled which group answers buyers there who have chosen none.
   */
  (name: 'product' | 'order' | 'page' | 'language', value: string): void;
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
