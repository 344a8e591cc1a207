import type { Words } from '@/composables/useWords';
import type { Circle } from '@/protocol/desk';
import type { FrameLogged } from '@/protocol/frames';
import type { Staff } from '@/protocol/rest';
import { pieces, type Piece } from '@/state/mentions';
import { nameIn } from '@/state/names';

/** One line of the staff topic: what a colleague wrote, or what the desk did and why. */
export interface NoteLine {
  readonly id: string;
  readonly ts: number;
  readonly who: string | null;
  readonly pieces: readonly Piece[];
}

/** Notes and reasons as they are read, oldest first. */
export function noteLines(
  notes: readonly FrameLogged[],
  me: Staff,
  { colleagues, groups }: Pick<Circle, 'colleagues' | 'groups'>,
  say: Words['say'],
): readonly NoteLine[] {
  const names = [me.displayName, ...colleagues.map(({ name }) => name)];
  const nameOf = (agent: string): string => (agent === me.id ? me.displayName : nameIn(colleagues, agent));
  const groupName = (group: string): string => nameIn(groups, group);
  const plain = (text: string): readonly Piece[] => [{ text, mention: false }];

  return notes.flatMap(({ id, ts, event }): readonly NoteLine[] => {
    switch (event.type) {
      case 'note.posted': {
        const author = event.author.replace(/^agent:/, '');
        const who = author === me.id ? say('console.notes.me') : nameOf(author);
        return [{ id, ts, who, pieces: pieces(event.text, names) }];
      }
      case 'assignment.explained': {
        const { agent, load, cap, reason } = event;
        const text = say(`console.notes.assigned.${reason}`, { agent: nameOf(agent), load, cap });
        return [{ id, ts, who: null, pieces: plain(text) }];
      }
      case 'requeue.explained':
        return [{ id, ts, who: null, pieces: plain(say(`console.notes.requeued.${event.reason}`)) }];
      case 'transfer.explained': {
        const { from, to, group, reason, note, hop, how } = event;
        const whom = to === null ? groupName(group ?? '') : nameOf(to);
        const text = say(`console.notes.transfer.${how}`, { from: nameOf(from), to: whom, reason, hop });
        const more = note === '' ? '' : say('console.notes.transferNote', { note });
        return [{ id, ts, who: null, pieces: plain(text + more) }];
      }
      case 'contact.left':
        return [{ id, ts, who: null, pieces: plain(say('console.side.notes.contactLeft')) }];
      case 'sensitive.revealed': {
        const values = { agent: nameOf(event.by), what: say(`console.side.notes.what.${event.what}`) };
        return [{ id, ts, who: null, pieces: plain(say('console.side.notes.revealed', values)) }];
      }
      case 'recalled.shown': {
        const text = say('console.side.notes.recalledShown', { agent: nameOf(event.by) });
        return [{ id, ts, who: null, pieces: plain(text) }];
      }
      default:
        return [];
    }
  });
}
