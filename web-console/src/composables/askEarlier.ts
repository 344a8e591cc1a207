import { api } from '@/client/Api';
import { readEvents } from '@/protocol/rest';
import { earlierThan, withEarlier, type Visit } from '@/state/visit';
import { PAGE } from './visitLine';

/** Asks for the page before what is shown; answers with what it adds, or nothing if there is no answer. */
export async function askEarlier(
  visit: Visit,
  token: string,
): Promise<((visit: Visit) => Visit) | undefined> {
  const wanted = earlierThan(visit);
  if (wanted === undefined) {
    return undefined;
  }
  const query = new URLSearchParams({ topic: 'buyer', limit: String(PAGE) });
  if (wanted.before !== null) {
    query.set('before', String(wanted.before));
  }
  const path = `/conversations/${wanted.conversation}/events?${query.toString()}`;
  const answer = await api.get(path, readEvents, token);
  return answer.ok ? (now) => withEarlier(now, wanted.conversation, answer.body) : undefined;
}
