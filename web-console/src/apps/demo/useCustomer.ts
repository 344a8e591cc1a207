import { shallowRef, type ShallowRef } from 'vue';
import { siteShelf } from '@/client/world';
import { forget, identify } from './widget';

export interface Customers {
  /** Who is logged in to the shop, by the shop's own id; empty for a guest. */
  readonly customer: Readonly<ShallowRef<string>>;
  /** The shop's server did not say who that is. */
  readonly refused: Readonly<ShallowRef<boolean>>;
  become(customer: string): void;
}

/** What a cookie would do in a real shop. */
const SHELF = 'xiaoer-demo.customer';

export function useCustomer(): Customers {
  const customer = shallowRef(siteShelf.getItem(SHELF) ?? '');
  const refused = shallowRef(false);
  const introduce = (): void => {
    const asked = customer.value;
    identify(asked, (well) => {
      refused.value = !well && customer.value === asked;
    });
  };
  if (customer.value !== '') {
    introduce();
  }
  return {
    customer,
    refused,
    become: (chosen) => {
      customer.value = chosen;
      refused.value = false;
      if (chosen === '') {
        siteShelf.removeItem(SHELF);
        forget();
      } else {
        siteShelf.setItem(SHELF, chosen);
        introduce();
      }
    },
  };
}
