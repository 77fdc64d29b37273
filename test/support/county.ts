import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type App, createApp } from '../../src/app.ts';
import { type Clock, createClock } from '../../src/clock.ts';
import type { Command } from '../../src/commands/command.ts';
import { parseConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/db.ts';
import type { Deps } from '../../src/deps.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import type { Log } from '../../src/log.ts';
import { openModel } from '../../src/model/model.ts';
import type {
  SimulatedDocument,
  SimulatedGroup,
  SimulatedPerson,
} from '../../src/simulator/options.ts';
import type { ChatMessage } from '../../src/simulator/pocket-api.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { pcmOf } from '../../src/voice/pcm.ts';
import { nodeAssets } from '../../src/web/node-assets.ts';
import { checkedCard } from './card-lint.ts';
import { silentLog } from './log.ts';

const APP = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'a secret of the test',
  encryptKey: 'an encrypt key of the test',
  verificationToken: 'a token of the test',
};

/** The whole product as it runs: application, real SDK, pocket Feishu, over HTTP. */
export type County = {
  app: App;
  /** Where the application listens. */
  url: string;
  deps: Deps;
  sim: Simulator;
  clock: Clock;
  /** Moves the clock and lets what is due by then happen. */
  goTo: (instant: string) => Promise<void>;
  /** Says something and waits for the bot's answer. */
  ask: (openId: string, text: string, chat?: string) => Promise<ChatMessage>;
  /** Sends a file in private and waits for the bot's answer. */
  sendFile: (openId: string, file: { name: string; bytes: Uint8Array }) => Promise<ChatMessage>;
  /** All messages of the bot in a chat, oldest first. */
  fromBot: (chatId: string) => ChatMessage[];
  /** Everything that has arrived and waits is worked off. */
  settle: () => Promise<void>;
  /** A command of the command line, on this database. */
  run: (command: Command, args: string[]) => Promise<{ code: number; out: string; err: string }>;
  close: () => Promise<void>;
};

export type CountyOptions = {
  now: string;
  people: SimulatedPerson[];
  groups?: SimulatedGroup[];
  admins?: string[];
  documents?: SimulatedDocument[];
  /** What recognition hears in a voice message; absent: its scope is not granted. */
  hear?: (pcm: Uint8Array) => string;
  /** Credentials of its own, where several stand side by side. */
  credentials?: Partial<typeof APP>;
  /** Further settings: a model's, for one. */
  settings?: Record<string, string>;
  /** What is configured beside the platform. */
  services?: Pick<Deps, 'model' | 'embedder'>;
};

/** The pocket Feishu of a county, and the settings with which an application speaks to it. */
export async function startPocket(options: CountyOptions): Promise<{
  sim: Simulator;
  clock: Clock;
  settings: Record<string, string>;
}> {
  const clock = createClock(new Date(options.now));
  const credentials = { ...APP, ...options.credentials };
  const sim = createSimulator({
    app: { ...credentials, callbackUrl: '' },
    bot: { name: '工信助手' },
    people: options.people,
    groups: options.groups ?? [],
    samples: [],
    ...(options.documents ? { documents: options.documents } : {}),
    ...(options.hear ? { hear: options.hear } : {}),
    clock,
    timeZone: 'Asia/Shanghai',
  });
  const baseUrl = await sim.listen(0);
  const settings = {
    FEISHU_APP_ID: credentials.appId,
    FEISHU_APP_SECRET: credentials.appSecret,
    FEISHU_ENCRYPT_KEY: credentials.encryptKey,
    FEISHU_VERIFICATION_TOKEN: credentials.verificationToken,
    FEISHU_BASE_URL: baseUrl,
    FEISHU_ACCOUNTS_URL: baseUrl,
    ADMIN_OPEN_IDS: (options.admins ?? []).join(','),
    ...options.settings,
  };
  return { sim, clock, settings };
}

/** What people and commands do in a county, wherever its application runs: `work` is one round of it. */
export function playCounty(parts: {
  sim: Simulator;
  clock: Clock;
  deps: Deps;
  work: () => Promise<void>;
}): Pick<County, 'sim' | 'clock' | 'deps' | 'ask' | 'sendFile' | 'fromBot' | 'settle' | 'run'> {
  const { sim, clock, deps, work } = parts;
  const settle = async () => {
    await sim.idle();
    await work();
    await work();
  };
  const fromBot = (chatId: string) => sim.messages(chatId).filter((m) => m.sender.isBot);
  const answerAfter = async (chatId: string, act: () => void): Promise<ChatMessage> => {
    const before = fromBot(chatId).length;
    act();
    await settle();
    // What the platform asked to wait is sent by a later round, as node.ts polls for it.
    const poll = setInterval(() => void work(), 500);
    try {
      return await sim.waitFor(() => fromBot(chatId)[before], 60_000);
    } finally {
      clearInterval(poll);
    }
  };
  return {
    sim,
    clock,
    deps,
    ask: (openId, text, chat) => {
      const player = sim.as(openId);
      return answerAfter(chat ?? player.chatId, () => {
        player.send(chat ? { chat, text, mention: ['bot'] } : text);
      });
    },
    sendFile: (openId, file) => {
      const player = sim.as(openId);
      return answerAfter(player.chatId, () => {
        player.send({ file });
      });
    },
    fromBot,
    settle,
    run: async (command, args) => {
      const out: string[] = [];
      const err: string[] = [];
      const code = await command.run({
        args,
        cwd: process.cwd(),
        stdin: async () => '',
        out: (l) => out.push(l),
        err: (l) => err.push(l),
        deps,
      });
      await settle();
      return { code, out: out.join('\n'), err: err.join('\n') };
    },
  };
}

/** The effects of an application beside a pocket Feishu. */
export function countyDeps(parts: {
  db: Db;
  clock: Clock;
  settings: Record<string, string>;
  log?: Log;
}): Deps {
  const log = parts.log ?? silentLog();
  const read = parseConfig(parts.settings);
  if (!read.ok) throw new Error('wrong settings');
  const model = openModel(read.config);
  return {
    ...(model ? { model } : {}),
    db: parts.db,
    now: parts.clock.now,
    newId: randomUUID,
    log,
    config: read.config,
    readDocument,
    pcmOf,
    feishu: createFeishu({ ...APP, baseUrl: read.config.FEISHU_BASE_URL, log }),
  };
}

/** Starts application and pocket Feishu on free ports; `now` is where the county's clock starts. */
export async function startCounty(options: CountyOptions & { db: Db; log?: Log }): Promise<County> {
  const { sim, clock, settings } = await startPocket(options);
  const { db, log } = options;
  const deps = countyDeps({ db, clock, settings, ...(log ? { log } : {}) });
  Object.assign(deps, options.services);
  const app = createApp(deps, { assets: nodeAssets() });
  const server: Server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sim.connect({ callbackUrl: url, dashboardUrl: `${url}/` });
  const played = playCounty({ sim, clock, deps, work: app.work });
  return {
    ...played,
    app,
    url,
    goTo: async (instant) => {
      clock.set(new Date(instant));
      await app.tick();
      await played.settle();
    },
    close: async () => {
      checkAllCards(sim, options);
      await played.settle();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await sim.close();
    },
  };
}

/** Every card that anybody was shown is one the platform takes. */
export function checkAllCards(
  sim: Simulator,
  { people, groups = [] }: Pick<CountyOptions, 'people' | 'groups'>,
): void {
  for (const person of people) checkCards(sim.messages(sim.as(person.openId).chatId));
  for (const group of groups) checkCards(sim.messages(group.chatId));
}

/** Everything a message shows, as one text. */
export function textOf(message: ChatMessage | undefined): string {
  if (!message) return '';
  const { content } = message;
  return content.type === 'text' ? content.text : JSON.stringify(content);
}

function checkCards(messages: ChatMessage[]): void {
  for (const { content } of messages) if (content.type === 'card') checkedCard(content.card);
}
