import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { readShop, type Shop } from '@/protocol/shop';
import { paint } from '@/state/colour';

export interface ShopLook {
  /** Null until the desk has answered; the widget then looks plain and works all the same. */
  readonly shop: Readonly<ShallowRef<Shop | null>>;
  ask(): Promise<void>;
}

/** Who is on duty changes while somebody looks. */
const EVERY_MS = 30_000;

/** How the shop wants its widget to look, and who is there. */
export function useShop(id: string, isLooking: () => boolean): ShopLook {
  const shop = shallowRef<Shop | null>(null);
  const ask = async (): Promise<void> => {
    const answer = await api.get(`/shops/${encodeURIComponent(id)}/widget`, readShop);
    if (answer.ok) {
      shop.value = answer.body;
    }
  };
  const timer = setInterval(() => {
    if (isLooking()) {
      void ask();
    }
  }, EVERY_MS);
  onScopeDispose(() => {
    clearInterval(timer);
  });
  return { shop, ask };
}

/** The shop's colour, and the ink on it, for style sheets. */
export function coloursOf(shop: Shop | null): Readonly<Record<'--shop' | '--shop-ink', string>> {
  const { ground, ink } = paint(shop?.color ?? '');
  return { '--shop': ground, '--shop-ink': ink };
}

/** How many agents answer a group, or all groups; null where nobody says. */
export function onDuty(shop: Shop | null, group: string | null): number | null {
  const groups = shop?.groups ?? [];
  const asked = group === null ? groups : groups.filter(({ id }) => id === group);
  const counts = asked.map((one) => one.onDuty).filter((count) => count !== null);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}
