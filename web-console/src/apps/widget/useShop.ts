import { shallowRef, type ShallowRef } from 'vue';
import { api } from '@/client/Api';
import { readShop, type Shop } from '@/protocol/rest';

/** How the shop wants its widget to look. Without an answer the widget looks plain and works all the same. */
export function useShop(id: string): Readonly<ShallowRef<Shop | null>> {
  const shop = shallowRef<Shop | null>(null);
  void api.get(`/shops/${encodeURIComponent(id)}/widget`, readShop).then((answer) => {
    if (answer.ok) {
      shop.value = answer.body;
    }
  });
  return shop;
}
