import { api } from '@/client/Api';
import { isFrame } from '@/protocol/codec';
import type { ConversationId, FrameLogged } from '@/protocol/frames';
import { readField, readList } from '@/protocol/rest';
import { talkOf, type Workbench } from '@/state/workbench';

const PAGE = 100;

const readEvents = (body: unknown): readonly FrameLogged[] =>
  readList(readField(body, 'events'), (event) =>
    isFrame(event) && event.type === 'event' ? event : undefined,
  );

/** The page before what the workbench has of a conversation, of both its logs; empty where there is no more. */
export async function olderEvents(
  bench: Workbench,
  conversation: ConversationId,
): Promise<{ readonly said: readonly FrameLogged[]; readonly notes: readonly FrameLogged[] }> {
  const [said, notes] = await Promise.all([
    before(conversation, 'buyer', talkOf(bench, conversation).lines[0]),
    before(conversation, 'staff', bench.notes.get(conversation)?.[0]),
  ]);
  return { said, notes };
}

async function before(
  conversation: ConversationId,
  topic: 'buyer' | 'staff',
  first: FrameLogged | undefined,
): Promise<readonly FrameLogged[]> {
  if (first === undefined || first.seq <= 1) {
    return [];
  }
  const query = `topic=${topic}&before=${String(first.seq)}&limit=${String(PAGE)}`;
  const answer = await api.get(
    `/conversations/${encodeURIComponent(conversation)}/events?${query}`,
    readEvents,
  );
  return answer.ok ? answer.body : [];
}
