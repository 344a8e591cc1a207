import { shallowRef, type ShallowRef } from 'vue';
import type { Attachment, ConversationId } from '@/protocol/frames';
import { useLinks } from './fileLinks';

export interface FileLink {
  readonly isPicture: boolean;
  /** Good for a few minutes; null while there is none. */
  readonly url: Readonly<ShallowRef<string | null>>;
  /** It cannot be had. */
  readonly gone: Readonly<ShallowRef<boolean>>;
  /** Asks for a link that is good now. */
  show(): Promise<void>;
  /** The picture did not come: its link may have grown old meanwhile, and is asked for once more. */
  broken(): void;
  save(): Promise<void>;
}

/** A file of a conversation: a picture is shown at once, of another kind of file the link is asked for when it is needed. */
export function useFileLink(conversation: ConversationId, { id, mime, name }: Attachment): FileLink {
  const ask = useLinks();
  const isPicture = mime.startsWith('image/');
  const url = shallowRef<string | null>(null);
  const gone = shallowRef(false);
  let tries = 0;

  const show = async (): Promise<void> => {
    url.value = await ask(conversation, id);
    gone.value = url.value === null;
  };

  if (isPicture) {
    void show();
  }
  return {
    isPicture,
    url,
    gone,
    show,
    broken: () => {
      tries += 1;
      url.value = null;
      if (tries > 1) {
        gone.value = true;
      } else {
        void show();
      }
    },
    save: async () => {
      await show();
      if (url.value !== null) {
        const link = document.createElement('a');
        link.href = url.value;
        link.download = name;
        link.click();
      }
    },
  };
}
