declare module 'ws' {
  import type { WebSocketServerLike } from '@hono/node-server';

  export const WebSocketServer: new (options: { noServer: true }) => WebSocketServerLike;
}
