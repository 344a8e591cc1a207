import { shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { isObject } from '@/protocol/codec';
import type { ConversationId } from '@/protocol/frames';
import { readField, readList, readNumber, readText } from '@/protocol/rest';
import type { Asked } from './useAsked';

/** What was taken back. */
export interface Original {
  readonly seq: number;
  readonly kind: 'text' | 'file' | 'card';
  /** The words, or the name of what was shown. */
  readonly text: string;
}

export interface Recalled {
  /** Null until somebody asks: to look is recorded, so nobody looks by accident. */
  readonly asked: Readonly<ShallowRef<Asked<Original | null> | null>>;
  show(): Promise<void>;
}

/** The original of a recalled entry, for supervisors. */
export function useRecalled(conversation: ConversationId, seq: number): Recalled {
  const asked = shallowRef<Asked<Original | null> | null>(null);
  return {
    asked,
    show: async () => {
      asked.value = { kind: 'asking' };
      const path = `/conversations/${encodeURIComponent(conversation)}/recalled`;
      const answer = await api.get(path, (body) => readList(readField(body, 'messages'), readOriginal));
      asked.value = answer.ok
        ? { kind: 'there', body: answer.body.find((one) => one.seq === seq) ?? null }
        : { kind: 'failed', problem: answer.problem };
    },
  };
}

function readOriginal(value: unknown): Original | undefined {
  const seq = readNumber(value, 'seq');
  const event = readField(value, 'event');
  if (seq === undefined || !isObject(event)) {
    return undefined;
  }
  switch (event['type']) {
    case 'message.posted':
      return { seq, kind: 'text', text: readText(event, 'text') ?? '' };
    case 'attachment.posted':
      return { seq, kind: 'file', text: readText(event['attachment'], 'name') ?? '' };
    case 'card.posted': {
      const card = event['card'];
      return { seq, kind: 'card', text: readText(card, 'name') ?? readText(card, 'number') ?? '' };
    }
    default:
      return undefined;
  }
}
