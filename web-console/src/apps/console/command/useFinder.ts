import { computed, type ComputedRef, type Ref } from 'vue';
import { useAsked, type Asking } from '@/composables/useAsked';
import { useWords } from '@/composables/useWords';
import type { WorkbenchDesk } from '@/composables/useWorkbench';
import { readListedAll, type Listed } from '@/protocol/desk';
import type { Shown } from '@/state/roster';
import { bestOf } from '@/state/search';
import { talkOf } from '@/state/workbench';
import { useBuyerName } from '../useBuyerName';
import type { Option, Section } from './found';
import type { Command } from './useCommands';

export interface Finder {
  readonly sections: ComputedRef<readonly Section[]>;
  /** What the desk has not told yet, and may still be found. */
  readonly asking: ComputedRef<boolean>;
}

/** More of a kind are found by writing more. */
const MOST = 6;
/** Words are typed before they are asked for. */
const PAUSE_MS = 200;

/** Finds conversations and commands by what is typed. The desk is asked only while the box is open. */
export function useFinder(
  desk: WorkbenchDesk,
  box: { readonly open: Readonly<Ref<boolean>>; readonly query: Readonly<Ref<string>> },
  commands: Readonly<Ref<readonly Command[]>>,
  go: { readonly choose: (shown: Shown) => void; readonly read: (shown: Shown) => void },
): Finder {
  const { say } = useWords();
  const nameOf = useBuyerName();
  const { query, open } = box;
  const list = (scope: string): Asking<readonly Listed[]> =>
    useAsked(() => (open.value ? `/desk/conversations?scope=${scope}&limit=50` : null), readListedAll);
  const waiting = list('waiting');
  const team = list('team');
  const closed = useAsked(
    () => {
      const asked = query.value.trim();
      return open.value && asked !== ''
        ? `/desk/conversations?scope=closed&limit=${String(MOST)}&q=${encodeURIComponent(asked)}`
        : null;
    },
    readListedAll,
    PAUSE_MS,
  );

  const told = ({ asked }: Asking<readonly Listed[]>): readonly Listed[] =>
    asked.value.kind === 'there' ? asked.value.body : [];
  const best = <T>(things: readonly T[], textsOf: (thing: T) => readonly string[]): readonly T[] =>
    bestOf(query.value, things, textsOf).slice(0, MOST);
  const lastIn = (conversation: string): string => {
    const line = talkOf(desk.bench.value, conversation).lines.findLast(
      ({ event }) => event.type === 'message.posted' && event.author !== 'desk',
    );
    return line?.event.type === 'message.posted' ? line.event.text : '';
  };
  const option = (shown: Shown, hint: string, run: (shown: Shown) => void): Option => ({
    id: shown.conversation,
    name: nameOf(shown.buyer),
    hint,
    caps: [],
    run: () => {
      run(shown);
    },
  });
  const listed = (found: readonly Listed[]): readonly Option[] =>
    best(found, ({ buyer, lastText, agent, conversation }) => [
      nameOf(buyer),
      agent?.name ?? '',
      lastText ?? '',
      conversation,
    ]).map((one) => option(one, [one.agent?.name, one.lastText].filter(Boolean).join(' · '), go.read));

  const sections = computed((): readonly Section[] => {
    const mine = best(desk.cards.value, ({ conversation, buyer }) => [
      nameOf(buyer),
      lastIn(conversation),
      conversation,
    ]);
    const does =
      query.value.trim() === '' ? commands.value : best(commands.value, ({ name, also }) => [name, also]);
    const all: readonly Section[] = [
      { id: 'mine', options: mine.map((card) => option(card, lastIn(card.conversation), go.choose)) },
      { id: 'waiting', options: listed(told(waiting)) },
      { id: 'team', options: listed(told(team)) },
      { id: 'commands', options: does.map((one) => ({ ...one, hint: '' })) },
      {
        id: 'closed',
        // The desk has looked for these already, by more than is shown of them.
        options:
          query.value.trim() === ''
            ? []
            : told(closed).map((one) => option(one, one.lastText ?? say('console.list.nothing'), go.read)),
      },
    ];
    return all.filter(({ options }) => options.length > 0);
  });
  return {
    sections,
    asking: computed(
      () =>
        query.value.trim() !== '' &&
        [waiting, team, closed].some(({ asked }) => asked.value.kind === 'asking'),
    ),
  };
}
