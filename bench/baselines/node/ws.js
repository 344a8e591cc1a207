// Node `ws` with ioredis: what a careful Node programmer writes. Nothing but the work that is compared.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { Redis } from 'ioredis';
import { collectOnSignal } from './collect.js';

const [port, redisPort] = process.argv.slice(2).map(Number);
const redis = new Redis({ host: '127.0.0.1', port: redisPort });
const agents = new Map();

const http = createServer((_, response) => response.end('up'));
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false, skipUTF8Validation: false });

sockets.on('connection', (socket, request) => {
  const who = new URL(request.url, 'http://localhost').searchParams;
  if (who.get('role') === 'agent') {
    const id = who.get('id');
    agents.set(id, socket);
    socket.on('close', () => agents.get(id) === socket && agents.delete(id));
  } else {
    const buyer = who.get('id');
    const agent = who.get('agent');
    socket.on('message', (frame) => carry(socket, buyer, agent, JSON.parse(frame)));
  }
  socket.on('error', () => socket.terminate());
  socket.send('{"type":"welcome"}');
});

async function carry(socket, buyer, agent, { ref, text }) {
  const id = await redis.xadd(`log:${buyer}`, '*', 'from', buyer, 'ref', ref, 'text', text);
  agents.get(agent)?.send(JSON.stringify({ type: 'message', id, from: buyer, ref, text }));
  socket.send(JSON.stringify({ type: 'ack', id, ref }));
}

collectOnSignal();
http.listen({ port, host: '127.0.0.1', backlog: 4096 });
