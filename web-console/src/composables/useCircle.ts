import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import { readCircle, type BilingualCircle, type Circle } from '@/protocol/desk';
import { inLanguage } from '@/protocol/shop';
import { useAsked } from './useAsked';
import { useWords } from './useWords';

/** What is known before the desk has told. */
export const NOBODY: Circle = { groups: [], shops: [], colleagues: [] };
const KEY: InjectionKey<ComputedRef<Circle>> = Symbol('circle');

/** Those the agent works with; nobody until the desk has told. */
export function provideCircle(): ComputedRef<Circle> {
  const { asked } = useAsked(() => '/staff/me/desk', readCircle);
  const { language } = useWords();
  const circle = computed(() =>
    asked.value.kind === 'there' ? spoken(asked.value.body, language.value) : NOBODY,
  );
  provide(KEY, circle);
  return circle;
}

const spoken = (circle: BilingualCircle, language: string): Circle => ({
  ...circle,
  groups: circle.groups.map(({ id, name }) => ({ id, name: inLanguage(name, language) || id })),
});

export const useCircle = (): ComputedRef<Circle> => inject(KEY, () => computed(() => NOBODY), true);

/** For tests, which bring their own. */
export { KEY as CIRCLE };
