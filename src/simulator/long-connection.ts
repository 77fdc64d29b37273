import { upgradeWebSocket } from '@hono/node-server';
import { decodeFrame, encodeFrame, type Frame } from './frame.ts';
import { freshId } from './ids.ts';
import { parseJson } from './json.ts';
import type { Server } from './open-api.ts';
import type { SimulatedApp } from './options.ts';
import type { Reply, Transport } from './push.ts';

const MOST_CONNECTIONS = 50;
const AUTH_FAILED = 514;
const TOO_MANY = 1000040350;
/** Seconds; a client that lost its connection is back at once, as tests and demonstrations want it. */
const CLIENT = { PingInterval: 120, ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0 };

type Socket = { send: (bytes: Uint8Array<ArrayBuffer>) => void; close: () => void };
type Pending = { socket: Socket; settle: (reply: Reply) => void };

/** The platform's side of the long connection: the SDK's WSClient asks for an address, connects and answers frames. */
export type LongConnection = {
  transport: Transport;
  declare: (server: Server) => void;
  connections: () => number;
  /** Cuts every connection, as a restart of the platform's gateway does. */
  drop: () => void;
};

export function createLongConnection(app: SimulatedApp, deadlineMs: number): LongConnection {
  const sockets = new Set<Socket>();
  const tickets = new Set<string>();
  const pending = new Map<string, Pending>();

  const forget = (socket: Socket) => {
    sockets.delete(socket);
    for (const wait of pending.values())
      if (wait.socket === socket) wait.settle({ kind: 'failed', why: 'connection' });
  };
  const drop = () => {
    for (const socket of [...sockets]) {
      forget(socket);
      socket.close();
    }
  };
  const receive = (socket: Socket, bytes: Uint8Array) => {
    const frame = decodeFrame(bytes);
    if (frame.method === 'control') {
      if (frame.headers.type === 'ping') socket.send(pong(frame.service));
      return;
    }
    pending.get(frame.headers.message_id ?? '')?.settle(readAnswer(frame));
  };

  return {
    transport: (envelope) => {
      // One client at random: the platform's cluster mode knows no broadcast.
      const socket = [...sockets][Math.floor(Math.random() * sockets.size)];
      if (!socket) return Promise.resolve({ kind: 'failed', why: 'no-address' });
      const messageId = freshId('');
      return new Promise((done) => {
        const settle = (reply: Reply) => {
          clearTimeout(timer);
          pending.delete(messageId);
          done(reply);
        };
        const late = () => settle({ kind: 'failed', why: 'timeout' });
        const timer = setTimeout(late, deadlineMs);
        pending.set(messageId, { socket, settle });
        const headers = {
          type: 'event',
          message_id: messageId,
          sum: '1',
          seq: '0',
          trace_id: messageId,
        };
        const payload = new TextEncoder().encode(JSON.stringify(envelope));
        socket.send(onWire({ service: 1, method: 'data', headers, payload }));
      });
    },

    declare: (server) => {
      server.post('/callback/ws/endpoint', async (c) => {
        const body = parseJson(await c.req.text()) ?? {};
        const known = body.AppID === app.appId && body.AppSecret === app.appSecret;
        if (!known) return c.json({ code: AUTH_FAILED, msg: 'auth failed', data: {} });
        if (sockets.size >= MOST_CONNECTIONS)
          return c.json({ code: TOO_MANY, msg: 'exceed conn limit', data: {} });
        const ticket = freshId('');
        tickets.add(ticket);
        const { host } = new URL(c.req.url);
        // The SDK finds device_id and service_id only behind another parameter.
        const query = `ticket=${ticket}&device_id=${freshId('')}&service_id=1`;
        const URL_ = `ws://${host}/callback/ws?${query}`;
        return c.json({ code: 0, msg: 'success', data: { URL: URL_, ClientConfig: CLIENT } });
      });
      server.get('/callback/ws', async (c, next) => {
        const fresh = tickets.delete(c.req.query('ticket') ?? '');
        if (!fresh) return c.text('forbidden', 403);
        return upgradeWebSocket(() => {
          let socket: Socket | undefined;
          return {
            onOpen: (_event, ws) => {
              socket = { send: (bytes) => ws.send(bytes), close: () => ws.close() };
              sockets.add(socket);
            },
            onMessage: (event) => {
              if (socket && event.data instanceof ArrayBuffer)
                receive(socket, new Uint8Array(event.data));
            },
            onClose: () => {
              if (socket) forget(socket);
            },
          };
        })(c, next);
      });
    },
    connections: () => sockets.size,
    drop,
  };
}

function onWire(frame: Frame): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encodeFrame(frame));
}

function pong(service: number): Uint8Array<ArrayBuffer> {
  const payload = new TextEncoder().encode(JSON.stringify(CLIENT));
  return onWire({ service, method: 'control', headers: { type: 'pong' }, payload });
}

/** `{code, data}`: an HTTP-like status, and what a webhook would have answered, in base64. */
function readAnswer(frame: Frame): Reply {
  const answer = parseJson(new TextDecoder().decode(frame.payload)) ?? {};
  const status = typeof answer.code === 'number' ? answer.code : 500;
  const data = typeof answer.data === 'string' ? answer.data : '';
  const body = data ? Buffer.from(data, 'base64').toString('utf8') : '{}';
  return { kind: 'answered', status, body };
}
