const LOOPBACK = ['localhost', '127.0.0.1'];

/**
 * The same desk by another name: a browser that comes by it is somebody else, with cookies and a memory of its own.
 *
 * @returns an origin; empty where there is no other name
 */
export function elsewhere(here: string): string {
  const address = new URL(here);
  const other = LOOPBACK.find((name) => name !== address.hostname);
  if (!LOOPBACK.includes(address.hostname) || other === undefined) {
    return '';
  }
  address.hostname = other;
  return address.origin;
}
