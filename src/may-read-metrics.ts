import type { Config } from './config.ts';

/** Whether a caller may read `/metrics`: by the token, or, where none is set, from this machine. */
export function mayReadMetrics(
  config: Pick<Config, 'METRICS_TOKEN'>,
  authorization: string | undefined,
  env: unknown,
): boolean {
  return config.METRICS_TOKEN
    ? authorization === `Bearer ${config.METRICS_TOKEN}`
    : isLocalPeer(env);
}

/** Whether the caller is on this machine, as far as the edge knows its address; where it does not, no. */
function isLocalPeer(env: unknown): boolean {
  // Node's edge passes the socket along (@hono/node-server); other edges have none.
  const peer = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket?.remoteAddress;
  return peer !== undefined && /^(?:::1|(?:::ffff:)?127\.)/.test(peer);
}
