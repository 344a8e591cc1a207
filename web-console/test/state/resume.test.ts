import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Feeds } from '@/client/Feeds';
import { Pace } from '@/client/Pace';
import type { FrameLogged } from '@/protocol/frames';
import { applyEvent, emptyTranscript, restarted, type Transcript } from '@/state/transcript';
import { FakeWorld } from '../FakeWorld';
import { talkLog, TOPIC } from './logs';

/** What happens on the way from the log to the screen. */
type Fate =
  | { readonly kind: 'live'; readonly seq: number }
  | { readonly kind: 'answer'; readonly upTo: number }
  | { readonly kind: 'heads' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'pass'; readonly ms: number };

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('live' as const), seq: fc.nat(60) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer' as const), upTo: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.constant<Fate>({ kind: 'heads' }) },
  { weight: 1, arbitrary: fc.constant<Fate>({ kind: 'cut' }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(20_000) }) },
);

/** A server that tells parts of a log, in any order, repeatedly or never, until at last it is well. */
class Desk {
  screen: Transcript = emptyTranscript;
  readonly world = new FakeWorld();
  private asked: { ref: string; from: number } | undefined;
  private readonly feeds: Feeds;
  private refs = 0;

  constructor(private readonly log: readonly FrameLogged[]) {
    this.feeds = new Feeds(this.world, new Pace(this.world), () => `ref-${String(++this.refs)}`, {
      event: (logged) => {
        expect(logged.seq).toBe(this.screen.seq + 1);
        this.screen = applyEvent(this.screen, logged);
      },
      followed: () => undefined,
      restarted: () => {
        this.screen = restarted(this.screen);
      },
      barred: () => {
        throw new Error('nothing is barred here');
      },
    });
    this.feeds.follow(TOPIC);
    this.connect();
  }

  private connect(): void {
    this.feeds.connected(({ ref, have }) => {
      this.asked = { ref, from: have?.seq ?? 0 };
    });
  }

  befall(fate: Fate): void {
    switch (fate.kind) {
      case 'live':
        this.tell(this.log.slice(fate.seq, fate.seq + 1));
        break;
      case 'answer':
        this.answer(Math.min(fate.upTo, this.log.length));
        break;
      case 'heads':
        this.feeds.heads({ type: 'heartbeat', heads: [{ topic: TOPIC, seq: this.log.length }] });
        break;
      case 'cut':
        this.feeds.disconnected();
        this.asked = undefined;
        this.connect();
        break;
      case 'pass':
        this.world.pass(fate.ms);
        break;
    }
  }

  /** From here on nothing is lost: heartbeats come, follows are answered in full. */
  mend(): void {
    for (let i = 0; i < 5; i++) {
      this.befall({ kind: 'heads' });
      this.world.pass(20_000);
      this.answer(this.log.length);
    }
  }

  private answer(upTo: number): void {
    const { asked } = this;
    if (asked !== undefined && upTo >= asked.from) {
      this.asked = undefined;
      this.tell(this.log.slice(asked.from, upTo));
      this.feeds.answered({
        type: 'followed',
        ref: asked.ref,
        topic: TOPIC,
        seq: upTo,
        from: 1,
        limited: false,
      });
    }
  }

  private tell(events: readonly FrameLogged[]): void {
    events.forEach((logged) => {
      this.feeds.heard(logged);
    });
  }
}

test('whatever order, repeats and losses: in the end the screen is the log', () => {
  fc.assert(
    fc.property(talkLog, fc.array(fate, { maxLength: 80 }), (log, fates) => {
      const desk = new Desk(log);
      fates.forEach((one) => {
        desk.befall(one);
      });
      desk.mend();
      expect(desk.screen.lines).toEqual(log);
    }),
    { numRuns: 500 },
  );
});

test('a screen is never more than a beginning of the log', () => {
  fc.assert(
    fc.property(talkLog, fc.array(fate, { maxLength: 80 }), (log, fates) => {
      const desk = new Desk(log);
      for (const one of fates) {
        desk.befall(one);
        expect(desk.screen.lines).toEqual(log.slice(0, desk.screen.seq));
      }
    }),
    { numRuns: 300 },
  );
});
