import { shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { newRef } from '@/client/refs';
import type { AvailabilityState, Refusal } from '@/protocol/frames';
import { readOwnSeat, type OwnSeat, type SeatSettings } from '@/protocol/ownSeat';
import type { Problem } from '@/protocol/rest';
import type { Answers } from './useAnswers';
import { useAsked, type Asking } from './useAsked';

/** What an agent says to hang up. */
export interface HangUp {
  readonly reason: string;
  readonly away: string;
  readonly minutes: number;
}

/** What waits for a supervisor: so many minutes beyond the limit. */
export type TimeAsked = Pick<HangUp, 'minutes' | 'reason'>;

/** The agent's own availability, and what the agent does to it. */
export interface Duty {
  readonly seat: Asking<OwnSeat>['asked'];
  /** The dialog that is wanted, whoever wants it. */
  readonly dialog: ShallowRef<'hangUp' | 'signOff' | null>;
  /** The time that was asked for and is not decided yet. */
  readonly timeAsked: ShallowRef<TimeAsked | null>;
  /** Goes online, drains or goes offline. @returns why not; null when it was done */
  set(state: AvailabilityState): Promise<Refusal | null>;
  hangUp(how: HangUp): Promise<Refusal | null>;
  askTime(what: TimeAsked): Promise<Refusal | null>;
  takeBreak(): void;
  leaveLine(): void;
  /** What the desk knows of the own seat, told anew. */
  look(): void;
  keep(settings: SeatSettings): Promise<Problem | null>;
}

/** @param trouble where it is said what was refused and has no dialog to say it */
export function useDuty({ ask }: Answers, trouble: ShallowRef<Refusal | null>): Duty {
  const { asked: seat, again, change } = useAsked(() => '/seat', readOwnSeat);
  const dialog: Duty['dialog'] = shallowRef(null);
  const timeAsked: Duty['timeAsked'] = shallowRef(null);

  const why = async (command: Parameters<typeof ask>[0]): Promise<Refusal | null> => {
    const answered = await ask(command);
    return answered.done ? null : answered.why;
  };
  const orTrouble = async (command: Parameters<typeof ask>[0]): Promise<Refusal | null> => {
    const refused = await why(command);
    trouble.value = refused ?? trouble.value;
    return refused;
  };
  const set: Duty['set'] = async (state) => {
    const refused = await why({ type: 'availability.set', ref: newRef(), state });
    if (refused === 'STILL_SERVING') {
      dialog.value = 'signOff';
    } else {
      trouble.value = refused ?? trouble.value;
    }
    return refused;
  };

  return {
    seat,
    dialog,
    timeAsked,
    set,
    hangUp: ({ reason, away, minutes }) =>
      why({ type: 'availability.hang-up', ref: newRef(), reason, away, minutes }),
    askTime: async ({ minutes, reason }) => {
      const refused = await why({ type: 'availability.ask-time', ref: newRef(), minutes, reason });
      timeAsked.value = refused === null ? { minutes, reason } : timeAsked.value;
      return refused;
    },
    takeBreak: () => void orTrouble({ type: 'break.take', ref: newRef() }),
    leaveLine: () => void orTrouble({ type: 'break.withdraw', ref: newRef() }),
    look: again,
    keep: async ({ hangUpAt, awayText }) => {
      const answer = await api.put('/seat/settings', { hangUpAt, awayText }, () => true);
      if (!answer.ok) {
        return answer.problem;
      }
      change((before) => ({ ...before, hangUpAt, awayText }));
      return null;
    },
  };
}
