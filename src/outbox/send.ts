import type { Config } from '../config.ts';
import type { Db } from '../db/db.ts';
import type { Feishu, Recipient } from '../feishu/client.ts';
import { FeishuError, treatmentOf } from '../feishu/errors.ts';
import { faultText } from '../inbox/handle.ts';
import { workOff } from '../inbox/work-off.ts';
import type { Log } from '../log.ts';
import { getSetting } from '../settings/queries.ts';
import { pushPaused } from '../settings/setting.ts';
import { deliver } from './deliver.ts';
import { holdBack, type Pace, reserve } from './pace-queries.ts';
import {
  type ClaimedMessage,
  claimMessages,
  findMessage,
  giveUp,
  markSent,
  postpone,
} from './queries.ts';
import { countApiCall, type QuotaWarning, quotaState } from './quota.ts';

/** What the application does about sending; each runs in the transaction of the message it is about. */
export type SendHooks = {
  /** `person`, `chat`: cannot be reached any more; `settings`: muted or forbidden there. Mark it, tell the office. */
  undeliverable?: (
    tx: Db,
    fault: { to: Recipient; kind: 'person' | 'chat' | 'settings'; code: number; why: string },
  ) => Promise<void>;
  /** 可能已送达: the office decides with `resend` or `confirmDelivered`. */
  uncertain?: (tx: Db, message: { key: string; to: Recipient }) => Promise<void>;
  /** Nothing is sent until somebody acts in the console; tried again every ten minutes. */
  stopped?: (tx: Db, fault: { code: number; why: string }) => Promise<void>;
  quota?: (tx: Db, warning: QuotaWarning) => Promise<void>;
};

export type SendPlan = {
  /** Longer than all waits and calls of one message together. */
  leaseMs: number;
  /** Pauses after the first, second … failed try; one try more than pauses, then dead. */
  pausesMs: number[];
  /** The platform remembers a uuid for an hour; what may have been delivered is not tried later than this. */
  uuidMs: number;
  stopMs: number;
  atOnce: number;
  /** To one person or chat: 5 a second. */
  laneGapMs: number;
  /** For the app: 50 a second and 1 000 a minute. */
  app: Pace[];
};

/** Timers jitter: gaps of 200 and 20 ms gave 6 and 62 a second, hence 230 and 24. 180 + 60 s / 75 ms stay under 1 000. */
export const SEND_PLAN: SendPlan = {
  leaseMs: 90_000,
  pausesMs: [1, 5, 30, 120, 600, 900, 900, 900, 3_600, 3_600, 7_200, 7_200].map((s) => s * 1000),
  uuidMs: 55 * 60_000,
  stopMs: 10 * 60_000,
  atOnce: 12,
  laneGapMs: 230,
  app: [
    { key: 'app', gapMs: 24, burst: 0 },
    { key: 'app-minute', gapMs: 75, burst: 180 },
  ],
};

export type SendDeps = {
  db: Db;
  feishu: Feishu;
  now: () => Date;
  log: Log;
  config: Pick<Config, 'APP_TIMEZONE' | 'PUBLIC_URL'>;
};

export type Sent = { sent: number; postponed: number; dead: number; uncertain: number };

/**
 * Sends what is due, to each person and chat in order, in any number of processes. Returns when nothing is due; rejects
 * when the database is away. After `signal` is aborted what is in hand is finished and nothing more is begun.
 */
export async function sendOutbox(
  deps: SendDeps,
  hooks: SendHooks = {},
  options: { plan?: SendPlan; signal?: AbortSignal } = {},
): Promise<Sent> {
  const plan = options.plan ?? SEND_PLAN;
  const tally: Sent = { sent: 0, postponed: 0, dead: 0, uncertain: 0 };
  await workOff({
    claim: async (limit) =>
      claimMessages(deps.db, {
        limit,
        leaseMs: plan.leaseMs,
        now: deps.now(),
        holdPushes: await getSetting(deps.db, pushPaused),
      }),
    work: async (row) => {
      try {
        tally[await sendOne({ ...deps, hooks, plan }, row)]++;
      } catch (error) {
        // The database is away: the lease brings the message back, the uuid keeps it from being doubled.
        deps.log.error({ key: row.key, reason: faultText(error) }, 'message left to its lease');
      }
    },
    atOnce: plan.atOnce,
    signal: options.signal,
  });
  return tally;
}

type Context = SendDeps & { hooks: SendHooks; plan: SendPlan };

async function sendOne(context: Context, row: ClaimedMessage): Promise<keyof Sent> {
  const { db, feishu, plan, config } = context;
  const to: Recipient = { type: row.toType, id: row.toId };
  // A patch may be repeated at any time: it says the same again.
  if (row.kind === 'message' && (row.maybeSentForMs ?? 0) > plan.uuidMs)
    return end(context, row, 'uncertain', 'no answer within the hour of the uuid');
  if (row.optional && (await quotaState(db, context.now(), config.APP_TIMEZONE)).isNearlyUsed)
    return end(context, row, 'dead', 'the quota of the month is nearly used up');
  const beforeCall = async () => {
    await wait(await reserve(db, [{ key: row.lane, gapMs: plan.laneGapMs, burst: 0 }]));
    await wait(await reserve(db, plan.app));
  };
  try {
    if (row.kind === 'patch') return await patch(context, row, beforeCall);
    const { messageId, changes } = await deliver(
      feishu,
      { to, replyTo: row.replyTo ?? undefined, content: row.content },
      { uuid: await uuidOf(row.key), link: config.PUBLIC_URL, beforeCall },
    );
    return await delivered(context, row, messageId, { changes });
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    return treat(context, row, error);
  }
}

async function patch(
  context: Context,
  row: ClaimedMessage,
  beforeCall: () => Promise<void>,
): Promise<keyof Sent> {
  const target = await findMessage(context.db, row.target ?? '');
  if (!target?.messageId || row.content.type !== 'card')
    return end(context, row, 'dead', 'its message was not delivered');
  await beforeCall();
  await context.feishu.patchCard(target.messageId, row.content.card);
  return delivered(context, row, null, {});
}

async function delivered(
  { db, log, now, config, hooks }: Context,
  row: ClaimedMessage,
  messageId: string | null,
  fields: Record<string, unknown>,
): Promise<'sent'> {
  await db.transaction(async (tx) => {
    if (!(await markSent(tx, row, messageId))) return;
    const warning = await countApiCall(tx, now(), config.APP_TIMEZONE);
    if (warning) await hooks.quota?.(tx, warning);
  });
  log.info({ key: row.key, messageId, ...fields }, 'message sent');
  return 'sent';
}

/** A message that failed: what the platform's code asks for. */
async function treat(
  context: Context,
  row: ClaimedMessage,
  error: FeishuError,
): Promise<keyof Sent> {
  const { db, hooks, plan, log } = context;
  const { treatment, why } = treatmentOf(error);
  const code = error.code ?? 0;
  const to: Recipient = { type: row.toType, id: row.toId };
  const reason = `${code || error.httpStatus || 'no answer'} ${why}`;
  const later = { maybeSent: error.uncertain, reason, code: error.code };
  log.warn({ key: row.key, code, logId: error.logId, treatment, reason }, 'message not sent');
  switch (treatment) {
    case 'wait': {
      const delayMs = error.retryAfterMs ?? plan.pausesMs[0] ?? 0;
      // The chat's own limit is kept by this row, which the chat's others wait for.
      if (code !== PER_CHAT) await holdBack(db, 'throttled', delayMs);
      await postpone(db, row, { ...later, delayMs, counts: false });
      return 'postponed';
    }
    case 'retry': {
      const delayMs = plan.pausesMs[row.failures];
      if (delayMs === undefined) {
        const maybeSent = row.maybeSentForMs !== null || error.uncertain;
        const state = maybeSent && row.kind === 'message' ? 'uncertain' : 'dead';
        return end(context, row, state, reason, code);
      }
      await postpone(db, row, { ...later, delayMs, counts: true });
      return 'postponed';
    }
    case 'stop-queue':
    case 'alert':
    case 'reauth':
      await db.transaction(async (tx) => {
        await postpone(tx, row, { ...later, delayMs: plan.stopMs, counts: false });
        if (await holdBack(tx, 'stopped', plan.stopMs)) await hooks.stopped?.(tx, { code, why });
      });
      return 'postponed';
    case 'unreachable-person':
    case 'unreachable-chat':
    case 'refused-by-settings':
      return end(context, row, 'dead', reason, code, async (tx) =>
        hooks.undeliverable?.(tx, { to, kind: UNDELIVERABLE[treatment], code, why }),
      );
    default:
      return end(context, row, 'dead', reason, code);
  }
}

/** Too many messages to one chat; all other throttling is the app's. */
const PER_CHAT = 230020;

const UNDELIVERABLE = {
  'unreachable-person': 'person',
  'unreachable-chat': 'chat',
  'refused-by-settings': 'settings',
} as const;

async function end(
  { db, log, hooks }: Context,
  row: ClaimedMessage,
  state: 'dead' | 'uncertain',
  reason: string,
  code?: number,
  tell?: (tx: Db) => Promise<void>,
): Promise<'dead' | 'uncertain'> {
  await db.transaction(async (tx) => {
    if (!(await giveUp(tx, row, { state, reason, code }))) return;
    await tell?.(tx);
    if (state === 'uncertain')
      await hooks.uncertain?.(tx, { key: row.key, to: { type: row.toType, id: row.toId } });
  });
  log.error({ key: row.key, state, reason }, 'message given up');
  return state;
}

/** The platform's idempotency key: the same for every try of a row, at most 50 characters. */
async function uuidOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

async function wait(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
