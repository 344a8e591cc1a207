import type { DeskClient } from '@/client/DeskClient';
import type { FrameReply, Ref, Refusal } from '@/protocol/frames';
import type { Asked } from './useStaffClient';

/** How the desk answered a command: it was done, or why it was not. */
export type Answered =
  | { readonly done: true; readonly reply: FrameReply }
  | { readonly done: false; readonly why: Refusal; readonly words: string };

export interface Answers {
  /** Asks for something, and waits for the answer however long the connection is away. */
  ask(command: Asked): Promise<Answered>;
  /** Whoever asked for this hears of the answer. */
  tells(ref: Ref): boolean;
}

/** Lets those who ask for something hear of it themselves. */
export function useAnswers(client: DeskClient<Asked>): Answers {
  const waiting = new Map<Ref, (answered: Answered) => void>();
  const asked = new Set<Ref>();
  const settle = (ref: Ref, answered: Answered): void => {
    waiting.get(ref)?.(answered);
    waiting.delete(ref);
  };
  client.on('reply', ({ command, reply }) => {
    settle(command.ref, { done: true, reply });
  });
  client.on('refused', ({ command, refusal: { code, words } }) => {
    settle(command.ref, { done: false, why: code, words });
  });
  return {
    ask: (command) =>
      new Promise((resolve) => {
        waiting.set(command.ref, resolve);
        asked.add(command.ref);
        if (!client.post(command)) {
          settle(command.ref, { done: false, why: 'TOO_MANY', words: '' });
        }
      }),
    tells: (ref) => asked.has(ref),
  };
}
