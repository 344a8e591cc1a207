import { useCircle } from '@/composables/useCircle';

interface Place {
  readonly shop: string;
  readonly group: string;
}

/** Names the shop and the group of something. */
export function useWhere(): (place: Place) => string {
  const circle = useCircle();
  const nameIn = (all: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    all.find((one) => one.id === id)?.name ?? id;
  return ({ shop, group }) => `${nameIn(circle.value.shops, shop)} · ${nameIn(circle.value.groups, group)}`;
}
