import { computed, type ComputedRef } from 'vue';
import { choose } from '@/composables/language';
import { THEMES, useTheme } from '@/composables/useTheme';
import { useWords } from '@/composables/useWords';
import type { WorkbenchDesk } from '@/composables/useWorkbench';
import { capsOf, type Action } from './shortcuts';
import type { Does } from './useShortcuts';

/** Something that can be told to the console by words. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** Other words that people look for it by. */
  readonly also: string;
  readonly caps: readonly string[];
  readonly run: () => void;
}

const ACTIONS: readonly Action[] = [
  'unanswered',
  'compose',
  'note',
  'recall',
  'close',
  'next',
  'previous',
  'mine',
  'waiting',
  'team',
  'panel',
  'settings',
  'sheet',
];

/** What can be told: all that has a key, and what needs none. */
export function useCommands(
  desk: WorkbenchDesk,
  does: () => Does,
  signOut: () => void,
): ComputedRef<readonly Command[]> {
  const { language, say } = useWords();
  const theme = useTheme();
  const command = (id: string, caps: readonly string[], run: () => void): Command => ({
    id,
    name: say(`console.command.does.${id}`),
    also: say(`console.command.also.${id}`),
    caps,
    run,
  });
  const toggleState = (): Command =>
    desk.bench.value.availability.state === 'ONLINE'
      ? command('offline', [], () => {
          desk.setAvailability('OFFLINE');
        })
      : command('online', [], () => {
          desk.setAvailability('ONLINE');
        });
  return computed(() => [
    toggleState(),
    ...ACTIONS.flatMap((action) => {
      const run = does()[action];
      return run === undefined ? [] : [command(action, capsOf(action), run)];
    }),
    command('theme', [], () => {
      theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system';
    }),
    command('language', [], () => {
      choose(language, language.value === 'en' ? 'zh-CN' : 'en');
    }),
    command('signOut', [], signOut),
  ]);
}
