import type { ComputedRef, ShallowRef } from 'vue';
import type { Link } from '@/client/Line';
import type { CardAsked, ConversationId, FrameLogged, Ref, Refusal } from '@/protocol/frames';
import type { Pending, Transcript } from '@/state/transcript';
import type { Rating } from '@/state/visit';
import type { Admissions } from './useAdmission';

/** What begins a conversation besides its first words. */
export interface Beginning {
  readonly group: string | null;
  /** Empty: the buyer leaves a message, and no contact. Null: the buyer waits for an answer. */
  readonly contact: string | null;
  /** What the shop's page calls itself. */
  readonly page: string | null;
  /** What the buyer asks about; shown before the first words. */
  readonly about: readonly CardAsked[] | null;
}

/** What a buyer sees of a shop's desk, and may ask of it. */
export interface VisitDesk {
  readonly link: Readonly<ShallowRef<Link>>;
  readonly store: Readonly<ShallowRef<boolean>>;
  readonly admission: Admissions['admission'];
  readonly refused: Admissions['refused'];
  readonly isKnown: () => boolean;
  readonly shown: ComputedRef<Transcript>;
  readonly unread: ComputedRef<number>;
  /** The conversation that goes on; undefined when the next word begins a new one. */
  readonly open: ComputedRef<ConversationId | undefined>;
  /** Whether there is more above what is shown. */
  readonly hasEarlier: ComputedRef<boolean>;
  /** Why the last thing asked for was refused, where no message shows it. */
  readonly notice: ShallowRef<Refusal | null>;
  /** Texts the buyer has just taken back, by their ids; they may be written anew. */
  readonly tookBack: Readonly<ShallowRef<ReadonlyMap<string, string>>>;
  rating(now: number): Rating;
  enter(identity?: string): Promise<void>;
  /** Forgets the buyer on this browser. */
  leave(): void;
  say(text: string, beginning: Beginning): boolean;
  file(ref: Ref, conversation: ConversationId, attachment: string): boolean;
  card(conversation: ConversationId, card: CardAsked): boolean;
  recall(line: FrameLogged): void;
  rate(stars: number, comment: string | null): void;
  /** The buyer does not want to rate. */
  dismissRating(): void;
  again(pending: Pending): void;
  drop(ref: Ref): void;
  earlier(): Promise<void>;
  typing(): void;
  read(): void;
}
