import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import cron from 'node-cron';
import { createApp } from './app.ts';
import { backUpDaily } from './backup/daily.ts';
import { type Clock, createClock } from './clock.ts';
import { findCommand } from './commands/registry.ts';
import { type Config, parseConfig } from './config.ts';
import { claimDatabase } from './database-owner.ts';
import { isWriteToLostConnection } from './db/lasting-postgres.ts';
import type { Deps } from './deps.ts';
import { faultReason } from './fault-reason.ts';
import { openLongConnection } from './feishu/long-connection.ts';
import { answerOf } from './inbox/receive.ts';
import { createDeps } from './node-deps.ts';
import { openDatabase } from './open-database.ts';
import { type Demonstration, startDemonstration } from './sample/demonstration.ts';
import { issueAdminCode } from './units/admin-code.ts';
import { ensureAdmins } from './units/ensure-admins.ts';
import { nodeAssets } from './web/node-assets.ts';

/** Sends that wait for a pause to end, and events given back, are looked for this often. */
const POLL_MS = 2_000;
const DRAIN_MS = 10_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const fail = (lines: string[]): never => {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
};

async function start(): Promise<void> {
  const settings = parseConfig(process.env);
  if (!settings.ok) return fail(settings.problems.map((p) => `${p.name}：${p.message}`));
  const { config } = settings;
  const opened = await openDatabase(config).catch((error: unknown) =>
    fail([`数据库打不开：${faultReason(error)}。请检查 DATABASE_URL 或 DATA_DIR`]),
  );
  if (opened.kind === 'taken')
    return fail([
      `数据目录 ${opened.folder} 正被另一个进程使用。请先停止它，或用 DATA_DIR 另指一个目录`,
    ]);
  const { database, hold } = opened;
  const mismatch = await claimDatabase(database.db, config);
  if (mismatch) {
    await database.close();
    return fail([mismatch]);
  }

  const demonstration = config.simulator ? await demonstrate(config, database.db) : undefined;
  const clock = demonstration?.clock ?? createClock(config.APP_NOW);
  const running = demonstration ? { ...config, ...demonstration.settings } : config;
  const deps = createDeps({
    config: running,
    db: database.db,
    clock,
    ...(demonstration ? { simulator: demonstration.connection } : {}),
  });
  await demonstration?.fill(deps);
  const stopping = new AbortController();
  const app = createApp(deps, {
    signal: stopping.signal,
    assets: nodeAssets(),
    // The demonstration's data is anybody's to throw away.
    ...(demonstration ? {} : { upkeep: () => backUpDaily(deps, config) }),
  });
  const server = await listen(running, app.fetch).catch((error: unknown) =>
    fail([
      `端口 ${running.HOST}:${running.PORT} 不能使用：${faultReason(error)}。可用 PORT 另指一个端口`,
    ]),
  );
  hold?.serve(async ({ argv, cwd }, io) => {
    const found = await findCommand(argv);
    if (!found) return 2;
    const code = await found.command.run({ args: found.args, cwd, ...io, deps });
    void app.work();
    return code;
  });
  const connection =
    config.FEISHU_TRANSPORT === 'websocket' && !config.simulator
      ? await openLongConnection({
          appId: config.FEISHU_APP_ID ?? '',
          appSecret: config.FEISHU_APP_SECRET ?? '',
          baseUrl: config.FEISHU_BASE_URL,
          log: deps.log,
          take: async (payload, text) => answerOf(await app.receive(payload, text)),
        })
      : undefined;
  await ensureAdmins(deps);
  const timers = schedule(app, deps, clock, demonstration);
  await greet(deps, demonstration);

  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    // A second signal, or work that does not end, must not keep the process.
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    stopping.abort();
    timers.stop();
    connection?.close();
    server.close();
    await app.work().catch(() => {});
    await demonstration?.close();
    server.closeAllConnections();
    await database.close();
    process.exit(0);
  };
  process.on('uncaughtException', (error) => {
    if (isWriteToLostConnection(error)) return deps.log.warn({}, 'database connection lost');
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function demonstrate(config: Config, db: Deps['db']): Promise<Demonstration> {
  return startDemonstration(config, db).catch((error: unknown) =>
    fail([
      `口袋飞书的端口 ${config.SIMULATOR_PORT} 不能使用：${faultReason(error)}。可用 SIMULATOR_PORT 另指一个端口`,
    ]),
  );
}

function schedule(
  app: { tick: () => Promise<void>; work: () => Promise<void> },
  deps: Deps,
  clock: Clock,
  demonstration: Demonstration | undefined,
): { stop: () => void } {
  const quietly = (run: () => Promise<void>) => () => {
    run().catch((error: unknown) =>
      deps.log.error({ reason: faultReason(error) }, 'timed work failed'),
    );
  };
  const tick = quietly(app.tick);
  const job = cron.schedule('* * * * *', tick, {
    timezone: deps.config.APP_TIMEZONE,
    noOverlap: true,
  });
  const poll = setInterval(quietly(app.work), POLL_MS);
  // The pocket's clock is moved by hand: what is due by the new time is due at once.
  const stopListening = demonstration ? clock.onSet(tick) : () => {};
  tick();
  return {
    stop: () => {
      void job.stop();
      clearInterval(poll);
      stopListening();
    },
  };
}

function listen(
  config: Config,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Server> {
  const server = createServer(getRequestListener(fetch));
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(config.PORT, config.HOST, () => done(server));
  });
}

async function greet(deps: Deps, demonstration: Demonstration | undefined): Promise<void> {
  const { config } = deps;
  say(`工信助手已启动：http://${config.HOST}:${config.PORT}`);
  if (demonstration) {
    say(`口袋飞书（在浏览器中打开）：${demonstration.connection.baseUrl}`);
    say('这是演示县的数据。按 Ctrl+C 停止，下次启动会接着来。');
    return;
  }
  const code = await issueAdminCode(deps.db, deps.now());
  if (code) say(`还没有管理员。请在 30 分钟内私聊机器人发送：认领管理员 ${code}`);
}

await start();
