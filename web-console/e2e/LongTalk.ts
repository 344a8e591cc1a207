import type { Page, Route } from '@playwright/test';

const TOPIC = /^c:([\w-]+):buyer$/;

interface Told {
  topic?: string;
  seq?: number;
  from?: number;
  heads?: { topic: string; seq: number }[];
  signal?: { seq?: number };
  type: string;
  conversation?: string;
  have?: { seq: number } | null;
}

/**
 * Makes every conversation of a page so many messages longer than it is: what the desk says of it is numbered from
 * there on, and what came before is answered by the page when the workbench asks for it.
 */
export async function lengthen(page: Page, by: number): Promise<void> {
  await page.routeWebSocket(/\/ws\/staff$/, (socket) => {
    const desk = socket.connectToServer();
    desk.onMessage((text) => {
      socket.send(JSON.stringify(shifted(JSON.parse(String(text)), by)));
    });
    socket.onMessage((text) => {
      desk.send(JSON.stringify(shifted(JSON.parse(String(text)), -by)));
    });
  });
  await page.route(/\/conversations\/[^/]+\/events\?topic=buyer/, (route) => answer(route));
}

function shifted(told: Told, by: number): Told {
  const isTalk = (topic: string | undefined): boolean => topic !== undefined && TOPIC.test(topic);
  if (told.type === 'heartbeat') {
    const heads = told.heads?.map((head) => (isTalk(head.topic) ? { ...head, seq: head.seq + by } : head));
    return heads === undefined ? told : { ...told, heads };
  }
  if (told.type === 'read' || told.type === 'received') {
    return { ...told, seq: (told.seq ?? 0) + by };
  }
  if (!isTalk(told.topic)) {
    return told;
  }
  const { seq, from, have, signal } = told;
  return {
    ...told,
    ...(seq === undefined ? {} : { seq: seq + by }),
    ...(from === undefined ? {} : { from: from + by }),
    ...(have === undefined || have === null ? {} : { have: { ...have, seq: have.seq + by } }),
    ...(signal?.seq === undefined ? {} : { signal: { ...signal, seq: signal.seq + by } }),
  };
}

async function answer(route: Route): Promise<void> {
  const url = new URL(route.request().url());
  const before = Number(url.searchParams.get('before'));
  const from = Math.max(1, before - Number(url.searchParams.get('limit')));
  const topic = `c:${url.pathname.split('/')[4] ?? ''}:buyer`;
  const events = Array.from({ length: before - from }, (_, i) => event(topic, from + i));
  await route.fulfill({ json: { events, from } });
}

const BEGAN = Date.UTC(2026, 0, 5);

const event = (topic: string, seq: number) => ({
  type: 'event',
  topic,
  seq,
  id: `old-${String(seq)}`,
  ts: BEGAN + seq * 60_000,
  event: {
    type: 'message.posted',
    author: seq % 3 === 0 ? 'agent:demo-qing' : 'buyer',
    text: `第 ${String(seq)} 条。${'薄胎盖碗拿着不烫手，'.repeat(seq % 7)}`,
  },
});
