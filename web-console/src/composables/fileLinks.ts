import { inject, provide, type InjectionKey } from 'vue';
import { api } from '@/client/Api';
import type { ConversationId } from '@/protocol/frames';
import { readText } from '@/protocol/rest';

/** Asks for a link to a file, which is good for a few minutes; null when there is none. */
export type AskLink = (conversation: ConversationId, attachment: string) => Promise<string | null>;

const KEY: InjectionKey<AskLink> = Symbol('links');

const asked =
  (token: () => string | undefined): AskLink =>
  async (conversation, attachment) => {
    const path = `/conversations/${encodeURIComponent(conversation)}/attachments/${encodeURIComponent(attachment)}/link`;
    const answer = await api.get(path, (body) => readText(body, 'url'), token());
    return answer.ok ? answer.body : null;
  };

/** @param token a buyer's; staff are known by their cookie, and need no provider */
export function provideLinks(token: () => string | undefined): void {
  provide(KEY, asked(token));
}

export const useLinks = (): AskLink => inject(KEY, () => asked(() => undefined), true);
