import type { Frame } from '@playwright/test';

/** Says the commands over sockets of its own, as fast as the desk takes them; answers the code of each that is refused. */
const SING = `async ({ door, hellos, commands }) => {
  const AT_ONCE = 8;
  const refused = {};
  await Promise.all(hellos.map((hello, lane) => new Promise((done, fail) => {
    const left = commands.filter((_, i) => i % hellos.length === lane);
    const open = new Map(left.map((command) => [command.ref, command]));
    const socket = new WebSocket(location.origin.replace('http', 'ws') + door);
    const say = (command) => command && socket.send(JSON.stringify(command));
    const settled = (ref) => {
      open.delete(ref);
      say(left.shift());
      if (open.size === 0) {
        socket.close(1000);
        done();
      }
    };
    socket.onopen = () => say(hello);
    socket.onclose = ({ code }) => fail(new Error('the desk closed the socket by ' + code));
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(data);
      if (frame.type === 'welcome') {
        left.splice(0, AT_ONCE).forEach(say);
      } else if (frame.type === 'refusal' && frame.retry) {
        setTimeout(() => say(open.get(frame.ref)), frame.retryAfterMs ?? 100);
      } else if (frame.type === 'refusal') {
        refused[frame.ref] = frame.code;
        settled(frame.ref);
      } else if (frame.type === 'reply') {
        settled(frame.ref);
      }
    };
  })));
  return refused;
}`;
/** A socket takes 30 commands at once and ten a second. */
const EACH = 60;

export interface Commanded {
  readonly type: string;
  readonly ref: string;
}

/**
 * Says much at once in a person's name; the page of that person hears it as from another tab.
 *
 * @param hello makes the first frame of one more socket, an expression of the page
 * @returns the code of each command that was refused, by its ref
 */
export async function sayAll(
  frame: Frame,
  door: '/ws/buyer' | '/ws/staff',
  hello: string,
  commands: readonly Commanded[],
): Promise<ReadonlyMap<string, string>> {
  const lanes = Math.ceil(commands.length / EACH);
  const refused = await frame.evaluate<Record<string, string>>(`(async () => {
    const hellos = await Promise.all(Array.from({ length: ${String(lanes)} }, async () => (${hello})));
    return (${SING})({ door: '${door}', hellos, commands: ${JSON.stringify(commands)} });
  })()`);
  return new Map(Object.entries(refused));
}

/** A buyer's, by what the widget keeps for the next visit. */
export const AS_BUYER = `{ type: 'hello', token: localStorage.getItem('xiaoer.buyer.demo'), language: 'zh-CN' }`;

/** Somebody's of the staff: a ticket is good for one socket. */
export const AS_STAFF = `{ type: 'hello', language: 'zh-CN', ticket: (await (await fetch('/api/v1/staff/socket-ticket', {
  method: 'POST', body: '{}', headers: {
    'Content-Type': 'application/json',
    'X-XSRF-TOKEN': decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]),
  } })).json()).ticket }`;
