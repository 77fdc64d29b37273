import type { Config } from '../config.ts';
import type { Db } from '../db/db.ts';
import type { Content, Feishu, Recipient } from '../feishu/client.ts';
import { type FeishuError, treatmentOf } from '../feishu/errors.ts';
import { faultText } from '../inbox/handle.ts';
import type { Log } from '../log.ts';
import { holdBack, type Pace } from './pace-queries.ts';
import { type ClaimedMessage, giveUp, markSent, postpone, supersedePatches } from './queries.ts';
import { countApiCalls, type QuotaWarning } from './quota.ts';

/** What the application does about sending; each runs in the transaction of the message it is about. */
export type SendHooks = {
  /** `person`, `chat`: cannot be reached any more; `settings`: muted or forbidden there. Mark it, tell the office. */
  undeliverable?: (
    tx: Db,
    fault: { to: Recipient; kind: 'person' | 'chat' | 'settings'; code: number; why: string },
  ) => Promise<void>;
  /** 可能已送达, or refused for good: the office decides with `resend` or `confirmDelivered`. */
  stuck?: (tx: Db, message: StuckNotice) => Promise<void>;
  /** Nothing is sent until somebody acts in the console; tried again every ten minutes. */
  stopped?: (tx: Db, fault: { code: number; why: string }) => Promise<void>;
  quota?: (tx: Db, warning: QuotaWarning) => Promise<void>;
};

/** `claims` tells the times apart that the same message got stuck. */
export type StuckNotice = {
  key: string;
  to: Recipient;
  state: 'dead' | 'uncertain';
  claims: number;
  content: Content;
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

export type SendDeps = {
  db: Db;
  feishu: Feishu;
  now: () => Date;
  log: Log;
  config: Pick<Config, 'APP_TIMEZONE' | 'PUBLIC_URL'>;
};

export type Sent = { sent: number; postponed: number; dead: number; uncertain: number };

export type Context = SendDeps & { hooks: SendHooks; plan: SendPlan };

/** The platform has it: noted with its id, and counted. */
export async function delivered(
  { db, log, now, config, hooks }: Context,
  row: ClaimedMessage,
  messageId: string | null,
  fields: Record<string, unknown>,
): Promise<'sent'> {
  await db.transaction(async (tx) => {
    if (!(await markSent(tx, row, messageId, now()))) return;
    // One that failed and let this one pass must not come after it.
    if (row.kind === 'patch' && row.target) await supersedePatches(tx, row.target, row.key);
    const warning = await countApiCalls(tx, now(), config.APP_TIMEZONE);
    if (warning) await tell(log, tx, async (t) => hooks.quota?.(t, warning));
  });
  log.info({ key: row.key, messageId, ...fields }, 'message sent');
  return 'sent';
}

/** A message that failed: what the platform's code asks for. */
export async function treat(
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
        if (await holdBack(tx, 'stopped', plan.stopMs))
          await tell(log, tx, async (t) => hooks.stopped?.(t, { code, why }));
      });
      return 'postponed';
    case 'unreachable-person':
    case 'unreachable-chat':
    case 'refused-by-settings':
      return end(context, row, 'dead', reason, code, async (tx) =>
        hooks.undeliverable?.(tx, { to, kind: UNDELIVERABLE[treatment], code, why }),
      );
    case 'left-to-renewal':
      return leaveOld(context, row);
    default:
      return end(context, row, 'dead', reason, code);
  }
}

/**
 * A card of more than 14 days ago: nothing on it can be seen to change or be clicked. The unit has a fresh one since the
 * 13th day where something is open; a card of its own for each late change would only be noise.
 */
async function leaveOld({ db, log }: Context, row: ClaimedMessage): Promise<'dead'> {
  await giveUp(db, row, { state: 'superseded', reason: 'the card is too old to be changed' });
  log.info({ key: row.key }, 'card too old, left as it is');
  return 'dead';
}

/** Too many messages to one chat; all other throttling is the app's. */
const PER_CHAT = 230020;

const UNDELIVERABLE = {
  'unreachable-person': 'person',
  'unreachable-chat': 'chat',
  'refused-by-settings': 'settings',
} as const;

/** Given up: refused for good, or for the office to decide. */
export async function end(
  { db, log, hooks }: Context,
  row: ClaimedMessage,
  state: 'dead' | 'uncertain',
  reason: string,
  code?: number,
  report?: (tx: Db) => Promise<void>,
): Promise<'dead' | 'uncertain'> {
  const { key, claims, content } = row;
  const notice: StuckNotice = {
    key,
    to: { type: row.toType, id: row.toId },
    state,
    claims,
    content,
  };
  await db.transaction(async (tx) => {
    if (!(await giveUp(tx, row, { state, reason, code }))) return;
    if (report) await tell(log, tx, report);
    // What may be left out, and a card's later changes, nobody needs to decide on.
    if (row.kind === 'message' && !row.optional)
      await tell(log, tx, async (t) => hooks.stuck?.(t, notice));
  });
  log.error({ key: row.key, state, reason }, 'message given up');
  return state;
}

/** A report that fails is undone and logged; what it was about stays noted. */
async function tell(log: Log, tx: Db, report: (tx: Db) => Promise<void>): Promise<void> {
  try {
    await tx.transaction(report);
  } catch (error) {
    log.error({ reason: faultText(error) }, 'report about sending failed');
  }
}
