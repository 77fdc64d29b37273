import { type App, createApp } from './app.ts';
import { backUpDaily } from './backup/daily.ts';
import { findCommand } from './commands/registry.ts';
import type { Deps } from './deps.ts';
import { openLongConnection } from './feishu/long-connection.ts';
import { answerOf } from './inbox/receive.ts';
import { nodeGauges } from './node-gauges.ts';
import type { OpenDatabase } from './open-database.ts';
import { ensureAdmins } from './units/ensure-admins.ts';
import { nodeAssets } from './web/node-assets.ts';

/** A county at work in this process. */
export type RunningCounty = {
  app: App;
  deps: Deps;
  /** Finishes what is in hand and begins nothing more; then closes the database. */
  stop: () => Promise<void>;
};

/** What wakes a county: each minute a tick, more often a look at what waits. */
export type Schedule = (app: Pick<App, 'tick' | 'work'>, deps: Deps) => { stop: () => void };

/** Puts a county to work on its open database: application, commands of other processes, long connection, timers. */
export async function runCounty(parts: {
  deps: Deps;
  opened: Extract<OpenDatabase, { kind: 'open' }>;
  /** Called once the application can answer, before anything is sent or received by itself. */
  serve?: (app: App) => Promise<void>;
  schedule: Schedule;
}): Promise<RunningCounty> {
  const { deps, opened, schedule } = parts;
  const { config } = deps;
  const stopping = new AbortController();
  const app = createApp(deps, {
    signal: stopping.signal,
    assets: nodeAssets(),
    gauges: () => nodeGauges(config),
    // The demonstration's data is anybody's to throw away.
    ...(config.simulator ? {} : { upkeep: () => backUpDaily(deps, config) }),
  });
  await parts.serve?.(app);
  opened.hold?.serve(async ({ argv, cwd }, io) => {
    const found = await findCommand(argv);
    if (!found) return 2;
    const code = await found.command.run({ args: found.args, cwd, ...io, deps });
    void app.work();
    return code;
  });
  await ensureAdmins(deps);
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
  const timers = schedule(app, deps);
  return {
    app,
    deps,
    stop: async () => {
      stopping.abort();
      timers.stop();
      connection?.close();
      await app.work().catch(() => {});
      await opened.database.close();
    },
  };
}
