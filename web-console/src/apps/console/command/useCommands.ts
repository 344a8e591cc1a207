import { computed, type ComputedRef } from 'vue';
import { choose } from '@/composables/language';
import { THEMES, useTheme } from '@/composables/useTheme';
import { useWords } from '@/composables/useWords';
import type { WorkbenchDesk } from '@/composables/useWorkbench';
import { STEPS } from '../duty/steps';
import { useSteps } from '../duty/useSteps';
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
  'transfer',
  'register',
  'close',
  'next',
  'previous',
  'mine',
  'waiting',
  'team',
  'ended',
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
  const step = useSteps(desk);
  /** All that can be chosen but what is so already. */
  const steps = (): readonly Command[] =>
    STEPS.filter(({ state }) => state !== desk.bench.value.availability.state).map((one) =>
      command(one.step, [], () => {
        step(one.step);
      }),
    );
  return computed(() => [
    ...steps(),
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
