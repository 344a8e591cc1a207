import type { FrameLogged } from '@/protocol/frames';
import type { Shown } from './roster';

/** A colleague asks the agent to look at a conversation. */
export interface Mention {
  /** In the agent's own topic. */
  readonly seq: number;
  /** The colleague's id. */
  readonly by: string;
  readonly shown: Shown;
}

/** Adds an event of the agent's own topic, if it is a mention. */
export function applyToMentions(before: readonly Mention[], { seq, event }: FrameLogged): readonly Mention[] {
  if (event.type !== 'mentioned') {
    return before;
  }
  const { by, conversation, shop, group, buyer } = event;
  return [...before, { seq, by, shown: { conversation, shop, group, buyer } }];
}

/** A piece of a note: plain words, or somebody's name after an @. */
export interface Piece {
  readonly text: string;
  readonly mention: boolean;
}

/** A note cut where it names colleagues that it mentions; the longest name that fits counts. */
export function pieces(text: string, names: readonly string[]): readonly Piece[] {
  const known = [...names].sort((a, b) => b.length - a.length);
  const found: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const name = text[at] === '@' ? known.find((one) => text.startsWith(one, at + 1)) : undefined;
    if (name === undefined) {
      plain += text.charAt(at);
      at += 1;
    } else {
      if (plain !== '') {
        found.push({ text: plain, mention: false });
      }
      found.push({ text: `@${name}`, mention: true });
      plain = '';
      at += name.length + 1;
    }
  }
  return plain === '' ? found : [...found, { text: plain, mention: false }];
}

/** Those whom a text names after an @. */
export const mentionedIn = <T extends { readonly name: string }>(
  text: string,
  colleagues: readonly T[],
): readonly T[] => {
  const named = new Set(
    pieces(
      text,
      colleagues.map(({ name }) => name),
    )
      .filter(({ mention }) => mention)
      .map((piece) => piece.text.slice(1)),
  );
  return colleagues.filter(({ name }) => named.has(name));
};
