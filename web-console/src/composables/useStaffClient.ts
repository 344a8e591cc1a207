import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { DeskClient } from '@/client/DeskClient';
import type { Link } from '@/client/Line';
import { Outbox, type Kept } from '@/client/Outbox';
import { newRef } from '@/client/refs';
import { browser, doorUrl, tabShelf } from '@/client/world';
import type { ByAgent } from '@/protocol/frames';
import { readText, type Staff } from '@/protocol/rest';
import { useNudge } from './useNudge';

/** What the staff asks for and the outbox keeps until it is answered. */
export type Asked = Extract<ByAgent, Kept>;

export interface StaffClient {
  readonly client: DeskClient<Asked>;
  readonly link: Readonly<ShallowRef<Link>>;
  /** False while the store is away: nothing is confirmed. */
  readonly store: Readonly<ShallowRef<boolean>>;
}

const isByAgent = (command: Kept): command is Asked =>
  command.type !== 'conversation.start' && command.type !== 'rating.give';

/** One agent's line to the desk, for as long as the page is there. Whoever uses it connects it. */
export function useStaffClient(me: Staff, signedOut: () => void): StaffClient {
  const link = shallowRef<Link>({ kind: 'idle' });
  const store = shallowRef(true);
  const outbox = new Outbox<Asked>(browser, tabShelf, `xiaoer.outbox.${me.id}`, isByAgent);
  const door = { url: doorUrl('staff', new URL(location.href)), hello };
  const client = new DeskClient<Asked>(browser, door, outbox, newRef);

  client.on('link', (now) => {
    link.value = now;
    if (now.kind === 'signIn') {
      signedOut();
    }
  });
  client.on('store', (available) => {
    store.value = available;
  });
  client.on('welcome', () => {
    store.value = true;
  });
  useNudge(() => {
    client.nudge();
  });
  onScopeDispose(() => {
    client.leave();
  });
  return { client, link, store };
}

/** Each socket needs a ticket of its own. */
async function hello(): Promise<{ type: 'hello'; ticket: string; language: string } | null> {
  const answer = await api.post('/staff/socket-ticket', {}, (body) => readText(body, 'ticket'));
  if (answer.ok) {
    return { type: 'hello', ticket: answer.body, language: document.documentElement.lang };
  }
  if (answer.problem.status === 401) {
    return null;
  }
  throw new Error(answer.problem.code);
}
