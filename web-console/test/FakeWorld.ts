import type { Cancel, Ear, Wire, World, Shelf } from '@/client/world';
import { decode, isObject, parse } from '@/protocol/codec';
import type { Frame } from '@/protocol/frames';

/** A world whose clock only moves when it is told to, and whose sockets lead to the test. */
export class FakeWorld implements World {
  time = 1_000_000;
  luck = 0.5;
  readonly sockets: FakeSocket[] = [];
  private timers: { readonly at: number; readonly run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  random(): number {
    return this.luck;
  }

  after(ms: number, run: () => void): Cancel {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  open(url: string, ear: Ear): Wire {
    const socket = new FakeSocket(url, ear);
    this.sockets.push(socket);
    return socket;
  }

  /** Moves the clock, and runs what falls due on the way in its order. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) {
        break;
      }
      this.timers = this.timers.filter((other) => other !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = end;
  }

  get socket(): FakeSocket {
    const last = this.sockets.at(-1);
    if (last === undefined) {
      throw new Error('no socket was opened');
    }
    return last;
  }
}

export class FakeSocket implements Wire {
  readonly sent: Readonly<Record<string, unknown>>[] = [];
  isClosed = false;

  constructor(
    readonly url: string,
    private readonly ear: Ear,
  ) {}

  send(text: string): void {
    const command = parse(text);
    if (!this.isClosed && isObject(command)) {
      this.sent.push(command);
    }
  }

  close(): void {
    this.isClosed = true;
  }

  opens(): void {
    this.ear.opened();
  }

  says(frame: Frame): void {
    const text = JSON.stringify(frame);
    if (decode(text) === undefined) {
      throw new Error(`no frame: ${text}`);
    }
    this.ear.heard(text);
  }

  saysText(text: string): void {
    this.ear.heard(text);
  }

  dies(code = 1006): void {
    this.isClosed = true;
    this.ear.closed(code);
  }

  /** Welcomes the client, which wants to follow these topics. */
  welcomes(...topics: string[]): void {
    this.opens();
    this.says({
      type: 'welcome',
      connection: 'k1',
      you: { role: 'BUYER', id: 'b1', name: null, desk: null },
      heartbeat: 25,
      topics,
    });
  }

  of(type: string): readonly Readonly<Record<string, unknown>>[] {
    return this.sent.filter((command) => command.type === type);
  }

  last(type: string): Readonly<Record<string, unknown>> {
    const command = this.of(type).at(-1);
    if (command === undefined) {
      throw new Error(`no ${type} was sent`);
    }
    return command;
  }
}

export class FakeShelf implements Shelf {
  readonly kept = new Map<string, string>();

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
  }

  removeAll(prefix: string): void {
    [...this.kept.keys()]
      .filter((key) => key.startsWith(prefix))
      .forEach((key) => {
        this.kept.delete(key);
      });
  }
}

/** Lets promises that are settled be heard. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) {
    await Promise.resolve();
  }
};
