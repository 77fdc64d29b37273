import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App } from './app.ts';
import { createClock } from './clock.ts';
import { type Config, parseConfig } from './config.ts';
import { type CountySettings, parseCounties } from './counties.ts';
import { hostCounties } from './county-host.ts';
import { claimDatabase } from './database-owner.ts';
import { isWriteToLostConnection } from './db/lasting-postgres.ts';
import type { Deps } from './deps.ts';
import { faultReason } from './fault-reason.ts';
import { createLog, type Log, labelled } from './log.ts';
import { mayReadMetrics } from './may-read-metrics.ts';
import { createDeps } from './node-deps.ts';
import { openDatabase } from './open-database.ts';
import { type RunningCounty, runCounty } from './run-county.ts';
import { type Demonstration, startDemonstration } from './sample/demonstration.ts';
import { MANY, scheduleOne, scheduleOneOfMany } from './schedule.ts';
import { issueAdminCode } from './units/admin-code.ts';

const DRAIN_MS = 10_000;

/** `kill -USR2`: this process writes everything for a while. */
const DEBUG_MS = 15 * 60_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const toStderr = (line: string) => void process.stderr.write(`${line}\n`);
const fail = (lines: string[]): never => {
  for (const line of lines) toStderr(line);
  process.exit(1);
};

async function start(): Promise<void> {
  const settings = parseConfig(process.env);
  if (!settings.ok) return fail(settings.problems.map((p) => `${p.name}：${p.message}`));
  const { config } = settings;
  const log = createLog(config.LOG_LEVEL, toStderr);
  process.on('SIGUSR2', () => {
    log.setLevel?.('debug', new Date(Date.now() + DEBUG_MS));
    log.info({ minutes: DEBUG_MS / 60_000 }, 'log level raised by a signal');
  });
  // Such as a connection that breaks while nobody asks anything of it: what is stored waits, and the process stays.
  process.on('unhandledRejection', (error) =>
    log.error({ reason: faultReason(error) }, 'fault that nobody waited for'),
  );
  return config.COUNTIES_FILE
    ? startMany(config, config.COUNTIES_FILE, log)
    : startOne(config, log);
}

async function startOne(config: Config, log: Log): Promise<void> {
  const opened = await openDatabase(config).catch((error: unknown) =>
    fail([`数据库打不开：${faultReason(error)}。请检查 DATABASE_URL 或 DATA_DIR`]),
  );
  if (opened.kind === 'taken')
    return fail([
      `数据目录 ${opened.folder} 正被另一个进程使用。请先停止它，或用 DATA_DIR 另指一个目录`,
    ]);
  const { database } = opened;
  const mismatch = await claimDatabase(database.db, config);
  if (mismatch) {
    await database.close();
    return fail([mismatch]);
  }
  if (!config.simulator && database.kind === 'pglite')
    log.warn(
      { folder: config.DATA_DIR },
      'the embedded database never fsyncs: a power cut may lose data; set DATABASE_URL',
    );

  const demonstration = config.simulator ? await demonstrate(config, database.db) : undefined;
  const clock = demonstration?.clock ?? createClock(config.APP_NOW);
  const running = demonstration ? { ...config, ...demonstration.settings } : config;
  const deps = createDeps({
    config: running,
    db: database.db,
    clock,
    log,
    ...(demonstration ? { simulator: demonstration.connection } : {}),
  });
  await demonstration?.fill(deps);
  let server: Server | undefined;
  const county = await runCounty({
    deps,
    opened,
    serve: async (app) => {
      server = await listenOrFail(running, app.fetch);
    },
    schedule: scheduleOne(clock, demonstration),
  });
  await greet(deps, demonstration);
  surviveLostConnections(log);
  stopOnSignals(async () => {
    server?.close();
    await county.stop();
    await demonstration?.close();
    server?.closeAllConnections();
  });
}

async function startMany(config: Config, path: string, log: Log): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: unknown) =>
    fail([`COUNTIES_FILE：读不到 ${path}（${faultReason(error)}）`]),
  );
  const read = parseCounties(text, process.env);
  if (!read.ok) return fail(read.problems.map((p) => `${path}：${p}`));
  const { counties, fallback } = read;
  const host = hostCounties({
    counties,
    fallback,
    log,
    start: (settings) => openCounty(settings, counties, log),
    mayReadMetrics: (request, env) =>
      mayReadMetrics(config, request.headers.get('authorization') ?? undefined, env),
  });
  const server = await listenOrFail(config, host.fetch);
  say(
    `工信助手已启动：http://${config.HOST}:${config.PORT}，${counties.length} 个县，各县的地址为 /c/县的 id/`,
  );
  surviveLostConnections(log);
  stopOnSignals(async () => {
    server.close();
    await host.stop();
    server.closeAllConnections();
  });
}

/** A lost database connection is the pool's affair; any other fault outside of every promise ends the process. */
function surviveLostConnections(log: Log): void {
  process.on('uncaughtException', (error) => {
    if (isWriteToLostConnection(error)) return log.warn({}, 'database connection lost');
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  });
}

/** Opens one of many counties; rejects with the reason in words. */
async function openCounty(
  { id, config }: CountySettings,
  all: CountySettings[],
  processLog: Log,
): Promise<RunningCounty> {
  const opened = await openDatabase(config, MANY);
  if (opened.kind === 'taken') throw new Error(`数据目录 ${opened.folder} 正被另一个进程使用`);
  let stop = opened.database.close;
  try {
    const mismatch = await claimDatabase(opened.database.db, config);
    if (mismatch) throw new Error(mismatch);
    const clock = createClock(config.APP_NOW);
    const log = labelled(processLog, { county: id });
    const deps = createDeps({ config, db: opened.database.db, clock, log });
    const share = all.findIndex((c) => c.id === id) / all.length;
    const county = await runCounty({ deps, opened, schedule: scheduleOneOfMany(share) });
    stop = county.stop;
    const code = await issueAdminCode(deps.db, deps.now());
    if (code) say(`${id}：还没有管理员。请在 30 分钟内私聊机器人发送：认领管理员 ${code}`);
    return county;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function demonstrate(config: Config, db: Deps['db']): Promise<Demonstration> {
  return startDemonstration(config, db).catch((error: unknown) =>
    fail([
      `口袋飞书的端口 ${config.SIMULATOR_PORT} 不能使用：${faultReason(error)}。可用 SIMULATOR_PORT 另指一个端口`,
    ]),
  );
}

function listenOrFail(config: Config, fetch: App['fetch']): Promise<Server> {
  const server = createServer(getRequestListener(fetch));
  return new Promise<Server>((done, refuse) => {
    server.once('error', refuse);
    server.listen(config.PORT, config.HOST, () => done(server));
  }).catch((error: unknown) =>
    fail([
      `端口 ${config.HOST}:${config.PORT} 不能使用：${faultReason(error)}。可用 PORT 另指一个端口`,
    ]),
  );
}

function stopOnSignals(finish: () => Promise<void>): void {
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    // A second signal, or work that does not end, must not keep the process.
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    await finish();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
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

await start().catch((error: unknown) => fail([`没有启动成：${faultReason(error)}`]));
