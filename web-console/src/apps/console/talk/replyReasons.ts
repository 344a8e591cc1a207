import type { Words } from '@/composables/useWords';
import type { FrameLogged } from '@/protocol/frames';

/** Why the desk has said something by itself, by the seq of what it said. */
export function replyReasons(notes: readonly FrameLogged[], say: Words['say']): ReadonlyMap<number, string> {
  return new Map(
    notes.flatMap(({ event }): readonly (readonly [number, string])[] =>
      event.type === 'reply.explained'
        ? [[event.seq, say(`console.talk.because.${event.kind}`, { trigger: event.trigger ?? '' })]]
        : [],
    ),
  );
}
