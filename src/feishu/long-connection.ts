import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import type { Log } from '../log.ts';
import { Payload } from './verify.ts';

export type LongConnection = {
  state: () => 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'failed';
  close: () => void;
};

/** The SDK gives up for good when the platform is busy at the wrong moment; it is made to try again after this. */
const REOPEN_MS = 60_000;

/**
 * Receives events over a connection that this process opens (长连接): no public address, no signature. `take` gets each
 * payload and gives the answer to a click; when it rejects, the platform pushes the event again. Node only.
 */
export async function openLongConnection(options: {
  appId: string;
  appSecret: string;
  baseUrl: string;
  log: Log;
  take: (payload: Payload, text: string) => Promise<Record<string, unknown>>;
  reopenMs?: number;
}): Promise<LongConnection> {
  const { log, reopenMs = REOPEN_MS } = options;
  const eventDispatcher = new WholePayloads(options.take, log);
  let again: ReturnType<typeof setTimeout> | undefined;
  // The SDK's start() returns without a word when the id has another form.
  if (!/^cli_[0-9a-fA-F]{16}$/.test(options.appId))
    log.error({}, 'long connection: FEISHU_APP_ID is not cli_ and 16 hex digits');
  const client = new WSClient({
    appId: options.appId,
    appSecret: options.appSecret,
    domain: options.baseUrl,
    loggerLevel: LoggerLevel.error,
    logger: silentLogger(log),
    // Without them a handshake can hang for ever and a half-dead socket is never noticed.
    handshakeTimeoutMs: 15_000,
    wsConfig: { pingTimeout: 30 },
    onReady: () => log.info({}, 'long connection open'),
    onReconnecting: () => log.warn({}, 'long connection lost, opening again'),
    onReconnected: () => log.info({}, 'long connection open again'),
    onError: (error) => {
      log.error({ reason: error.message }, 'long connection given up, opened anew in a while');
      again = setTimeout(() => void client.start({ eventDispatcher }), reopenMs);
    },
  });
  await client.start({ eventDispatcher });
  return {
    state: () => client.getConnectionStatus().state,
    close: () => {
      clearTimeout(again);
      client.close();
    },
  };
}

/**
 * Hands on every payload as it came. The SDK's own dispatch wants a handler per type, loses the types without one, and
 * flattens payloads so that a click's token hides the header's.
 */
class WholePayloads extends EventDispatcher {
  readonly #take: (payload: Payload, text: string) => Promise<Record<string, unknown>>;
  readonly #log: Log;

  constructor(
    take: (payload: Payload, text: string) => Promise<Record<string, unknown>>,
    log: Log,
  ) {
    super({ loggerLevel: LoggerLevel.error });
    this.#take = take;
    this.#log = log;
  }

  override async invoke(data: unknown): Promise<Record<string, unknown> | undefined> {
    const payload = Payload.safeParse(data);
    if (!payload.success) {
      this.#log.warn({}, 'long connection: a payload that is no event');
      return undefined;
    }
    const answer = await this.#take(payload.data, JSON.stringify(data));
    return Object.keys(answer).length > 0 ? answer : undefined;
  }
}

/** The SDK's lines may hold addresses with tickets; what matters is logged by the callbacks. */
function silentLogger(log: Log) {
  const line = (...parts: unknown[]) => {
    const words = parts.flat().filter((part) => typeof part === 'string');
    log.debug({ sdk: words.join(' ').replace(/wss?:\S+/g, 'ws') }, 'Feishu SDK');
  };
  return { error: line, warn: line, info: line, debug: line, trace: line };
}
