// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { effectScope, shallowRef, type EffectScope } from 'vue';
import { DeskClient } from '@/client/DeskClient';
import { Outbox, type Kept } from '@/client/Outbox';
import { useDeskWork, type DeskWork } from '@/composables/useDeskWork';
import type { Asked } from '@/composables/useStaffClient';
import type { Card } from '@/state/roster';
import { applyEvent, emptyTranscript, type Transcript } from '@/state/transcript';
import { emptyWorkbench } from '@/state/workbench';
import { FakeShelf, FakeWorld, settle, type FakeSocket } from '../FakeWorld';

const CARD: Card = {
  conversation: 'c1',
  revision: 2,
  shop: 'demo',
  group: 'aftersales',
  buyer: { id: 'b1', name: '安娜' },
  tier: null,
};
const isAsked = (command: Kept): command is Asked =>
  command.type !== 'conversation.start' && command.type !== 'rating.give';

let scope: EffectScope;

afterEach(() => {
  scope.stop();
});

interface Desk {
  readonly work: DeskWork;
  readonly socket: FakeSocket;
  readonly talk: { value: Transcript };
}

async function given(): Promise<Desk> {
  const world = new FakeWorld();
  const door = {
    url: 'ws://desk/ws/staff',
    hello: () => Promise.resolve({ type: 'hello' as const, ticket: 't1', language: null }),
  };
  const outbox = new Outbox<Asked>(world, new FakeShelf(), 'outbox', isAsked);
  const client = new DeskClient<Asked>(world, door, outbox, () => 'follow-000000000001');
  const talk = shallowRef(emptyTranscript);
  scope = effectScope();
  const work = scope.run(() =>
    useDeskWork(
      client,
      {
        bench: shallowRef(emptyWorkbench),
        inTalk: (_, alter) => {
          talk.value = alter(talk.value);
        },
      },
      { tells: () => false },
    ),
  );
  if (work === undefined) {
    throw new Error('the scope has ended');
  }
  client.connect();
  await settle();
  world.socket.welcomes();
  await settle();
  return { work, socket: world.socket, talk };
}

test('thanks and close are one command, and the thanks are shown at once', async () => {
  const { work, socket, talk } = await given();
  work.close(CARD, '慢走');
  expect(socket.of('message.post')).toEqual([]);
  const close = socket.last('conversation.close');
  expect(close).toMatchObject({ conversation: 'c1', revision: 2, thanks: '慢走' });
  const id = String(close.ref);
  expect(talk.value.pending).toMatchObject([{ ref: id, text: '慢走', failed: null }]);
  const event = { type: 'message.posted', author: 'agent:qing', text: '慢走' } as const;
  talk.value = applyEvent(talk.value, { type: 'event', topic: 'c:c1:buyer', seq: 1, id, ts: 1, event });
  expect(talk.value.pending).toEqual([]);
});

test('nothing is said where nothing was written', async () => {
  const { work, socket, talk } = await given();
  work.close(CARD);
  expect(socket.last('conversation.close')).toMatchObject({ thanks: null });
  expect(talk.value.pending).toEqual([]);
});

test('thanks that are refused say why where they stand, and again means thanks and close', async () => {
  const { work, socket, talk } = await given();
  work.close(CARD, '慢走不送');
  const ref = String(socket.last('conversation.close').ref);
  socket.says({
    type: 'refusal',
    ref,
    code: 'FORBIDDEN_PHRASE',
    words: '“慢走不送”是禁用语，不能发送。',
    retry: false,
    retryAfterMs: null,
  });
  const [failed] = talk.value.pending;
  expect(failed).toMatchObject({ failed: 'FORBIDDEN_PHRASE', words: '“慢走不送”是禁用语，不能发送。' });
  expect(work.trouble.value).toBeNull();
  if (failed !== undefined) {
    work.again(CARD, failed);
  }
  expect(socket.of('message.post')).toEqual([]);
  expect(socket.of('conversation.close')).toHaveLength(2);
  expect(socket.last('conversation.close').ref).not.toBe(ref);
});
