import type { Ref } from '@/protocol/frames';

/** Makes the name of a command: 128 unguessable bits as 22 characters of base64url. */
export function newRef(): Ref {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
}
