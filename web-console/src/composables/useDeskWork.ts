import { shallowRef, type ShallowRef } from 'vue';
import type { DeskClient } from '@/client/DeskClient';
import { newRef } from '@/client/refs';
import { browser } from '@/client/world';
import type { CardAsked, ConversationId, Ref, Refusal } from '@/protocol/frames';
import type { Card, Shown } from '@/state/roster';
import { dropped, failed, posted, withOlder, type Pending, type Transcript } from '@/state/transcript';
import { talkOf, withOlderNotes, type Workbench } from '@/state/workbench';
import { olderEvents } from './olderEvents';
import type { Answers } from './useAnswers';
import type { Asked } from './useStaffClient';
import { useUploads } from './useUploads';

/** What an agent does to conversations. */
export interface DeskWork {
  /** What was refused last, other than something said, which says so itself. */
  readonly trouble: ShallowRef<Refusal | null>;
  say(card: Card, text: string): boolean;
  sendCard(card: Card, asked: CardAsked): boolean;
  attach(card: Card, file: File): void;
  again(card: Card, pending: Pending): void;
  drop(card: Card, ref: Ref): void;
  /** Takes back what the agent has said. */
  recall(card: Card, seq: number): void;
  note(shown: Shown, text: string, mentions?: readonly string[]): boolean;
  /** Closes; with thanks both is done, or neither. */
  close(card: Card, thanks?: string): void;
  typing(card: Card): void;
  read(card: Card): void;
  /** Fetches the page before what is there of a conversation. */
  older(conversation: ConversationId): Promise<void>;
}

/** Refusals whose words name what was wrong, which their code alone cannot. */
const NAMED: ReadonlySet<string> = new Set(['FORBIDDEN_PHRASE']);

interface Seen {
  readonly bench: ShallowRef<Workbench>;
  readonly inTalk: (conversation: ConversationId, alter: (talk: Transcript) => Transcript) => void;
}

/**
 * Says and does things by the client, and shows at once what is on its way.
 *
 * @param answers who hears of an answer says what was refused
 */
export function useDeskWork(
  client: DeskClient<Asked>,
  { bench, inTalk }: Seen,
  { tells }: Pick<Answers, 'tells'>,
): DeskWork {
  const trouble = shallowRef<Refusal | null>(null);

  const show = (command: Asked): void => {
    const { ref } = command;
    const pending = { ref, madeAt: browser.now(), failed: null };
    if (command.type === 'message.post') {
      inTalk(command.conversation, (talk) => posted(talk, { ...pending, text: command.text }));
    } else if (command.type === 'card.post') {
      const { card, conversation } = command;
      const text = card.type === 'product' ? card.product : card.order;
      inTalk(conversation, (talk) => posted(talk, { ...pending, text, card }));
    } else if (command.type === 'conversation.close' && command.thanks !== null) {
      const { conversation, thanks } = command;
      inTalk(conversation, (talk) => posted(talk, { ...pending, text: thanks, closes: true }));
    }
  };
  const act = (command: Asked): boolean => {
    const taken = client.post(command);
    if (taken) {
      show(command);
    }
    return taken;
  };
  const uploads = useUploads(act, inTalk);

  client.on('reply', ({ command }) => {
    uploads.cancel(command.ref);
  });
  client.on('refused', ({ command, refusal: { code, words } }) => {
    if (
      command.type === 'message.post' ||
      command.type === 'card.post' ||
      command.type === 'attachment.post' ||
      (command.type === 'conversation.close' && command.thanks !== null)
    ) {
      inTalk(command.conversation, (talk) =>
        failed(talk, command.ref, code, NAMED.has(code) ? words : undefined),
      );
    } else if (!tells(command.ref)) {
      trouble.value = code;
    }
  });
  client.outbox.unanswered().forEach(show);

  const say = ({ conversation, revision }: Card, text: string): boolean =>
    act({ type: 'message.post', ref: newRef(), conversation, revision, text });
  const sendCard: DeskWork['sendCard'] = ({ conversation, revision }, card) =>
    act({ type: 'card.post', ref: newRef(), conversation, revision, card });
  const drop: DeskWork['drop'] = ({ conversation }, ref) => {
    uploads.cancel(ref);
    inTalk(conversation, (talk) => dropped(talk, ref));
  };
  const close: DeskWork['close'] = ({ conversation, revision }, thanks = '') => {
    const said = thanks === '' ? null : thanks;
    act({ type: 'conversation.close', ref: newRef(), conversation, revision, thanks: said });
  };

  return {
    trouble,
    say,
    sendCard,
    attach: uploads.attach,
    drop,
    again: (card, { ref, text, card: asked, file, closes }) => {
      if (file !== undefined) {
        uploads.again(card, ref);
        return;
      }
      drop(card, ref);
      if (closes) {
        close(card, text);
      } else if (asked === undefined) {
        say(card, text);
      } else {
        sendCard(card, asked);
      }
    },
    recall: ({ conversation }, seq) => {
      act({ type: 'message.recall', ref: newRef(), conversation, seq });
    },
    note: ({ conversation }, text, mentions = []) =>
      act({ type: 'note.post', ref: newRef(), conversation, text, mentions }),
    close,
    typing: ({ conversation }) => {
      client.hint(`typing ${conversation}`, { type: 'typing', conversation });
    },
    read: ({ conversation }) => {
      const { seq, agentMarks } = talkOf(bench.value, conversation);
      if (seq > agentMarks.read) {
        client.hint(`read ${conversation}`, { type: 'read', conversation, seq });
      }
    },
    older: async (conversation) => {
      const { said, notes } = await olderEvents(bench.value, conversation);
      inTalk(conversation, (talk) => withOlder(talk, said));
      bench.value = withOlderNotes(bench.value, conversation, notes);
    },
  };
}
