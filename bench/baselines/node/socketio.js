// Socket.IO 4 with its Redis streams adapter, as its own documentation sets it up; WebSocket only.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { collectOnSignal } from './collect.js';

const [port, redisPort] = process.argv.slice(2).map(Number);
const redis = new Redis({ host: '127.0.0.1', port: redisPort });

const http = createServer((_, response) => response.end('up'));
const io = new Server(http, { adapter: createAdapter(redis), transports: ['websocket'], serveClient: false });

io.on('connection', (socket) => {
  const { role, id, agent } = socket.handshake.auth;
  if (role === 'agent') {
    socket.join(`agent:${id}`);
  } else {
    socket.on('message.post', async ({ ref, text }, acknowledge) => {
      const entry = await redis.xadd(`log:${id}`, '*', 'from', id, 'ref', ref, 'text', text);
      io.to(`agent:${agent}`).emit('message', { id: entry, from: id, ref, text });
      acknowledge({ id: entry, ref });
    });
  }
  socket.emit('welcome');
});

collectOnSignal();
http.listen({ port, host: '127.0.0.1', backlog: 4096 });
