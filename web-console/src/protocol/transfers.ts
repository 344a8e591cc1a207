import type { ConversationId, Ref } from './frames';
import { readField, readList, readText, readTime } from './rest';

/** An offer under way that the agent has made or been made, as the desk tells it beside the socket. */
export interface PendingTransfer {
  readonly transfer: Ref;
  readonly conversation: ConversationId;
  /** The giver's id. */
  readonly from: string;
  /** Whom it was offered to, as the giver chose: `agent:<id>` or `group:<id>`. */
  readonly to: string;
  /** When it ends by itself, in ms. */
  readonly until: number;
}

function readPending(value: unknown): PendingTransfer | undefined {
  const transfer = readText(value, 'transfer');
  const conversation = readText(value, 'conversation');
  const from = readText(readField(value, 'from'), 'id');
  const asked = readText(readField(value, 'to'), 'id');
  const group = readText(value, 'group');
  const until = readTime(value, 'until');
  return transfer === undefined ||
    conversation === undefined ||
    from === undefined ||
    asked === undefined ||
    until === null
    ? undefined
    : {
        transfer,
        conversation,
        from,
        to: group === undefined ? `agent:${asked}` : `group:${group}`,
        until,
      };
}

export const readPendingTransfers = (value: unknown): readonly PendingTransfer[] | undefined =>
  Array.isArray(value) ? readList(value, readPending) : undefined;
