import { useCircle } from '@/composables/useCircle';
import { nameIn } from '@/state/names';

interface Place {
  readonly shop: string;
  readonly group: string;
}

/** Names the shop and the group of something. */
export function useWhere(): (place: Place) => string {
  const circle = useCircle();
  return ({ shop, group }) => `${nameIn(circle.value.shops, shop)} · ${nameIn(circle.value.groups, group)}`;
}
