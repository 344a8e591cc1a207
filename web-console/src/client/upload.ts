import { parse } from '@/protocol/codec';
import { readProblem } from '@/protocol/rest';
import { csrf, UNREACHABLE, type Answer } from './Api';
import type { Cancel } from './world';

/**
 * Sends a file, telling how much of it has arrived; `fetch` would not tell.
 *
 * @param part hears of the part that has arrived, 0 to 1
 * @param done hears the answer, once; nothing after a cancel
 * @param token a buyer's; staff are known by their cookie
 */
export function upload<T>(
  path: string,
  file: File,
  read: (body: unknown) => T | undefined,
  part: (arrived: number) => void,
  done: (answer: Answer<T>) => void,
  token?: string,
): Cancel {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append('file', file);
  request.open('POST', `/api/v1${path}`);
  request.setRequestHeader('Accept', 'application/json, application/problem+json');
  const proof = token === undefined ? csrf() : { Authorization: `Bearer ${token}` };
  for (const [name, value] of Object.entries(proof)) {
    request.setRequestHeader(name, value);
  }
  request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) {
      part(loaded / total);
    }
  };
  request.onload = () => {
    const body = parse(request.responseText);
    const value = request.status === 201 ? read(body) : undefined;
    done(
      value === undefined
        ? { ok: false, problem: readProblem(request.status, body) }
        : { ok: true, body: value },
    );
  };
  request.onerror = () => {
    done({ ok: false, problem: UNREACHABLE });
  };
  request.send(form);
  return () => {
    request.onload = null;
    request.onerror = null;
    request.abort();
  };
}
