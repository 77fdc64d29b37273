import { Hono } from 'hono';
import { HOLIDAYS_KNOWN } from './calendar/working-days.ts';
import { ping } from './db/ping.ts';
import type { Deps } from './deps.ts';
import type { CardAction, CardAnswer, IncomingEvent } from './feishu/event.ts';
import { drainInbox } from './inbox/drain.ts';
import type { Handlers } from './inbox/handle.ts';
import { countRows, forgetOldRows } from './inbox/queries.ts';
import { createReceiver, type Receive } from './inbox/receive.ts';
import { type WebhookOutcome, webhookRoutes } from './inbox/webhook.ts';
import { handleClick } from './intent/handle-click.ts';
import { handleEvent } from './intent/handle-event.ts';
import { tellLeaders } from './intent/leader-digest.ts';
import { words } from './intent/wording.ts';
import { metricsText } from './metrics.ts';
import { enqueue, enqueuePatch } from './outbox/enqueue.ts';
import { sendOutbox } from './outbox/send.ts';
import { findByMessageId } from './outbox/sent-queries.ts';
import { countMessages } from './outbox/stuck-queries.ts';
import { tellDigest, tellEve } from './remind/eve.ts';
import { nudgeDueUnits } from './remind/nudge.ts';
import { remindDue } from './remind/remind.ts';
import { renewCards } from './remind/renew.ts';
import { sendHooks } from './send-hooks.ts';
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
};

/**
 * The application over its effects. `background` keeps work alive that outlives an answer (Workers: `ctx.waitUntil`);
 * `signal` ends it: what is in hand is finished, nothing more is begun. `upkeep` is what only this edge can do once all
 * other timed work is done (Node: the daily backup).
 */
export function createApp(
  deps: Deps,
  options: {
    background?: (work: Promise<unknown>) => void;
    signal?: AbortSignal;
    upkeep?: () => Promise<void>;
    /** Files of the dashboard, where the edge can read some. */
    assets?: Assets;
  } = {},
): App {
  const { db, log, config } = deps;
  const outcomes = new Map<WebhookOutcome, number>();
  const handlers = createHandlers(deps);
  const botOpenId = remembered(async () => (await deps.feishu.botInfo()).openId);
  const stop = options.signal ? { signal: options.signal } : {};

  const work = coalesced(async () => {
    await drainInbox({ db, log, botOpenId }, handlers, stop);
    await sendOutbox(deps, sendHooks(deps), stop);
  });
  const kick = () => {
    const done = work().catch((error: unknown) => {
      // What is stored waits for the next tick; nothing is lost.
      log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'work interrupted');
    });
    options.background?.(done);
  };

  const receive = createReceiver({
    db,
    log,
    now: deps.now,
    handlers,
    onStored: kick,
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

  const { FEISHU_ENCRYPT_KEY: encryptKey, FEISHU_VERIFICATION_TOKEN: token } = config;
  const app = new Hono();
  app.route(
    '/',
    webhookRoutes({
      security: encryptKey && token ? { encryptKey, verificationToken: token } : undefined,
      receive: receiveAndKick,
      now: deps.now,
      log,
      count: (outcome) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1),
    }),
  );
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const problem = await ping(db);
    return problem ? c.json({ ok: false, reason: problem }, 503) : c.json({ ok: true });
  });
  app.get('/metrics', async (c) => {
    const bearer = c.req.header('authorization');
    const isOpen = config.METRICS_TOKEN
      ? bearer === `Bearer ${config.METRICS_TOKEN}`
      : isLocalPeer(c.env);
    if (!isOpen) return c.text('forbidden', 403);
    const [inbox, outbox] = await Promise.all([countRows(db), countMessages(db)]);
    return c.text(
      metricsText({ webhook: outcomes, inbox, outbox, holidaysUntil: HOLIDAYS_KNOWN.until }),
    );
  });

  app.route('/', webRoutes({ deps, ...(options.assets ? { assets: options.assets } : {}) }));

  app.notFound((c) => missingPage(c, deps));

  return {
    fetch: (request, env) => app.fetch(request, env),
    receive: receiveAndKick,
    tick: async () => {
      const now = deps.now();
      await tellEve(deps, now);
      await remindDue(deps, now);
      await renewCards(deps, now);
      await nudgeDueUnits(deps, now);
      await tellDigest(deps, now);
      await tellLeaders(deps, now);
      await forgetOldRows(db);
      await work();
      await options.upkeep?.();
    },
    work,
  };
}

/** Whether the caller is on this machine, as far as the edge knows its address; where it does not, no. */
function isLocalPeer(env: unknown): boolean {
  // Node's edge passes the socket along (@hono/node-server); other edges have none.
  const peer = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket?.remoteAddress;
  return peer !== undefined && /^(?:::1|(?:::ffff:)?127\.)/.test(peer);
}

function createHandlers(deps: Deps): Handlers {
  return {
    event: (event, work) => handleEvent(deps, event, work),
    card: (action, work) => handleClick(deps, action, work),
    parked: async (tx, event) => {
      const failed = failureOf(event);
      if (failed) await enqueue(tx, { ...failed, purpose: 'answer' });
    },
    lateAnswer: (db, action, answer) => refreshLater(db, action, answer),
  };
}

/** One plain sentence to whoever asked for what could not be done. */
function failureOf(event: IncomingEvent | CardAction) {
  const content = { type: 'text', text: words.failed } as const;
  if (event.kind === 'message')
    return {
      key: `failed:${event.messageId}`,
      to: { type: 'chat_id', id: event.chatId } as const,
      replyTo: event.messageId,
      content,
    };
  if (event.kind === 'card-action')
    return {
      key: `failed:${event.eventId}`,
      to: { type: 'open_id', id: event.openId } as const,
      content,
    };
  return undefined;
}

/** A click that took longer than the client waits: the card is refreshed, or the sentence sent, afterwards. */
async function refreshLater(db: Deps['db'], action: CardAction, answer: CardAnswer): Promise<void> {
  const sent = await findByMessageId(db, action.messageId);
  if (answer.card && sent) {
    await enqueuePatch(db, { key: `late:${action.eventId}`, of: sent.key, card: answer.card });
  } else if (answer.toast) {
    await enqueue(db, {
      key: `late:${action.eventId}`,
      to: { type: 'open_id', id: action.openId },
      content: { type: 'text', text: answer.toast.content },
      purpose: 'answer',
    });
  }
}

/** Runs `task` once at a time; calls that come meanwhile share one more run after it. */
function coalesced(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = async () => {
    try {
      await task();
    } finally {
      running = undefined;
    }
  };
  return () => {
    if (!running) {
      running = run();
      return running;
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        running = run();
        return running;
      });
    return next;
  };
}

/** Keeps the first answer; a failure is asked again. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}
