import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import protobuf from 'protobufjs';
import { type WebSocket, WebSocketServer } from 'ws';

/** The platform's frames, as its SDK has them. */
const Frame = protobuf
  .parse(`
    syntax = "proto2";
    message Header { required string key = 1; required string value = 2; }
    message Frame {
      required uint64 SeqID = 1; required uint64 LogID = 2;
      required int32 service = 3; required int32 method = 4;
      repeated Header headers = 5; optional bytes payload = 8;
    }`)
  .root.lookupType('Frame');

const CONTROL = 0;
const DATA = 1;

export type LongConnectionServer = {
  baseUrl: string;
  /** Pushes a payload, in several frames if told; resolves with the answer's code and data. */
  push: (payload: unknown, frames?: number) => Promise<{ code: number; data?: unknown }>;
  connections: () => number;
  cut: () => void;
  /** The next client that asks where to connect is told that the platform is busy. */
  beBusy: () => void;
  close: () => Promise<void>;
};

/** The platform's side of the long connection: endpoint discovery and frames over a real WebSocket. */
export async function startLongConnectionServer(app: {
  appId: string;
  appSecret: string;
}): Promise<LongConnectionServer> {
  const answers = new Map<string, (answer: { code: number; data?: unknown }) => void>();
  let isBusy = false;
  const server = createServer(async (request, response) => {
    const { AppID, AppSecret } = JSON.parse(await text(request));
    const known = AppID === app.appId && AppSecret === app.appSecret;
    response.setHeader('content-type', 'application/json');
    if (isBusy) {
      isBusy = false;
      response.end(JSON.stringify({ code: 1, msg: 'system busy', data: {} }));
      return;
    }
    response.end(
      JSON.stringify(
        known
          ? {
              code: 0,
              data: {
                URL: `ws://127.0.0.1:${port}/?device_id=1&service_id=1`,
                ClientConfig: {
                  PingInterval: 60,
                  ReconnectCount: -1,
                  ReconnectInterval: 0.05,
                  ReconnectNonce: 0,
                },
              },
            }
          : { code: 403, msg: 'forbidden', data: {} },
      ),
    );
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data)) return;
      const frame = Frame.toObject(Frame.decode(data), { longs: Number });
      if (frame.method === CONTROL) return;
      const id = header(frame.headers, 'message_id');
      const answer = JSON.parse(new TextDecoder().decode(frame.payload));
      const body = answer.data && JSON.parse(Buffer.from(answer.data, 'base64').toString());
      answers.get(id)?.({ code: answer.code, ...(body ? { data: body } : {}) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    connections: () => sockets.clients.size,
    push: (payload, frames = 1) => {
      const [socket] = sockets.clients;
      if (!socket) throw new Error('nobody is connected');
      const id = randomUUID();
      return new Promise((resolve) => {
        answers.set(id, resolve);
        sendFrames(socket, id, new TextEncoder().encode(JSON.stringify(payload)), frames);
      });
    },
    beBusy: () => {
      isBusy = true;
    },
    cut: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function sendFrames(socket: WebSocket, id: string, bytes: Uint8Array, frames: number): void {
  const size = Math.ceil(bytes.length / frames);
  for (let seq = 0; seq < frames; seq++) {
    const headers = Object.entries({
      type: 'event',
      message_id: id,
      sum: String(frames),
      seq: String(seq),
      trace_id: 't',
    }).map(([key, value]) => ({ key, value }));
    const payload = bytes.slice(seq * size, (seq + 1) * size);
    const frame = { SeqID: 1, LogID: 1, service: 1, method: DATA, headers, payload };
    socket.send(Frame.encode(Frame.create(frame)).finish());
  }
}

function header(headers: { key: string; value: string }[], key: string): string {
  return headers.find((h) => h.key === key)?.value ?? '';
}
