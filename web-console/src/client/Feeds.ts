import type {
  FrameFollowed,
  FrameHeads,
  FrameLogged,
  FrameRefused,
  FrameResync,
  Position,
  Ref,
  Topic,
} from '@/protocol/frames';
import { Backoff } from './Backoff';
import { Feed } from './Feed';
import type { Pace } from './Pace';
import type { Cancel, World } from './world';

/** A replay that makes no progress for this long is asked for again. */
const PATIENCE_MS = 10_000;

export interface FollowCommand {
  readonly type: 'topic.follow';
  readonly ref: Ref;
  readonly topic: Topic;
  readonly have: Position | null;
  readonly last: number | null;
}

export interface FeedsTold {
  /** The next event of a topic: in order, each once. */
  event: FrameLogged;
  /** Everything there was has been told. */
  followed: { readonly topic: Topic };
  /** What was told of this topic no longer holds; it comes anew. `limited`: not all of it, so take a snapshot. */
  restarted: { readonly topic: Topic; readonly limited: boolean };
  /** The desk does not let us follow this. */
  barred: { readonly topic: Topic; readonly refusal: FrameRefused };
}

/** Whom the feeds tell. */
export type FeedsEar = { readonly [K in keyof FeedsTold]: (told: FeedsTold[K]) => void };

/** The topics this client follows, each kept without holes, repeats or disorder whatever the connection does. */
export class Feeds {
  private readonly feeds = new Map<Topic, Feed>();
  private readonly waits = new Map<Topic, Cancel>();
  private readonly backoff: Backoff;
  private send: ((follow: FollowCommand) => void) | undefined;

  constructor(
    private readonly world: World,
    private readonly pace: Pace,
    private readonly nextRef: () => Ref,
    private readonly ear: FeedsEar,
  ) {
    this.backoff = new Backoff(world);
  }

  /** @param last how many of the newest events are wanted at first; all of them without it */
  follow(topic: Topic, last: number | null = null): void {
    if (!this.feeds.has(topic)) {
      this.feeds.set(topic, new Feed(topic, last));
      this.ask(topic);
    }
  }

  unfollow(topic: Topic): void {
    this.feeds.delete(topic);
    this.stopWaiting(topic);
  }

  connected(send: (follow: FollowCommand) => void): void {
    this.send = send;
    for (const topic of this.feeds.keys()) {
      this.ask(topic);
    }
  }

  disconnected(): void {
    this.send = undefined;
    for (const topic of [...this.waits.keys()]) {
      this.stopWaiting(topic);
    }
    for (const feed of this.feeds.values()) {
      feed.asked = undefined;
    }
  }

  heard(logged: FrameLogged): void {
    const feed = this.feeds.get(logged.topic);
    if (feed === undefined) {
      return;
    }
    const verdict = feed.take(logged);
    if (verdict === 'apply') {
      this.ear.event(logged);
      if (feed.asked !== undefined) {
        this.wait(feed, PATIENCE_MS);
      }
    } else if (verdict === 'hole' && feed.asked === undefined) {
      this.ask(feed.topic);
    }
  }

  answered(followed: FrameFollowed): void {
    const feed = this.feeds.get(followed.topic);
    if (feed === undefined || feed.asked !== followed.ref) {
      return;
    }
    this.stopWaiting(feed.topic);
    if (followed.limited && feed.limit()) {
      feed.asked = undefined;
      this.ear.restarted({ topic: feed.topic, limited: true });
      this.ask(feed.topic);
      return;
    }
    const now = feed.answered(followed.seq);
    if (now === 'level') {
      this.backoff.reset();
      this.ear.followed({ topic: feed.topic });
    } else if (now === 'behind') {
      this.ask(feed.topic);
    } else {
      this.wait(feed, this.backoff.next());
    }
  }

  /** True when the refusal was of a follow. */
  refused(refusal: FrameRefused): boolean {
    const feed = [...this.feeds.values()].find(({ asked }) => asked !== undefined && asked === refusal.ref);
    if (feed === undefined) {
      return false;
    }
    if (refusal.retry) {
      this.wait(feed, Math.max(refusal.retryAfterMs ?? 0, this.backoff.next()));
    } else {
      this.unfollow(feed.topic);
      this.ear.barred({ topic: feed.topic, refusal });
    }
    return true;
  }

  resync({ topic }: FrameResync): void {
    const feed = this.feeds.get(topic);
    if (feed !== undefined) {
      feed.restart();
      this.ear.restarted({ topic, limited: false });
    }
  }

  /** Where the topics end: whoever has less asks again. */
  heads({ heads }: FrameHeads): void {
    for (const { topic, seq } of heads) {
      const feed = this.feeds.get(topic);
      if (feed !== undefined && feed.asked === undefined && feed.seq < seq) {
        this.ask(topic);
      }
    }
  }

  private ask(topic: Topic): void {
    this.pace.soon(`follow ${topic}`, () => {
      const feed = this.feeds.get(topic);
      if (feed !== undefined && this.send !== undefined) {
        const ref = this.nextRef();
        feed.ask(ref);
        this.wait(feed, PATIENCE_MS);
        this.send({ type: 'topic.follow', ref, topic, have: feed.have(), last: feed.last() });
      }
    });
  }

  private wait(feed: Feed, ms: number): void {
    this.stopWaiting(feed.topic);
    this.waits.set(
      feed.topic,
      this.world.after(ms, () => {
        this.ask(feed.topic);
      }),
    );
  }

  private stopWaiting(topic: Topic): void {
    this.waits.get(topic)?.();
    this.waits.delete(topic);
  }
}
