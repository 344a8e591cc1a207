import { parse } from '@/protocol/codec';
import { readProblem, type Problem } from '@/protocol/rest';

export type Answer<T> =
  { readonly ok: true; readonly body: T } | { readonly ok: false; readonly problem: Problem };

/** The network is gone, or the answer was none of ours. */
export const UNREACHABLE: Problem = { status: 0, code: 'UNREACHABLE', detail: '' };

const readNothing = (): true => true;

/** The REST interface of the desk this page came from. */
export const api = {
  /** @param token a buyer's; staff are known by their cookie */
  get: <T>(path: string, read: (body: unknown) => T | undefined, token?: string): Promise<Answer<T>> =>
    ask('GET', path, undefined, read, token),

  post: <T>(path: string, body: unknown, read: (body: unknown) => T | undefined): Promise<Answer<T>> =>
    ask('POST', path, body, read),

  put: <T>(path: string, body: unknown, read: (body: unknown) => T | undefined): Promise<Answer<T>> =>
    ask('PUT', path, body, read),

  remove: (path: string): Promise<Answer<true>> => ask('DELETE', path, undefined, readNothing),

  /** For what is answered without a body. */
  tell: (path: string, body: unknown): Promise<Answer<true>> => ask('POST', path, body, readNothing),
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function ask<T>(
  method: Method,
  path: string,
  body: unknown,
  read: (body: unknown) => T | undefined,
  token?: string,
): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, request(method, body, token));
    const answer = parse(await response.text());
    if (!response.ok) {
      return { ok: false, problem: readProblem(response.status, answer) };
    }
    const value = read(answer);
    return value === undefined ? { ok: false, problem: UNREACHABLE } : { ok: true, body: value };
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
}

function request(method: Method, body: unknown, token: string | undefined): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (token !== undefined) {
    headers['Authorization'] = `Bearer ${token}`;
  }
  if (method === 'GET') {
    return { method, headers, credentials: 'same-origin' };
  }
  Object.assign(headers, { 'Content-Type': 'application/json' }, csrf());
  return { method, headers, credentials: 'same-origin', body: JSON.stringify(body ?? {}) };
}

/** The header that every change has to carry. */
export function csrf(): Readonly<Record<string, string>> {
  const token = cookie('XSRF-TOKEN');
  return token === undefined ? {} : { 'X-XSRF-TOKEN': token };
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}
