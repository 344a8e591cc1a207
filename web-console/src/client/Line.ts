import { decode, encode, type Command } from '@/protocol/codec';
import { isInvitation, thenAfter } from '@/protocol/closeReasons';
import type { Frame, FrameGoodbye, FrameWelcome } from '@/protocol/frames';
import { Backoff } from './Backoff';
import type { Cancel, Wire, World } from './world';

/** How it stands with the connection. */
export type Link =
  | { readonly kind: 'idle' | 'connecting' | 'open' }
  /** Tries again at this time. */
  | { readonly kind: 'waiting'; readonly until: number }
  /** The person has to sign in anew. */
  | { readonly kind: 'signIn' }
  /** It makes no sense to come back. */
  | { readonly kind: 'away'; readonly code: number };

/** Where to connect, and how to say who one is. */
export interface Door {
  readonly url: string;
  /** The first frame; null when the person has to sign in. Fails when it cannot be known now. */
  hello(): Promise<Extract<Command, { readonly type: 'hello' }> | null>;
}

/** Whom a line tells. */
export interface LineEar {
  changed(link: Link): void;
  heard(frame: Frame): void;
  /** The socket is gone; called before anything else is done about it. */
  cut(): void;
}

const WELCOME_MS = 10_000;
/** Asked on suspicion (the network is back, the tab is looked at again), an answer has to come soon. */
const PROBE_MS = 5_000;
const MOST_MISSES = 2;

/** A socket that comes back by itself, unless the server says that it should not. */
export class Line {
  private readonly backoff: Backoff;
  private link: Link = { kind: 'idle' };
  private wire: Wire | undefined;
  /** Counts the sockets, so that an old one is not listened to. */
  private attempt = 0;
  private timer: Cancel | undefined;
  private missed = 0;
  private heartbeatMs = 0;
  private returnAfterMs: number | undefined;

  constructor(
    private readonly world: World,
    private readonly door: Door,
    private readonly ear: LineEar,
  ) {
    this.backoff = new Backoff(world);
  }

  get state(): Link {
    return this.link;
  }

  connect(): void {
    if (this.link.kind !== 'open' && this.link.kind !== 'connecting') {
      this.open();
    }
  }

  leave(): void {
    this.drop();
    this.become({ kind: 'idle' });
  }

  /** Something says that the network has changed: look now. */
  nudge(): void {
    if (this.link.kind === 'waiting') {
      this.open();
    } else if (this.link.kind === 'open') {
      this.beat(PROBE_MS);
    }
  }

  say(command: Command): void {
    if (this.link.kind === 'open') {
      this.wire?.send(encode(command));
    }
  }

  welcomed({ heartbeat }: FrameWelcome): void {
    this.heartbeatMs = heartbeat * 1000;
    this.backoff.opened();
    this.become({ kind: 'open' });
    this.after(this.heartbeatMs, () => {
      this.beat(this.heartbeatMs);
    });
  }

  sentAway({ reconnectAfterMs }: FrameGoodbye): void {
    this.backoff.reset();
    this.returnAfterMs = reconnectAfterMs;
  }

  private open(): void {
    this.drop();
    this.become({ kind: 'connecting' });
    const attempt = this.attempt;
    const current = (act: () => void): void => {
      if (attempt === this.attempt) {
        act();
      }
    };
    this.door.hello().then(
      (hello) => {
        current(() => {
          if (hello === null) {
            this.become({ kind: 'signIn' });
          } else {
            this.dial(encode(hello), current);
          }
        });
      },
      () => {
        current(() => {
          this.comeBack();
        });
      },
    );
  }

  private dial(hello: string, current: (act: () => void) => void): void {
    this.after(WELCOME_MS, () => {
      this.comeBack();
    });
    const wire = this.world.open(this.door.url, {
      opened: () => {
        current(() => {
          wire.send(hello);
        });
      },
      heard: (text) => {
        current(() => {
          this.hear(decode(text));
        });
      },
      closed: (code) => {
        current(() => {
          this.closed(code);
        });
      },
    });
    this.wire = wire;
  }

  private hear(frame: Frame | undefined): void {
    this.missed = 0;
    if (frame !== undefined) {
      this.ear.heard(frame);
    }
  }

  private beat(next: number): void {
    if (this.missed >= MOST_MISSES) {
      this.comeBack();
      return;
    }
    // A probe has one chance only.
    this.missed += next < this.heartbeatMs ? MOST_MISSES : 1;
    this.say({ type: 'heartbeat' });
    this.after(next, () => {
      this.beat(this.heartbeatMs);
    });
  }

  private closed(code: number): void {
    const then = thenAfter(code);
    if (then === 'COME_BACK') {
      if (isInvitation(code)) {
        this.backoff.reset();
      }
      this.comeBack();
      return;
    }
    this.drop();
    this.become(then === 'SIGN_IN' ? { kind: 'signIn' } : { kind: 'away', code });
  }

  private comeBack(): void {
    const invited = this.returnAfterMs;
    this.drop();
    const ms = invited ?? this.backoff.next();
    this.become({ kind: 'waiting', until: this.world.now() + ms });
    this.after(ms, () => {
      this.open();
    });
  }

  private drop(): void {
    this.attempt += 1;
    this.timer?.();
    this.timer = undefined;
    this.missed = 0;
    this.returnAfterMs = undefined;
    this.backoff.closed();
    this.ear.cut();
    this.wire?.close();
    this.wire = undefined;
  }

  private become(link: Link): void {
    this.link = link;
    this.ear.changed(link);
  }

  private after(ms: number, run: () => void): void {
    this.timer?.();
    this.timer = this.world.after(ms, run);
  }
}
