import type { Transcript } from '@/state/transcript';
import { itemsOf, type Item, type Said } from '@/ui/items';
import type { NoteLine } from '../side/noteLines';

/** One row of a transcript as the staff sees it: what was said, and notes where they belong in time. */
export type Row =
  Item | { readonly kind: 'note'; readonly key: string; readonly ts: number; readonly line: NoteLine };

/** What was said and what is not sent yet, with the notes between. */
export function transcriptRows(talk: Transcript, notes: readonly NoteLine[]): readonly Row[] {
  const items = itemsOf(talk, 'agent');
  if (notes.length === 0) {
    return items;
  }
  const rows: Row[] = [];
  let next = 0;
  const notesBefore = (ts: number): void => {
    for (let line = notes[next]; line !== undefined && line.ts < ts; line = notes[next]) {
      rows.push({ kind: 'note', key: `note ${line.id}`, ts: line.ts, line });
      next += 1;
    }
  };
  for (const item of items) {
    notesBefore(item.ts);
    rows.push(item);
  }
  notesBefore(Infinity);
  return rows;
}

const LINE_PX = 22;
const CHARACTERS = 34;

/** How high a row is likely to be, until it is measured. */
export function guessedHeight(row: Row): number {
  switch (row.kind) {
    case 'said':
      return (row.first ? 34 : 4) + bodyHeight(row);
    case 'note':
      return row.line.who === null ? 30 : 72;
    default:
      return 38;
  }
}

function bodyHeight({ body }: Said): number {
  switch (body.type) {
    case 'text':
      return 16 + LINE_PX * Math.max(1, Math.ceil(body.text.length / CHARACTERS));
    case 'file':
      return body.attachment.mime.startsWith('image/') ? 180 : 68;
    default:
      return 104;
  }
}

/** Where in the log what was taken back has stood, by the keys of its rows. */
export const withdrawnSeqs = ({ lines }: Transcript): ReadonlyMap<string, number> =>
  new Map(
    lines.flatMap(({ id, seq, event }): readonly (readonly [string, number])[] =>
      event.type === 'message.withdrawn' ? [[id, seq]] : [],
    ),
  );
