import { readField, readList, readNumber, readText } from './rest';

/** What `GET /api/v1/demo` tells the demo's pages. */
export interface Demo {
  readonly shop: { readonly id: string; readonly name: string };
  readonly staff: readonly DemoPerson[];
  readonly customers: readonly DemoCustomer[];
  readonly products: readonly DemoProduct[];
  readonly orders: readonly DemoOrder[];
}

export interface DemoPerson {
  readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly password: string;
}

export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
}

export interface DemoProduct {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** In cents. */
  readonly price: number;
}

export interface DemoOrder {
  readonly number: string;
  readonly customer: string;
  readonly placedAt: string;
  readonly state: string;
  readonly items: readonly string[];
  /** In cents. */
  readonly total: number;
}

export function readDemo(body: unknown): Demo | undefined {
  const shop = readField(body, 'shop');
  const id = readText(shop, 'id');
  if (id === undefined) {
    return undefined;
  }
  return {
    shop: { id, name: readText(shop, 'name') ?? id },
    staff: readList(readField(body, 'staff'), readPerson),
    customers: readList(readField(body, 'customers'), readCustomer),
    products: readList(readField(body, 'products'), readProduct),
    orders: readList(readField(body, 'orders'), readOrder),
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
      };
}

function readCustomer(value: unknown): DemoCustomer | undefined {
  const id = readText(value, 'id');
  return id === undefined ? undefined : { id, name: readText(value, 'name') ?? id };
}

function readProduct(value: unknown): DemoProduct | undefined {
  const id = readText(value, 'id');
  return id === undefined
    ? undefined
    : {
        id,
        name: readText(value, 'name') ?? id,
        detail: readText(value, 'detail') ?? '',
        price: readNumber(value, 'price') ?? 0,
      };
}

function readOrder(value: unknown): DemoOrder | undefined {
  const number = readText(value, 'number');
  return number === undefined
    ? undefined
    : {
        number,
        customer: readText(value, 'customer') ?? '',
        placedAt: readText(value, 'placedAt') ?? '',
        state: readText(value, 'state') ?? '',
        items: readList(readField(value, 'items'), (item) => readText(item, 'name')),
        total: readNumber(value, 'total') ?? 0,
      };
}
