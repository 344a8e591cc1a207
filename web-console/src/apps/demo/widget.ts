import { api } from '@/client/Api';
import { readText } from '@/protocol/rest';

/** The widget's own interface, as any shop's page would use it. */
type Desk = (name: string, argument?: string) => void;

const desk = (): Desk | undefined => {
  const found: unknown = Reflect.get(window, 'XiaoerDesk');
  return typeof found === 'function'
    ? (name, argument) => void Reflect.apply(found, undefined, [name, argument])
    : undefined;
};

export const openChat = (): void => desk()?.('open');

/** Opens the chat with what the buyer looks at, ready to be sent. */
export function askAbout(kind: 'product' | 'order', id: string): void {
  desk()?.(kind, id);
  openChat();
}

/** What a shop's own server does after a log-in: it signs who this is, and the page hands that on. */
export async function identify(customer: string): Promise<boolean> {
  const answer = await api.post('/demo/identity', { customer }, (body) => readText(body, 'identity'));
  if (answer.ok) {
    desk()?.('identify', answer.body);
  }
  return answer.ok;
}
