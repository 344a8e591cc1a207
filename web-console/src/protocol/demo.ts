import { readOrder, readProducts, type Order, type Product } from './desk';
import { readField, readList, readNumber, readText } from './rest';
import { readShopGroup, type ShopGroup } from './shop';

/** What `GET /api/v1/demo` tells the demo's pages. */
export interface Demo {
  readonly shop: { readonly id: string; readonly name: string; readonly groups: readonly ShopGroup[] };
  readonly staff: readonly DemoPerson[];
  readonly customers: readonly DemoCustomer[];
  readonly products: readonly Product[];
  readonly orders: readonly DemoOrder[];
}

export interface DemoPerson {
  readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly password: string;
  /** Ids of the shop's groups. */
  readonly groups: readonly string[];
  /** How many buyers at once. */
  readonly cap: number;
}

export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
}

export interface DemoOrder extends Order {
  readonly customer: string;
}

export function readDemo(body: unknown): Demo | undefined {
  const shop = readField(body, 'shop');
  const id = readText(shop, 'id');
  if (id === undefined) {
    return undefined;
  }
  return {
    shop: {
      id,
      name: readText(shop, 'name') ?? id,
      groups: readList(readField(shop, 'groups'), readShopGroup),
    },
    staff: readList(readField(body, 'staff'), readPerson),
    customers: readList(readField(body, 'customers'), readCustomer),
    products: readProducts(body),
    orders: readList(readField(body, 'orders'), readDemoOrder),
  };
}

function readPerson(value: unknown): DemoPerson | undefined {
  const name = readText(value, 'name');
  return name === undefined
    ? undefined
    : {
        name,
        displayName: readText(value, 'displayName') ?? name,
        role: readText(value, 'role') ?? '',
        password: readText(value, 'password') ?? '',
        groups: readList(readField(value, 'groups'), (group) =>
          typeof group === 'string' ? group : undefined,
        ),
        cap: readNumber(value, 'cap') ?? 0,
      };
}

function readCustomer(value: unknown): DemoCustomer | undefined {
  const id = readText(value, 'id');
  return id === undefined ? undefined : { id, name: readText(value, 'name') ?? id };
}

function readDemoOrder(value: unknown): DemoOrder | undefined {
  const order = readOrder(value);
  return order === undefined ? undefined : { ...order, customer: readText(value, 'customer') ?? '' };
}
