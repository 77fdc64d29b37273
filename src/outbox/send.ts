import type { Recipient } from '../feishu/client.ts';
import { FeishuError } from '../feishu/errors.ts';
import { faultText } from '../inbox/handle.ts';
import { workOff } from '../inbox/work-off.ts';
import { getSetting } from '../settings/queries.ts';
import { pushPaused } from '../settings/setting.ts';
import { deliver } from './deliver.ts';
import {
  type Context,
  delivered,
  end,
  type SendDeps,
  type SendHooks,
  type SendPlan,
  type Sent,
  treat,
} from './outcome.ts';
import { reserve } from './pace-queries.ts';
import { type ClaimedMessage, claimMessages, findMessage } from './queries.ts';
import { holdsOptional } from './quota.ts';

/**
 * Timers jitter: gaps of 200 and 20 ms gave 6 and 62 a second, hence 230 and 24. 10 + 60 s / 61.7 ms are 982 in the worst
 * minute: a burst costs each later minute as much, and ten thousand reminders are many minutes.
 */
export const SEND_PLAN: SendPlan = {
  leaseMs: 90_000,
  pausesMs: [1, 5, 30, 120, 600, 900, 900, 900, 3_600, 3_600, 7_200, 7_200].map((s) => s * 1000),
  uuidMs: 55 * 60_000,
  stopMs: 10 * 60_000,
  atOnce: 12,
  laneGapMs: 230,
  app: [
    { key: 'app', gapMs: 24, burst: 0 },
    { key: 'app-minute', gapMs: 61.7, burst: 10 },
  ],
};

/**
 * Sends what is due, to each person and chat in order, in any number of processes. Returns when nothing is due; rejects
 * when the database is away. After `signal` is aborted what is in hand is finished and nothing more is begun. `called`
 * resolves when there is more: it is claimed beside what is in hand.
 */
export async function sendOutbox(
  deps: SendDeps,
  hooks: SendHooks = {},
  options: { plan?: SendPlan; signal?: AbortSignal; called?: () => Promise<void> } = {},
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
        // What is neither reminder nor confirmation waits for the next month, or for a larger quota.
        holdOptional: await holdsOptional(deps.db, deps.now(), deps.config.APP_TIMEZONE),
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
    called: options.called,
  });
  return tally;
}

async function sendOne(context: Context, row: ClaimedMessage): Promise<keyof Sent> {
  const { db, feishu, plan, config } = context;
  const to: Recipient = { type: row.toType, id: row.toId };
  // A patch may be repeated at any time: it says the same again.
  if (row.kind === 'message' && (row.maybeSentForMs ?? 0) > plan.uuidMs)
    return end(context, row, 'uncertain', 'no answer within the hour of the uuid');
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
