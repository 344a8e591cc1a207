import { api } from '@/client/Api';
import { readText } from '@/protocol/rest';
import type { XiaoerDeskCall } from '../../../pages-public/widget/loader';

/** The widget's own interface, as any shop's page would use it. Calls made before it is there wait for it. */
window.XiaoerDesk ??= (...call: XiaoerDeskCall) => {
  if (window.XiaoerDesk !== undefined) {
    (window.XiaoerDesk.q ??= []).push(call);
  }
};

export const openChat = (): void => window.XiaoerDesk?.('open');

/** The chat speaks the language of the page. */
export const speak = (language: string): void => window.XiaoerDesk?.('language', language);

/** Opens the chat with what the buyer looks at, ready to be sent. */
export function askAbout(kind: 'product' | 'order', id: string): void {
  window.XiaoerDesk?.(kind, id);
  openChat();
}

/**
 * After a log-in. Whenever the chat wants to know who this is, the shop's server signs it anew.
 *
 * @param went told whether the server did
 */
export function identify(customer: string, went: (well: boolean) => void): void {
  window.XiaoerDesk?.('identify', async () => {
    const answer = await api.post('/demo/identity', { customer }, (body) => readText(body, 'identity'));
    went(answer.ok);
    return answer.ok ? answer.body : null;
  });
}

/** At log-out. */
export const forget = (): void => window.XiaoerDesk?.('forget');
