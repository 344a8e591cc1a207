import fc from 'fast-check';
import type { Author, ForAgent, ForBuyer, FrameLogged, Topic } from '@/protocol/frames';

export const TOPIC: Topic = 'c:conversation-1:buyer';
export const OWN: Topic = 'd:demo:agent:mei';

const author = fc.constantFrom<Author[]>('buyer', 'agent:mei', 'desk');

const talk: fc.Arbitrary<ForBuyer> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('message.posted' as const), author, text: fc.string() }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<ForBuyer>({ type: 'conversation.assigned', agent: { id: 'mei', name: '小美' } }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<ForBuyer>({ type: 'conversation.transferred', agent: { id: 'li', name: '小李' } }),
  },
  { weight: 1, arbitrary: fc.constant<ForBuyer>({ type: 'conversation.requeued' }) },
);

const conversation = fc.constantFrom('a', 'b', 'c', 'd');
const own: fc.Arbitrary<ForAgent> = fc.oneof(
  fc.record({
    type: fc.constant('conversation.given' as const),
    conversation,
    revision: fc.integer({ min: 1, max: 99 }),
    shop: fc.constant('demo'),
    group: fc.constant('presales'),
    buyer: fc.constant({ id: 'b1', name: null }),
    tier: fc.constantFrom(null, 'gold'),
  }),
  fc.record({
    type: fc.constant('conversation.taken' as const),
    conversation,
    reason: fc.constantFrom('CLOSED' as const, 'REQUEUED' as const, 'TRANSFERRED' as const),
  }),
  fc.record({
    type: fc.constant('availability.changed' as const),
    state: fc.constantFrom('ONLINE' as const, 'OFFLINE' as const),
    since: fc.nat(),
    until: fc.constant(null),
    reason: fc.constant(null),
    away: fc.constant(null),
  }),
);

const numbered = (topic: Topic, events: readonly FrameLogged['event'][]): readonly FrameLogged[] =>
  events.map((event, i) => ({
    type: 'event',
    topic,
    seq: i + 1,
    id: `id-${String(i + 1)}`,
    ts: 1000 * i,
    event,
  }));

/** One event of a conversation's log. */
export const logged = (seq: number, event: FrameLogged['event']): FrameLogged => ({
  type: 'event',
  topic: TOPIC,
  seq,
  id: `id-${String(seq)}`,
  ts: 1000 * seq,
  event,
});

/** The log of a conversation as its buyer sees it. */
export const talkLog = fc.array(talk, { maxLength: 40 }).map((events) =>
  numbered(TOPIC, [
    {
      type: 'conversation.opened',
      shop: 'demo',
      group: 'presales',
      buyer: { id: 'b1', name: null },
      previous: null,
      about: null,
    },
    ...events,
  ]),
);

/** The log of an agent's own topic. */
export const ownLog = fc.array(own, { maxLength: 40 }).map((events) => numbered(OWN, events));
