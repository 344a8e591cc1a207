import { DeskClient } from '@/client/DeskClient';
import { Outbox, type Kept } from '@/client/Outbox';
import type { ByBuyer, ByBuyerPost, FrameLogged, Topic } from '@/protocol/frames';
import { FakeShelf, FakeWorld, settle } from '../FakeWorld';

type Said = Extract<ByBuyer, Kept>;
const isSaid = (command: Kept): command is Said => command.type !== 'note.post';
export const TOPIC = 'c:conversation-1:buyer';
export const said = (seq: number, topic: Topic = TOPIC): FrameLogged => ({
  type: 'event',
  topic,
  seq,
  id: `id-${String(seq)}`,
  ts: seq,
  event: { type: 'message.posted', author: 'buyer', text: `text ${String(seq)}` },
});
export const post: ByBuyerPost = {
  type: 'message.post',
  ref: 'ref-0000000000000001',
  conversation: 'c1',
  text: 'hi',
};

/** A client on its way to a desk, and what the desk and the network do. */
export async function given() {
  const world = new FakeWorld();
  let refs = 0;
  const door = {
    url: 'ws://desk/ws/buyer',
    token: 't1' as string | null,
    hello: () =>
      Promise.resolve(
        door.token === null ? null : { type: 'hello' as const, token: door.token, language: null },
      ),
  };
  const outbox = new Outbox<Said>(world, new FakeShelf(), 'outbox', isSaid);
  const client = new DeskClient<Said>(
    world,
    door,
    outbox,
    () => `follow-${String(++refs).padStart(12, '0')}`,
  );
  const seqs: number[] = [];
  const restarts: boolean[] = [];
  client.on('event', ({ seq }) => seqs.push(seq));
  client.on('restarted', ({ limited }) => {
    restarts.push(limited);
    seqs.length = 0;
  });
  client.connect();
  await settle();
  const back = async (ms: number): Promise<void> => {
    world.pass(ms);
    await settle();
  };
  const followed = (seq: number, limited = false): void => {
    const ref = String(world.socket.last('topic.follow').ref);
    world.socket.says({ type: 'followed', ref, topic: TOPIC, seq, from: 1, limited });
  };
  return { world, door, client, outbox, seqs, restarts, back, followed };
}
