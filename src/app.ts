import { Hono } from 'hono';
import { ping } from './db/ping.ts';
import type { Deps } from './deps.ts';
import { createHandlers } from './handlers.ts';
import { drainInbox } from './inbox/drain.ts';
import type { Patience } from './inbox/handle.ts';
import { createReceiver, type Receive } from './inbox/receive.ts';
import { webhookRoutes } from './inbox/webhook.ts';
import { mayReadMetrics } from './may-read-metrics.ts';
import { type CountyFigures, createMetrics, metricsText } from './metrics.ts';
import { coalesced, remembered } from './once-at-a-time.ts';
import type { SendPlan } from './outbox/outcome.ts';
import { sendOutbox } from './outbox/send.ts';
import { readFigures } from './read-figures.ts';
import { sendHooks } from './send-hooks.ts';
import { getSetting } from './settings/queries.ts';
import { logLevel } from './settings/setting.ts';
import { timedWork } from './timed-work.ts';
import { watchedFeishu } from './watched-feishu.ts';
import type { Assets } from './web/assets.ts';
import { missingPage, webRoutes } from './web/routes.ts';

export type App = {
  /** The HTTP side. */
  fetch: (request: Request, env?: object) => Response | Promise<Response>;
  /** The door for payloads of the long connection. */
  receive: Receive;
  /** All timed work that is due by now. */
  tick: () => Promise<void>;
  /** Handles what has arrived and sends what waits; returns when nothing is due. */
  work: () => Promise<void>;
  /** What `/metrics` shows of this county. */
  figures: () => Promise<CountyFigures>;
};

/**
 * The application over its effects. `background` keeps work alive that outlives an answer (Workers: `ctx.waitUntil`);
 * `signal` ends it: what is in hand is finished, nothing more is begun. `upkeep` is what only this edge can do once all
 * other timed work is done (Node: the daily backup).
 */
export function createApp(
  given: Deps,
  options: {
    background?: (work: Promise<unknown>) => void;
    signal?: AbortSignal;
    upkeep?: () => Promise<void>;
    /** How patiently events are handled and messages sent; both have their own defaults. */
    patience?: Patience;
    sendPlan?: SendPlan;
    /** Files of the dashboard, where the edge can read some. */
    assets?: Assets;
    /** Gauges that only this edge knows. */
    gauges?: () => Promise<Record<string, number>>;
  } = {},
): App {
  const metrics = given.metrics ?? createMetrics();
  const deps = {
    ...given,
    metrics,
    feishu: watchedFeishu(given, metrics),
  };
  const { db, log, config } = deps;
  const handlers = createHandlers(deps);
  const botOpenId = remembered(async () => (await deps.feishu.botInfo()).openId);
  const stop = options.signal ? { signal: options.signal } : {};
  const patience = options.patience ? { patience: options.patience } : {};
  const plan = options.sendPlan ? { plan: options.sendPlan } : {};

  const send = coalesced(async (called) => {
    const sent = await sendOutbox(deps, sendHooks(deps), { ...stop, ...plan, called });
    for (const [result, n] of Object.entries(sent)) metrics.count('gongxin_sends_total', result, n);
  });
  const inBackground = (run: () => Promise<void>) => () => {
    const done = run().catch((error: unknown) => {
      // What is stored waits for the next tick; nothing is lost.
      log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'work interrupted');
    });
    options.background?.(done);
  };
  const drain = coalesced(async (called) => {
    const drained = await drainInbox({ db, log, botOpenId }, handlers, {
      ...stop,
      ...patience,
      called,
      // Its answers go out while others are still being handled.
      onHandled: inBackground(send),
    });
    for (const [outcome, n] of Object.entries(drained))
      metrics.count('gongxin_events_total', outcome, n);
  });
  const work = async () => {
    await drain();
    await send();
  };
  const kick = inBackground(work);

  const receive = createReceiver({
    db,
    log,
    now: deps.now,
    handlers,
    onStored: kick,
    ...patience,
    background: (late) => {
      options.background?.(late);
      void late.then(kick);
    },
  });
  const receiveAndKick: Receive = async (payload, text) => {
    const received = await receive(payload, text);
    if (received.kind === 'click') kick();
    return received;
  };

  // Only when it was changed: a signal to this process alone must not be undone by the next tick.
  let followed = '';
  const followLogLevel = async () => {
    const { level, until } = await getSetting(db, logLevel);
    if (until !== followed) log.setLevel?.(level, new Date(until));
    followed = until;
  };

  const figures = async (): Promise<CountyFigures> => {
    const read = await readFigures(deps, options.gauges);
    return { metrics, ...(read ? { figures: read } : {}) };
  };

  const { FEISHU_ENCRYPT_KEY: encryptKey, FEISHU_VERIFICATION_TOKEN: token } = config;
  const app = new Hono();
  app.route(
    '/',
    webhookRoutes({
      security: encryptKey && token ? { encryptKey, verificationToken: token } : undefined,
      receive: receiveAndKick,
      now: deps.now,
      log,
      count: (outcome, milliseconds) => {
        metrics.count('gongxin_webhook_total', outcome);
        metrics.observe('webhook', milliseconds);
      },
    }),
  );
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const problem = await ping(db);
    return problem ? c.json({ ok: false, reason: problem }, 503) : c.json({ ok: true });
  });
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(config, c.req.header('authorization'), c.env))
      return c.text('forbidden', 403);
    return c.text(metricsText([await figures()]));
  });

  app.route('/', webRoutes({ deps, ...(options.assets ? { assets: options.assets } : {}) }));

  app.notFound((c) => missingPage(c, deps));

  return {
    fetch: (request, env) => app.fetch(request, env),
    receive: receiveAndKick,
    tick: async () => {
      // Also finds out whether the database answers: without it none of the rest can be done.
      await followLogLevel();
      await timedWork(deps, deps.now(), { work, upkeep: options.upkeep });
    },
    work,
    figures,
  };
}
