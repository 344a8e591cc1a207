import { computed, type ComputedRef } from 'vue';
import { readField, readList } from '@/protocol/rest';
import { offencesOf, type FindOffences } from '@/state/forbidden';
import { useAsked } from './useAsked';

const readForbidden = (body: unknown): readonly string[] =>
  readList(readField(body, 'phrases'), (phrase) => (typeof phrase === 'string' ? phrase : undefined));

/** Finds what the desk's list forbids; the desk itself refuses it, too, by the list as it is then (rule C4). */
export function useForbidden(): ComputedRef<FindOffences> {
  const { asked } = useAsked(() => '/forbidden-phrases', readForbidden);
  return computed(() => offencesOf(asked.value.kind === 'there' ? asked.value.body : []));
}
