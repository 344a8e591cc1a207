// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { useAdmission } from '@/composables/useAdmission';

interface Asked {
  readonly body: { readonly token: string | null; readonly identity: string | null };
  answer(buyer: string): void;
  refuse(status: number, code: string): void;
}
let asked: Asked[] = [];

beforeEach(() => {
  localStorage.clear();
  asked = [];
  vi.stubGlobal('fetch', (_: string, { body }: { readonly body: string }) => {
    return new Promise<Response>((resolve) => {
      asked.push({
        body: JSON.parse(body),
        answer: (id) => {
          resolve(Response.json({ token: `token of ${id}`, buyer: { id, name: null } }));
        },
        refuse: (status, code) => {
          resolve(Response.json({ code }, { status }));
        },
      });
    });
  });
});

test('a signed identity is shown once; afterwards the token speaks for it', async () => {
  const { enter, admission } = useAdmission('demo');
  const first = enter('a.b.c');
  asked[0]?.answer('known');
  await first;
  expect(admission.value?.buyer.id).toBe('known');
  const second = enter(undefined);
  asked[1]?.answer('known');
  await second;
  expect(asked.map(({ body }) => body)).toEqual([
    { token: null, identity: 'a.b.c' },
    { token: 'token of known', identity: null },
  ]);
});

test('who asks twice without an identity asks once', async () => {
  const { enter } = useAdmission('demo');
  const both = [enter(undefined), enter(undefined)];
  expect(asked).toHaveLength(1);
  asked[0]?.answer('b1');
  expect((await Promise.all(both)).map((one) => one?.buyer.id)).toEqual(['b1', 'b1']);
});

test('an answer about the one before comes too late', async () => {
  const { enter, admission } = useAdmission('demo');
  const stranger = enter(undefined);
  const known = enter('a.b.c');
  const opened = enter(undefined);
  asked[1]?.answer('known');
  expect((await known)?.buyer.id).toBe('known');
  expect((await opened)?.buyer.id).toBe('known');
  asked[0]?.answer('stranger');
  expect(await stranger).toBeNull();
  expect(admission.value?.buyer.id).toBe('known');
  expect(localStorage.getItem('xiaoer.buyer.demo')).toBe('token of known');
});

test('who was forgotten is not remembered by an answer that comes later', async () => {
  const { enter, admission, forget, isKnown } = useAdmission('demo');
  const asking = enter(undefined);
  forget();
  asked[0]?.answer('b1');
  expect(await asking).toBeNull();
  expect(admission.value).toBeNull();
  expect(isKnown()).toBe(false);
});

test('a refusal says why', async () => {
  const { enter, refused } = useAdmission('demo');
  const asking = enter('a.b.c');
  asked[0]?.refuse(403, 'IDENTITY_REFUSED');
  expect(await asking).toBeNull();
  expect(refused.value).toBe('IDENTITY_REFUSED');
});
