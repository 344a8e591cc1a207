import { inject, provide, type InjectionKey } from 'vue';
import { api } from '@/client/Api';
import type { ConversationId } from '@/protocol/frames';
import { readText } from '@/protocol/rest';

/** Asks for a link to a file, which is good for a few minutes; null when there is none. */
export type AskLink = (conversation: ConversationId, attachment: string) => Promise<string | null>;

const KEY: InjectionKey<AskLink> = Symbol('links');

export function provideLinks(token: () => string | undefined): void {
  provide(KEY, async (conversation, attachment) => {
    const path = `/conversations/${conversation}/attachments/${attachment}/link`;
    const answer = await api.get(path, (body) => readText(body, 'url'), token());
    return answer.ok ? answer.body : null;
  });
}

export const useLinks = (): AskLink => inject(KEY, () => Promise.resolve(null));
