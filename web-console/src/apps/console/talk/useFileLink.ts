import { onMounted, shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import type { Attachment, ConversationId } from '@/protocol/frames';
import { readText } from '@/protocol/rest';

export interface FileLink {
  /** Good for a few minutes; null while there is none. */
  readonly url: Readonly<ShallowRef<string | null>>;
  readonly failed: Readonly<ShallowRef<boolean>>;
  /** A link that is no longer good is asked for again. */
  again(): Promise<void>;
}

/** A link to a file of a conversation, asked for when it comes into sight. */
export function useFileLink(conversation: ConversationId, { id }: Attachment): FileLink {
  const url = shallowRef<string | null>(null);
  const failed = shallowRef(false);

  const again = async (): Promise<void> => {
    const path = `/conversations/${encodeURIComponent(conversation)}/attachments/${encodeURIComponent(id)}/link`;
    const answer = await api.get(path, (body) => readText(body, 'url'));
    failed.value = !answer.ok;
    url.value = answer.ok ? answer.body : null;
  };

  onMounted(again);
  return { url, failed, again };
}
