/** The part of `ws` that the tests' long-connection server uses; the package has no types of its own. */
declare module 'ws' {
  import type { Server } from 'node:http';
  export class WebSocket {
    on(event: 'message', listener: (data: Uint8Array) => void): this;
    send(data: Uint8Array): void;
    terminate(): void;
  }
  export class WebSocketServer {
    constructor(options: { server: Server });
    clients: Set<WebSocket>;
    on(event: 'connection', listener: (socket: WebSocket) => void): this;
    close(): void;
  }
}
