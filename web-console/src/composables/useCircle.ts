import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import { readCircle, type Circle } from '@/protocol/desk';
import { useAsked } from './useAsked';

/** What is known before the desk has told. */
export const NOBODY: Circle = { groups: [], shops: [], colleagues: [] };
const KEY: InjectionKey<ComputedRef<Circle>> = Symbol('circle');

/** Those the agent works with; nobody until the desk has told. */
export function provideCircle(): ComputedRef<Circle> {
  const { asked } = useAsked(() => '/staff/me/desk', readCircle);
  const circle = computed(() => (asked.value.kind === 'there' ? asked.value.body : NOBODY));
  provide(KEY, circle);
  return circle;
}

export const useCircle = (): ComputedRef<Circle> => inject(KEY, () => computed(() => NOBODY), true);

/** For tests, which bring their own. */
export { KEY as CIRCLE };
