import { onScopeDispose } from 'vue';
import { newRef } from '@/client/refs';
import { upload } from '@/client/upload';
import { browser, type Cancel } from '@/client/world';
import type { ConversationId, Ref } from '@/protocol/frames';
import { readText } from '@/protocol/rest';
import type { Card } from '@/state/roster';
import { altered, failed, posted, type Transcript } from '@/state/transcript';
import type { Asked } from './useStaffClient';

export interface Uploads {
  attach(card: Card, file: File): void;
  again(card: Card, ref: Ref): void;
  cancel(ref: Ref): void;
}

interface Held {
  readonly file: File;
  readonly preview: string | null;
  cancel: Cancel;
}

/** Files on their way: each is uploaded first and posted under the same ref when the desk has taken it. */
export function useUploads(
  act: (command: Asked) => boolean,
  inTalk: (conversation: ConversationId, alter: (talk: Transcript) => Transcript) => void,
): Uploads {
  const held = new Map<Ref, Held>();

  const release = (ref: Ref): void => {
    const one = held.get(ref);
    held.delete(ref);
    one?.cancel();
    if (one !== undefined && one.preview !== null) {
      URL.revokeObjectURL(one.preview);
    }
  };
  const send = ({ conversation, revision }: Card, ref: Ref, { file, preview }: Held): void => {
    const show = (part: number): void => {
      inTalk(conversation, (talk) =>
        altered(talk, ref, (one) => ({ ...one, failed: null, file: { ...fileOf(file, preview), part } })),
      );
    };
    show(0);
    const cancel = upload(
      `/conversations/${encodeURIComponent(conversation)}/attachments`,
      file,
      (body) => readText(body, 'id'),
      show,
      (answer) => {
        if (answer.ok) {
          act({ type: 'attachment.post', ref, conversation, revision, attachment: answer.body });
        } else {
          inTalk(conversation, (talk) => failed(talk, ref, answer.problem.code));
        }
      },
    );
    held.set(ref, { file, preview, cancel });
  };

  onScopeDispose(() => {
    [...held.keys()].forEach(release);
  });
  return {
    attach: (card, file) => {
      const ref = newRef();
      const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
      const pending = { ref, text: file.name, madeAt: browser.now(), failed: null };
      inTalk(card.conversation, (talk) =>
        posted(talk, { ...pending, file: { ...fileOf(file, preview), part: 0 } }),
      );
      send(card, ref, { file, preview, cancel: () => undefined });
    },
    again: (card, ref) => {
      const one = held.get(ref);
      if (one !== undefined) {
        send(card, ref, one);
      }
    },
    cancel: release,
  };
}

const fileOf = ({ type, size }: File, preview: string | null) => ({ mime: type, size, preview });
