import { computed, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { isFrame } from '@/protocol/codec';
import type { ConversationId, FrameLogged } from '@/protocol/frames';
import { readField, readList } from '@/protocol/rest';
import { applyEvent, emptyTranscript, withOlder, type Transcript } from '@/state/transcript';
import { useAsked, type Asked } from './useAsked';

export interface TalkLog {
  readonly asked: Readonly<ShallowRef<Asked<Transcript>>>;
  again(): void;
  older(): Promise<void>;
}

const PAGE = 100;

const readEvents = (body: unknown): readonly FrameLogged[] =>
  readList(readField(body, 'events'), (event) =>
    isFrame(event) && event.type === 'event' ? event : undefined,
  );

/** What buyer and desk said in a conversation, to be read: the newest page, older ones when asked for. */
export function useTalkLog(conversation: () => ConversationId | null): TalkLog {
  let busy = false;
  const path = (before?: number): string | null => {
    const id = conversation();
    const page = `topic=buyer&limit=${String(PAGE)}${before === undefined ? '' : `&before=${String(before)}`}`;
    return id === null ? null : `/conversations/${encodeURIComponent(id)}/events?${page}`;
  };
  const { asked, again, change } = useAsked(
    () => path(),
    (body) => readEvents(body).reduce(applyEvent, emptyTranscript),
  );
  const first = computed(() => (asked.value.kind === 'there' ? asked.value.body.lines[0]?.seq : undefined));

  return {
    asked,
    again,
    older: async () => {
      const what = path(first.value);
      if (what === null || busy) {
        return;
      }
      busy = true;
      const answer = await api.get(what, readEvents);
      busy = false;
      // Another conversation may have been opened meanwhile.
      if (answer.ok && what === path(first.value)) {
        change((talk) => withOlder(talk, answer.body));
      }
    },
  };
}
