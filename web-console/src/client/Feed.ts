import type { FrameLogged, Position, Ref, Topic } from '@/protocol/frames';

/** What to do with an event: show it, forget it, or ask for what lies between. */
export type Verdict = 'apply' | 'drop' | 'hole';

/** How far this client has one topic, and what it has asked for. */
export class Feed {
  readonly topic: Topic;
  seq = 0;
  /** The follow that is not answered yet. */
  asked: Ref | undefined;
  private id: string | undefined;
  /** The log no longer begins at 1, so its first event may have any seq. */
  private fromAnywhere = false;
  private seqWhenAsked = 0;

  /** @param newest how many of the newest events are wanted; all without it */
  constructor(
    topic: Topic,
    private readonly newest: number | null,
  ) {
    this.topic = topic;
  }

  /** How many of the newest events to ask for; where there is a position, everything after it is wanted. */
  last(): number | null {
    return this.id === undefined ? this.newest : null;
  }

  have(): Position | null {
    return this.id === undefined ? null : { seq: this.seq, id: this.id };
  }

  take({ seq, id }: FrameLogged): Verdict {
    if (seq <= this.seq) {
      return 'drop';
    }
    if (seq !== this.seq + 1 && !((this.fromAnywhere || this.newest !== null) && this.id === undefined)) {
      return 'hole';
    }
    this.seq = seq;
    this.id = id;
    return 'apply';
  }

  ask(ref: Ref): void {
    this.asked = ref;
    this.seqWhenAsked = this.seq;
  }

  /** The answer to a follow. What there is now, and whether asking once more would bring us on. */
  answered(head: number): 'level' | 'behind' | 'stuck' {
    this.asked = undefined;
    if (this.seq >= head) {
      return 'level';
    }
    return this.seq > this.seqWhenAsked ? 'behind' : 'stuck';
  }

  /** The log begins after our position. True when everything has to be asked for anew, from wherever it begins. */
  limit(): boolean {
    if (this.fromAnywhere && this.seqWhenAsked === 0) {
      return false;
    }
    this.restart();
    this.fromAnywhere = true;
    return true;
  }

  /** The log is another one: it comes again from the start. */
  restart(): void {
    this.seq = 0;
    this.id = undefined;
    this.fromAnywhere = false;
  }
}
