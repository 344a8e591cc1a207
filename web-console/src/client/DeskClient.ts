import type { Command } from '@/protocol/codec';
import type {
  Frame,
  FrameRefused,
  FrameReply,
  FrameSignalled,
  FrameWelcome,
  Ref,
  Topic,
} from '@/protocol/frames';
import { Feeds, type FeedsTold, type FollowCommand } from './Feeds';
import { Line, type Door, type Link } from './Line';
import { Listeners } from './Listeners';
import type { Kept, Outbox } from './Outbox';
import { Pace } from './Pace';
import type { World } from './world';

export interface Told<C> extends FeedsTold {
  link: Link;
  welcome: FrameWelcome;
  signal: FrameSignalled;
  reply: { readonly command: C; readonly reply: FrameReply };
  /** For good; what may be tried again is tried without a word. */
  refused: { readonly command: C; readonly refusal: FrameRefused };
  store: boolean;
}

/** One person's line to the desk: it comes back by itself, and nothing that was asked for is forgotten. */
export class DeskClient<C extends Kept> {
  private readonly listeners = new Listeners<Told<C>>();
  private readonly line: Line;
  private readonly pace: Pace;
  private readonly feeds: Feeds;

  constructor(
    world: World,
    door: Door,
    readonly outbox: Outbox<C>,
    nextRef: () => Ref,
  ) {
    this.pace = new Pace(world);
    this.feeds = new Feeds(world, this.pace, nextRef, {
      event: (logged) => {
        this.listeners.tell('event', logged);
      },
      followed: (told) => {
        this.listeners.tell('followed', told);
      },
      restarted: (told) => {
        this.listeners.tell('restarted', told);
      },
      barred: (told) => {
        this.listeners.tell('barred', told);
      },
    });
    this.line = new Line(world, door, {
      changed: (link) => {
        this.listeners.tell('link', link);
      },
      heard: (frame) => {
        this.hear(frame);
      },
      cut: () => {
        this.pace.clear();
        this.feeds.disconnected();
        this.outbox.disconnected();
      },
    });
  }

  on<K extends keyof Told<C>>(name: K, ear: (told: Told<C>[K]) => void): () => void {
    return this.listeners.on(name, ear);
  }

  get link(): Link {
    return this.line.state;
  }

  connect(): void {
    this.line.connect();
  }

  /** Goes, until `connect` is called again. */
  leave(): void {
    this.line.leave();
  }

  /** Something says that the network has changed: look now. */
  nudge(): void {
    this.line.nudge();
  }

  /** @param last how many of the newest events are wanted at first; all of them without it */
  follow(topic: Topic, last: number | null = null): void {
    this.feeds.follow(topic, last);
  }

  unfollow(topic: Topic): void {
    this.feeds.unfollow(topic);
    this.pace.soon(`follow ${topic}`, () => {
      this.line.say({ type: 'topic.unfollow', topic });
    });
  }

  /** Kept until it is answered. False when too much is waiting already. */
  post(command: C): boolean {
    return this.outbox.add(command);
  }

  /** Said once, and lost if there is no connection; of one kind the last one counts. */
  hint(kind: string, command: Exclude<Command, Kept | FollowCommand>): void {
    if (this.link.kind === 'open') {
      this.pace.soon(kind, () => {
        this.line.say(command);
      });
    }
  }

  private hear(frame: Frame): void {
    switch (frame.type) {
      case 'welcome':
        this.enter(frame);
        break;
      case 'event':
        this.feeds.heard(frame);
        break;
      case 'signal':
        this.listeners.tell('signal', frame);
        break;
      case 'followed':
        this.feeds.answered(frame);
        break;
      case 'resync':
        this.feeds.resync(frame);
        break;
      case 'heartbeat':
        this.feeds.heads(frame);
        break;
      case 'reply':
        this.replied(frame);
        break;
      case 'refusal':
        this.refused(frame);
        break;
      case 'store':
        this.listeners.tell('store', frame.available);
        break;
      case 'goodbye':
        this.line.sentAway(frame);
        break;
    }
  }

  private enter(welcome: FrameWelcome): void {
    this.line.welcomed(welcome);
    this.listeners.tell('welcome', welcome);
    this.feeds.connected((follow) => {
      this.line.say(follow);
    });
    this.outbox.connected((command) => {
      this.line.say(command);
    });
  }

  private replied(reply: FrameReply): void {
    const command = this.outbox.settle(reply.ref);
    if (command !== undefined) {
      this.listeners.tell('reply', { command, reply });
    }
  }

  private refused(refusal: FrameRefused): void {
    if (this.feeds.refused(refusal) || refusal.ref === null) {
      return;
    }
    if (refusal.retry) {
      this.outbox.postpone(refusal.ref, refusal.retryAfterMs ?? 0);
      return;
    }
    const command = this.outbox.settle(refusal.ref);
    if (command !== undefined) {
      this.listeners.tell('refused', { command, refusal });
    }
  }
}
