import { isCommand, isObject, parse, type Command } from '@/protocol/codec';
import type { Ref } from '@/protocol/frames';
import { Backoff } from './Backoff';
import type { Cancel, Shelf, World } from './world';

/** A command that is kept until it is answered. Follows are not: they name a position, which changes. */
export type Kept = Exclude<Extract<Command, { readonly ref: Ref }>, { readonly type: 'topic.follow' }>;

interface Entry<C> {
  readonly command: C;
  readonly madeAt: number;
}

const MOST_IN_FLIGHT = 16;
const MOST_KEPT = 200;
const PATIENCE_MS = 5_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * What survives a reload of the tab, and for how long it is worth sending: what somebody wrote for a day, a close for
 * minutes. An older one would surprise, as would any change of state.
 */
const KEPT_MS: Readonly<Partial<Record<Kept['type'], number>>> = {
  'message.post': DAY_MS,
  'attachment.post': DAY_MS,
  'card.post': DAY_MS,
  'note.post': DAY_MS,
  'conversation.start': DAY_MS,
  'conversation.close': 10 * 60 * 1000,
};
const isWorthIt = ({ command, madeAt }: Entry<Kept>, now: number): boolean =>
  now - madeAt < (KEPT_MS[command.type] ?? DAY_MS);

/**
 * What was asked for and is not answered yet, in the order it was made. When an answer is late, refused for now, or the
 * connection is a new one, everything is sent again from the oldest on, with the same refs and bodies.
 */
export class Outbox<C extends Kept> {
  private readonly backoff: Backoff;
  private entries: readonly Entry<C>[] = [];
  private readonly sent = new Set<Ref>();
  private send: ((command: C) => void) | undefined;
  private pause: Cancel | undefined;
  private patience: Cancel | undefined;

  constructor(
    private readonly world: World,
    private readonly shelf: Shelf,
    private readonly key: string,
    isOurs: (command: Kept) => command is C,
  ) {
    this.backoff = new Backoff(world);
    this.entries = restored(shelf.getItem(key), isOurs).filter((entry) => isWorthIt(entry, world.now()));
  }

  /** False when there are too many already: the person has to wait for the connection. */
  add(command: C): boolean {
    if (this.entries.length >= MOST_KEPT) {
      return false;
    }
    this.entries = [...this.entries, { command, madeAt: this.world.now() }];
    this.keep();
    this.pump();
    return true;
  }

  unanswered(): readonly C[] {
    return this.entries.map((entry) => entry.command);
  }

  connected(send: (command: C) => void): void {
    this.send = send;
    this.again();
  }

  disconnected(): void {
    this.send = undefined;
    this.sent.clear();
    this.stopWaiting();
  }

  /** It was carried out, or refused for good. */
  settle(ref: Ref): C | undefined {
    const entry = this.entries.find(({ command }) => command.ref === ref);
    if (entry !== undefined) {
      this.entries = this.entries.filter((other) => other !== entry);
      this.sent.delete(ref);
      this.backoff.reset();
      this.keep();
      this.patience?.();
      this.patience = undefined;
      this.pump();
    }
    return entry?.command;
  }

  /** Refused for now. */
  postpone(ref: Ref, ms: number): void {
    if (this.pause === undefined && this.sent.has(ref)) {
      this.stopWaiting();
      this.pause = this.world.after(Math.max(ms, this.backoff.next()), () => {
        this.again();
      });
    }
  }

  clear(): void {
    this.entries = [];
    this.disconnected();
    this.keep();
  }

  private again(): void {
    this.stopWaiting();
    this.sent.clear();
    this.pump();
  }

  private pump(): void {
    if (this.send === undefined || this.pause !== undefined) {
      return;
    }
    const now = this.world.now();
    const living = this.entries.filter((entry) => isWorthIt(entry, now));
    for (const { command } of living.slice(0, MOST_IN_FLIGHT)) {
      if (!this.sent.has(command.ref)) {
        this.sent.add(command.ref);
        this.send(command);
      }
    }
    if (this.sent.size > 0) {
      this.patience ??= this.world.after(PATIENCE_MS, () => {
        this.again();
      });
    }
  }

  private stopWaiting(): void {
    this.pause?.();
    this.patience?.();
    this.pause = undefined;
    this.patience = undefined;
  }

  private keep(): void {
    const kept = this.entries.filter(({ command }) => command.type in KEPT_MS);
    if (kept.length === 0) {
      this.shelf.removeItem(this.key);
    } else {
      this.shelf.setItem(this.key, JSON.stringify(kept));
    }
  }
}

function restored<C extends Kept>(
  text: string | null,
  isOurs: (command: Kept) => command is C,
): readonly Entry<C>[] {
  const kept = text === null ? [] : parse(text);
  return (Array.isArray(kept) ? kept : []).flatMap((entry: unknown) => {
    if (!isObject(entry) || typeof entry.madeAt !== 'number' || !isCommand(entry.command)) {
      return [];
    }
    const { command, madeAt } = entry;
    return command.type !== 'topic.follow' && isOurs(command) ? [{ command, madeAt }] : [];
  });
}
