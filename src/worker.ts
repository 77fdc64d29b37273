import { createApp } from './app.ts';
import { type Clock, createClock } from './clock.ts';
import { type Config, parseConfig } from './config.ts';
import { claimDatabase } from './database-owner.ts';
import { openPostgres } from './db/postgres.ts';
import type { Deps } from './deps.ts';
import { readDocumentInProcess } from './documents/read-in-process.ts';
import type { Feishu } from './feishu/client.ts';
import { createFeishu } from './feishu/sdk.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openEmbedder } from './model/embedder.ts';
import { openModel } from './model/model.ts';
import { ensureAdmins } from './units/ensure-admins.ts';

/** Vars and secrets under the names of the settings, and the database's binding. */
type Env = Record<string, unknown> & { DB?: { connectionString: string } };

type Context = { waitUntil: (work: Promise<unknown>) => void };

/** Database connections of one request; Hyperdrive keeps the real ones. */
const CONNECTIONS = 5;

/** What outlives a request in this isolate: data and clients without sockets, never a connection. */
type Isolate = {
  config: Config;
  log: Log;
  clock: Clock;
  feishu: Feishu;
  /** Of this isolate alone: Cloudflare's own analytics see all of them. */
  metrics: Metrics;
  claimed: boolean;
};

let isolate: Isolate | undefined;

/** The Workers edge: settings from bindings, Postgres through Hyperdrive, no files and no timers. */
export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/healthz') return Response.json({ ok: true });
    const found = openIsolate(env);
    if ('problems' in found) return refusal(found.problems);
    const { config } = found;
    // There is no loopback here to leave the figures open to.
    if (pathname === '/metrics' && !config.METRICS_TOKEN)
      return new Response('forbidden', { status: 403 });
    const deps = openDeps(found);
    const mismatch = await claim(found, deps);
    if (mismatch) return refusal([mismatch]);
    const background = (work: Promise<unknown>) => context.waitUntil(work);
    return createApp(deps, { background }).fetch(request);
  },

  async scheduled(_event: unknown, env: Env, context: Context): Promise<void> {
    const found = openIsolate(env);
    if ('problems' in found) throw new Error(found.problems.join('; '));
    const deps = openDeps(found);
    const mismatch = await claim(found, deps);
    if (mismatch) throw new Error(mismatch);
    await ensureAdmins(deps);
    const background = (work: Promise<unknown>) => context.waitUntil(work);
    await createApp(deps, { background }).tick();
  },
};

function openIsolate(env: Env): Isolate | { problems: string[] } {
  if (isolate) return isolate;
  const texts = Object.entries(env).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const settings = parseConfig({
    ...Object.fromEntries(texts),
    ...(env.DB ? { DATABASE_URL: env.DB.connectionString } : {}),
  });
  if (!settings.ok) return { problems: settings.problems.map((p) => `${p.name}：${p.message}`) };
  const { config } = settings;
  const problems = [
    ...(config.DATABASE_URL ? [] : ['DB：没有绑定 Hyperdrive，请在 wrangler.toml 中填写其 id']),
    ...(config.simulator ? ['FEISHU_APP_ID：Workers 上没有模拟模式，请填写飞书凭证'] : []),
    ...(config.FEISHU_TRANSPORT === 'websocket'
      ? ['FEISHU_TRANSPORT：Workers 上没有长连接，请改为 webhook']
      : []),
  ];
  if (problems.length > 0) return { problems };
  const log = createLog(config.LOG_LEVEL, (line) => console.log(line));
  isolate = {
    config,
    log,
    clock: createClock(config.APP_NOW),
    feishu: withKnownBot(
      createFeishu({
        appId: config.FEISHU_APP_ID ?? '',
        appSecret: config.FEISHU_APP_SECRET ?? '',
        baseUrl: config.FEISHU_BASE_URL,
        log,
      }),
    ),
    metrics: createMetrics(),
    claimed: false,
  };
  return isolate;
}

/** Remembers who the bot is: the value, not the promise, which belongs to the request that began it. */
function withKnownBot(feishu: Feishu): Feishu {
  let known: Awaited<ReturnType<Feishu['botInfo']>> | undefined;
  return {
    ...feishu,
    botInfo: async () => {
      known ??= await feishu.botInfo();
      return known;
    },
  };
}

/** A request's effects. Its connections end with it; to end them by hand raises a fault in the runtime. */
function openDeps({ config, log, clock, feishu, metrics }: Isolate): Deps {
  return {
    db: openPostgres(config.DATABASE_URL ?? '', { max: CONNECTIONS }).db,
    feishu,
    now: clock.now,
    newId: () => crypto.randomUUID(),
    log,
    config,
    model: openModel(config),
    embedder: openEmbedder(config),
    metrics,
    readDocument: readDocumentInProcess,
  };
}

async function claim(open: Isolate, { db, config }: Deps): Promise<string | undefined> {
  if (open.claimed) return undefined;
  const mismatch = await claimDatabase(db, config);
  open.claimed = mismatch === undefined;
  return mismatch;
}

function refusal(problems: string[]): Response {
  console.error(JSON.stringify({ level: 'error', message: 'not ready', problems }));
  return Response.json({ ok: false, reason: problems }, { status: 503 });
}
