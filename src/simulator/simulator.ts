import { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import type { Clock } from '../clock.ts';
import { folderArchive, memoryArchive } from './archive.ts';
import { declareAssets } from './assets.ts';
import { createChanges } from './changes.ts';
import { type Account, createDirectory } from './directory.ts';
import { accountEvent } from './events.ts';
import { type Call, createFaultDesk, type Faults } from './faults.ts';
import { createMeter } from './limits.ts';
import { createLongConnection, type LongConnection } from './long-connection.ts';
import { openApi, type Server } from './open-api.ts';
import { declareAuth } from './open-auth.ts';
import { declareCardkit } from './open-cardkit.ts';
import { declareChats } from './open-chats.ts';
import { declareContact } from './open-contact.ts';
import { declareDocuments } from './open-documents.ts';
import { declareLogin } from './open-login.ts';
import { declareMessages } from './open-messages.ts';
import { declareResources } from './open-resources.ts';
import { declareSpeech } from './open-speech.ts';
import type { SimulatorOptions } from './options.ts';
import { createPlayer, type Player } from './player.ts';
import type { Pocket } from './pocket.ts';
import type { ChatMessage } from './pocket-api.ts';
import { declarePocket } from './pocket-routes.ts';
import { createPush, type Push } from './push.ts';
import { createStore } from './store.ts';
import { createTokens } from './tokens.ts';
import { createUpdateTokens } from './update-tokens.ts';
import { toChatMessage, toWorld } from './view.ts';
import { webhookTransport } from './webhook.ts';
import { say } from './wording.ts';

const DEADLINE_MS = 3000;

/** A pocket Feishu: the platform's open-apis and events for one app, and a chat page, on this machine only. */
export type Simulator = {
  /** Listens on 127.0.0.1 (port 0: any free one) and returns the base address. */
  listen: (port: number) => Promise<string>;
  /** Stops, with everything kept. */
  close: () => Promise<void>;
  /** Tells where the application listens, when that is known only later. */
  connect: (address: { callbackUrl: string; dashboardUrl?: string }) => void;
  /** Clears every chat and file, lets the application start afresh, tells the pages. */
  reset: () => Promise<void>;

  clock: Clock;
  bot: { openId: string; name: string };
  faults: Faults;
  /** Events that were not taken and wait for their next try. */
  waiting: Push['waiting'];
  /** Clients of the long connection; `drop` cuts them. */
  long: Pick<LongConnection, 'connections' | 'drop'>;
  /** Calls of the open-apis, oldest first (the last 20,000). */
  calls: () => readonly Call[];
  /** Ends the life of every tenant token at once. */
  revokeTokens: () => void;
  setGroupMessages: (on: boolean) => void;
  /** The administrator freezes, restores or removes somebody; the application is told as the platform tells it. */
  setAccount: (openId: string, account: Account) => void;
  /** A person at the client. */
  as: (openId: string) => Player;
  /** The messages of a chat, oldest first; without the first `from` of them. */
  messages: (chatId: string, from?: number) => ChatMessage[];
  /** When the newest kept message was sent; after a restart the clock should not begin before it. */
  newest: () => Date | undefined;
  /** Resolves with the first truthy value of `find`, which is asked after every change; rejects after `timeoutMs`. */
  waitFor: <T>(find: () => T | undefined | false | null, timeoutMs?: number) => Promise<T>;
  /** Resolves when no event is under way to the application. */
  idle: () => Promise<void>;
};

export function createSimulator(options: SimulatorOptions): Simulator {
  const long = createLongConnection(options.app, options.deadlineMs ?? DEADLINE_MS);
  const pocket = createPocket(options, long);
  const { store, changes, push, clock, faults } = pocket;
  let listening: HttpServer | undefined;

  const reset = async () => {
    push.clear();
    pocket.updateTokens.clear();
    await store.clear();
    await options.onReset?.();
    changes.tell({ kind: 'reset' }, 'everybody');
    changes.tell({ kind: 'world', world: toWorld(pocket) }, 'everybody');
  };
  const tellClock = () =>
    changes.tell({ kind: 'clock', now: clock.now().toISOString() }, 'everybody');
  const stopTellingClock = clock.onSet(tellClock);

  return {
    listen: async (port) => {
      const server = createServer(pocket, reset);
      long.declare(server);
      const websocket = { server: new WebSocketServer({ noServer: true }) };
      const opened = createAdaptorServer({ fetch: server.fetch, websocket });
      // Without another factory the adaptor makes a plain HTTP server.
      if (!(opened instanceof HttpServer)) throw new Error('not an HTTP server');
      await new Promise<void>((done, fail) => {
        opened.once('error', fail);
        opened.listen(port, '127.0.0.1', done);
      });
      listening = opened;
      const { port: taken } = opened.address() as AddressInfo;
      return `http://127.0.0.1:${taken}`;
    },
    close: async () => {
      stopTellingClock();
      push.close();
      long.drop();
      listening?.closeAllConnections();
      await new Promise<void>((done) => (listening ? listening.close(() => done()) : done()));
      await store.flush();
    },
    connect: (address) => {
      pocket.address = address;
      changes.tell({ kind: 'world', world: toWorld(pocket) }, 'everybody');
    },
    reset,
    clock,
    bot: pocket.directory.bot,
    faults,
    waiting: push.waiting,
    long,
    calls: () => pocket.calls,
    revokeTokens: pocket.tokens.revokeTenantTokens,
    setGroupMessages: store.setGroupMessages,
    setAccount: (openId, account) => {
      pocket.directory.setAccount(openId, account);
      push.event(accountEvent(pocket, openId, account));
    },
    as: (openId) => createPlayer(pocket, openId),
    messages: (chatId, from = 0) =>
      store
        .messagesOf(chatId)
        .slice(from)
        .map((m) => toChatMessage(pocket, m)),
    newest: () => {
      const times = store.chats().flatMap((c) => store.messagesOf(c.chatId).at(-1)?.at ?? []);
      return times.length > 0 ? new Date(Math.max(...times)) : undefined;
    },
    waitFor: (find, timeoutMs = 5000) => waitFor(pocket, find, timeoutMs),
    idle: push.idle,
  };
}

function createPocket(options: SimulatorOptions, long: LongConnection): Pocket {
  const { clock, log, realNow = Date.now, deadlineMs = DEADLINE_MS } = options;
  const directory = createDirectory(options);
  const archive = options.folder ? folderArchive(options.folder, log) : memoryArchive();
  const store = createStore(directory, options.groups, archive, options.groupMessages ?? false);
  const faults = createFaultDesk();
  const address: Pocket['address'] = {
    callbackUrl: options.app.callbackUrl,
    ...(options.dashboardUrl ? { dashboardUrl: options.dashboardUrl } : {}),
  };
  const transport =
    options.transport === 'websocket'
      ? long.transport
      : webhookTransport(options.app, clock, deadlineMs, () => pocket.address.callbackUrl);
  const pocket: Pocket = {
    options,
    address,
    clock,
    directory,
    store,
    changes: createChanges(),
    meter: createMeter(options.limits ?? {}, realNow),
    tokens: createTokens(realNow),
    updateTokens: createUpdateTokens(clock),
    faults,
    push: createPush({ transport, clock, travelOf: faults.travelOf, ...(log ? { log } : {}) }),
    clicking: new Map(),
    calls: [],
    ...(log ? { log } : {}),
  };
  return pocket;
}

function createServer(pocket: Pocket, reset: () => Promise<void>): Server {
  const server: Server = new Hono();
  const on = openApi(pocket, server);
  declareAuth(pocket, on);
  declareMessages(pocket, on);
  declareResources(pocket, on);
  declareDocuments(pocket, on);
  declareSpeech(pocket, on);
  declareChats(pocket, on);
  declareContact(pocket, on);
  declareLogin(pocket, on, server);
  declareCardkit(pocket, on);
  declarePocket(pocket, server, reset);
  declareAssets(server);
  server.onError((error, c) => {
    pocket.log?.error({ path: c.req.path, error: String(error) }, 'pocket Feishu failed');
    return c.json({ code: 2200, msg: 'internal error', message: say.fault }, 500);
  });
  return server;
}

async function waitFor<T>(
  pocket: Pocket,
  find: () => T | undefined | false | null,
  timeoutMs: number,
): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const found = find();
    if (found) return found;
    const left = until - performance.now();
    if (left <= 0) throw new Error(`nothing came within ${timeoutMs} ms`);
    await nextChange(pocket, Math.min(left, 50));
  }
}

// Also after a while without a change: what is waited for may lie outside the store.
function nextChange(pocket: Pocket, ms: number): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      done();
    };
    const timer = setTimeout(finish, ms);
    const stop = pocket.changes.listen(finish);
  });
}
