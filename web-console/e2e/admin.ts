import { expect, request, type APIRequestContext } from '@playwright/test';
import { PASSWORD } from './Agent';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly groups: readonly string[];
}

interface Shop {
  readonly id: string;
  readonly origins: readonly string[];
}

/**
 * Lets these pages embed the shop's widget, too, and changes how it looks; asked by the administrator, over REST.
 *
 * @returns what makes the shop as it was before
 */
export async function changeShop(
  desk: string,
  shop: string,
  origins: readonly string[],
  look: Readonly<Record<string, unknown>> = {},
): Promise<() => Promise<void>> {
  const admin = await signedIn(desk);
  const shops: readonly Shop[] = await (await admin.get('/api/v1/shops')).json();
  const before = shops.find(({ id }) => id === shop);
  if (before === undefined) {
    throw new Error(`there is no shop ${shop}`);
  }
  const settings = Object.fromEntries(
    Object.entries(before).filter(([field]) => field !== 'id' && field !== 'desk'),
  );
  const data = { ...settings, ...look, origins: [...new Set([...before.origins, ...origins])] };
  await told(admin, 'put', `/api/v1/shops/${shop}`, data);
  return async () => {
    await told(admin, 'put', `/api/v1/shops/${shop}`, settings);
    await admin.dispose();
  };
}

/** Lets each of these agents have so many conversations at once; asked by the administrator, over REST. */
export async function setCap(desk: string, names: readonly string[], cap: number): Promise<void> {
  const admin = await signedIn(desk);
  const staff: readonly Member[] = await (await admin.get('/api/v1/staff')).json();
  for (const { id, displayName, role, groups } of staff.filter(({ name }) => names.includes(name))) {
    await told(admin, 'put', `/api/v1/staff/${id}`, { displayName, role, groups, cap });
  }
  await admin.dispose();
}

export async function signedIn(desk: string): Promise<APIRequestContext> {
  const admin = await request.newContext({ baseURL: desk });
  await admin.get('/api/v1/staff/me');
  await told(admin, 'post', '/api/v1/staff/sign-in', { name: 'chen', password: PASSWORD });
  return admin;
}

/** Asks for a change, which the desk carries out; answers what it says of it. */
export async function told(
  admin: APIRequestContext,
  verb: 'post' | 'put' | 'delete',
  path: string,
  data: object = {},
): Promise<unknown> {
  const { cookies } = await admin.storageState();
  const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await admin[verb](path, { data, headers: { 'X-XSRF-TOKEN': token } });
  const body = await answer.text();
  expect(answer.ok(), `${verb} ${path}: ${String(answer.status())} ${body}`).toBe(true);
  return body === '' ? null : JSON.parse(body);
}
