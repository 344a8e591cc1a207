import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { newRef } from '@/client/refs';
import { upload } from '@/client/upload';
import type { Cancel } from '@/client/world';
import type { ConversationId, Ref } from '@/protocol/frames';
import { readText } from '@/protocol/rest';
import type { FileRules } from '@/protocol/shop';

/** A file of the buyer's on its way into a conversation. */
export interface BuyerFile {
  /** The ref it is posted by; its event has it as its id. */
  readonly ref: Ref;
  readonly file: File;
  /** What the picture looks like, from this machine; null for other files. */
  readonly preview: string | null;
  /** The share that has left this machine. */
  readonly share: number;
  readonly failed: string | null;
  /** The desk has it, and it is posted. */
  readonly taken: boolean;
}

export interface BuyerFiles {
  readonly list: Readonly<ShallowRef<readonly BuyerFile[]>>;
  add(files: readonly File[]): void;
  again(ref: Ref): void;
  /** Takes it off the list, and stops it if it is on its way. */
  cancel(ref: Ref): void;
  clear(): void;
}

/** Where files go. */
export interface Drain {
  conversation(): ConversationId | undefined;
  token(): string | undefined;
  rules(): FileRules | undefined;
  post(ref: Ref, conversation: ConversationId, attachment: string): void;
}

/** Why a file need not even be sent; null when it may be. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>, rules: FileRules): string | null {
  if (!rules.on) {
    return 'FILES_OFF';
  }
  if (size === 0) {
    return 'FILE_EMPTY';
  }
  if (!rules.types.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) {
    return 'FILE_TYPE';
  }
  return size > rules.maxBytes ? 'FILE_TOO_LARGE' : null;
}

/** Sends files one after the other, as soon as there is a conversation for them. */
export function useBuyerFiles(drain: Drain): BuyerFiles {
  const list = shallowRef<readonly BuyerFile[]>([]);
  let running: { readonly ref: Ref; readonly stop: Cancel } | undefined;

  function change(ref: Ref, to: Partial<BuyerFile>): void {
    list.value = list.value.map((one) => (one.ref === ref ? { ...one, ...to } : one));
  }

  function pump(): void {
    const next = list.value.find(({ failed, taken }) => failed === null && !taken);
    const conversation = drain.conversation();
    const token = drain.token();
    if (running === undefined && next !== undefined && conversation !== undefined && token !== undefined) {
      running = { ref: next.ref, stop: send(next, conversation, token) };
    }
  }

  function send({ ref, file }: BuyerFile, conversation: ConversationId, token: string): Cancel {
    return upload(
      `/conversations/${conversation}/attachments`,
      file,
      (body) => readText(body, 'id'),
      (share) => {
        change(ref, { share });
      },
      (answer) => {
        running = undefined;
        if (answer.ok) {
          change(ref, { share: 1, taken: true });
          drain.post(ref, conversation, answer.body);
        } else {
          change(ref, { failed: answer.problem.code });
        }
        pump();
      },
      token,
    );
  }

  function remove(ref: Ref): void {
    if (running?.ref === ref) {
      running.stop();
      running = undefined;
    }
    const gone = list.value.find((one) => one.ref === ref);
    if (gone !== undefined && gone.preview !== null) {
      URL.revokeObjectURL(gone.preview);
    }
    list.value = list.value.filter((one) => one !== gone);
  }

  const clear = (): void => {
    list.value.forEach(({ ref }) => {
      remove(ref);
    });
  };

  watch([drain.conversation, drain.token], pump);
  onScopeDispose(clear);

  return {
    list,
    add: (files) => {
      const rules = drain.rules();
      const added = files.map((file) => ({
        ref: newRef(),
        file,
        preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null,
        share: 0,
        failed: rules === undefined ? null : refusalOf(file, rules),
        taken: false,
      }));
      list.value = [...list.value, ...added];
      pump();
    },
    again: (ref) => {
      change(ref, { failed: null, share: 0 });
      pump();
    },
    cancel: (ref) => {
      remove(ref);
      pump();
    },
    clear,
  };
}
