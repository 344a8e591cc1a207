import { expect, request, type APIRequestContext } from '@playwright/test';
import { PASSWORD } from './Agent';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly groups: readonly string[];
}

/** Lets each of these agents have so many conversations at once; asked by the administrator, over REST. */
export async function setCap(desk: string, names: readonly string[], cap: number): Promise<void> {
  const admin = await request.newContext({ baseURL: desk });
  await admin.get('/api/v1/staff/me');
  await told(admin, 'post', '/api/v1/staff/sign-in', { name: 'chen', password: PASSWORD });
  const staff: readonly Member[] = await (await admin.get('/api/v1/staff')).json();
  for (const { id, displayName, role, groups } of staff.filter(({ name }) => names.includes(name))) {
    await told(admin, 'put', `/api/v1/staff/${id}`, { displayName, role, groups, cap });
  }
  await admin.dispose();
}

async function told(
  admin: APIRequestContext,
  verb: 'post' | 'put',
  path: string,
  data: object,
): Promise<void> {
  const { cookies } = await admin.storageState();
  const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  expect((await admin[verb](path, { data, headers: { 'X-XSRF-TOKEN': token } })).status()).toBe(200);
}
