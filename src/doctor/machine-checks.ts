import type { Config } from '../config.ts';
import { databaseTime, migrationState } from '../db/migration-state.ts';
import type { Deps } from '../deps.ts';
import { FeishuError } from '../feishu/errors.ts';
import { countRows, lastReceived } from '../inbox/queries.ts';
import { quotaState } from '../outbox/quota.ts';
import { countMessages } from '../outbox/stuck-queries.ts';
import { getSetting } from '../settings/queries.ts';
import { pushPaused } from '../settings/setting.ts';
import { asOfText } from '../summary/wording.ts';
import { broken, type Finding, notice, ok } from './check.ts';
import { webhookAddress } from './webhook-address.ts';
import { NO_ANSWER_MEND, PLACE_UNKNOWN, PLACES, words as w } from './wording.ts';

/** Beyond five minutes the webhook refuses what Feishu sends; beyond one somebody should set the clock. */
const CLOCK_NOTICE_MS = 60_000;
const CLOCK_BROKEN_MS = 300_000;

/** A daily backup and a day to spare. */
const BACKUP_OLD_MS = 48 * 3_600_000;

export function checkSettings(config: Config): Finding {
  if (config.simulator) return ok(w.simulator);
  if (!config.PUBLIC_URL) return notice(w.noPublicUrl, w.noPublicUrlMend);
  return ok(w.real(config.FEISHU_APP_ID ?? '', config.FEISHU_TRANSPORT));
}

export async function checkDatabase({ db, config }: Deps): Promise<Finding> {
  await databaseTime(db);
  if (config.DATABASE_URL) return ok(w.databaseOk('Postgres'));
  return config.simulator ? ok(w.databaseOk('PGlite')) : notice(w.embedded, w.embeddedMend);
}

export async function checkMigrations({ db }: Deps): Promise<Finding> {
  const { known, applied } = await migrationState(db);
  if (applied < known) return broken(w.migrationsOld(applied, known), w.migrationsOldMend);
  if (applied > known) return broken(w.migrationsNewer(applied, known), w.migrationsNewerMend);
  return ok(w.migrationsOk(applied));
}

/** This machine's clock against the database's and, where it can be asked, the platform's. */
export async function checkClock(deps: Deps): Promise<Finding> {
  const { config } = deps;
  if (config.APP_NOW || config.simulator)
    return ok(w.clockSet(asOfText(deps.now(), config.APP_TIMEZONE)));
  const platform = await platformTime(config.FEISHU_BASE_URL);
  const clocks: [string, Date][] = [
    [w.clockDatabase, await databaseTime(deps.db)],
    ...(platform ? [[w.clockFeishu, platform] satisfies [string, Date]] : []),
  ];
  const worst = clocks
    .map(([name, at]) => ({ name, off: Date.now() - at.getTime() }))
    .sort((a, b) => Math.abs(b.off) - Math.abs(a.off))[0];
  if (!worst || Math.abs(worst.off) < CLOCK_NOTICE_MS)
    return ok(w.clockOk(clocks.map(([name]) => name)));
  const says = w.clockOff(worst.name, worst.off / 1000);
  return Math.abs(worst.off) < CLOCK_BROKEN_MS
    ? notice(says, w.clockMend)
    : broken(says, w.clockMend);
}

/** What the platform's web server says the time is; undefined when it does not answer. */
async function platformTime(baseUrl: string): Promise<Date | undefined> {
  try {
    const answer = await fetch(baseUrl, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    });
    const at = new Date(answer.headers.get('date') ?? Number.NaN);
    return Number.isNaN(at.getTime()) ? undefined : at;
  } catch {
    return undefined;
  }
}

export function checkZone({ config, now }: Deps): Finding {
  const zone = config.APP_TIMEZONE;
  const shown = asOfText(now(), zone);
  // A place with Beijing's time under another name is fine.
  const same = shown === asOfText(now(), 'Asia/Shanghai');
  return same ? ok(w.zoneOk(zone, shown)) : notice(w.zoneOther(zone, shown), w.zoneMend);
}

export async function checkOutbox({ db }: Deps): Promise<Finding> {
  const { pending, dead, uncertain } = await countMessages(db);
  if (dead + uncertain > 0) return notice(w.outboxStuck(dead, uncertain), w.outboxMend);
  if (await getSetting(db, pushPaused)) return notice(w.outboxPaused(pending), w.outboxPausedMend);
  return ok(w.outboxOk(pending));
}

export async function checkInbox({ db }: Deps): Promise<Finding> {
  const { pending, parked } = await countRows(db);
  return parked > 0 ? notice(w.inboxParked(parked), w.inboxMend) : ok(w.inboxOk(pending));
}

/** Calls of this month against what the tenant may make. */
export async function checkQuota({ db, now, config }: Deps): Promise<Finding> {
  const { calls, quota, isNearlyUsed } = await quotaState(db, now(), config.APP_TIMEZONE);
  return isNearlyUsed
    ? notice(w.quotaNearly(calls, quota), w.quotaMend)
    : ok(w.quotaOk(calls, quota));
}

/** `newest`: when the newest daily backup was written, as far as this machine has it. */
export function checkBackup(
  { config, now }: Deps,
  folder: string,
  newest: Date | undefined,
): Finding {
  if (config.simulator) return ok(w.backupSimulator);
  const mend = w.backupMend(folder);
  if (!newest) return notice(w.backupNone, mend);
  const age = now().getTime() - newest.getTime();
  return age > BACKUP_OLD_MS ? notice(w.backupLast(age), mend) : ok(w.backupLast(age));
}

/** A live call with the credentials. */
export async function checkFeishu({ feishu, config }: Deps): Promise<Finding> {
  if (config.simulator) return ok(w.feishuSkipped);
  try {
    return ok(w.feishuOk((await feishu.botInfo()).name));
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    const { code } = error;
    if (code === undefined) return broken(w.feishuNoAnswer(error.message), NO_ANSWER_MEND);
    const place = PLACES.find((p) => p.codes.includes(code)) ?? PLACE_UNKNOWN;
    return broken(w.feishuRefused(code, place.reason), place.mend);
  }
}

/** Subscriptions cannot be read from the platform; that something arrives is the proof. */
export async function checkEvents({ db, config }: Deps): Promise<Finding> {
  if (config.simulator) return ok(w.feishuSkipped);
  const last = await lastReceived(db);
  if (last) return ok(w.eventsLast((await databaseTime(db)).getTime() - last.getTime()));
  const address = webhookAddress(config.PUBLIC_URL ?? 'https://…');
  return notice(
    w.eventsNone,
    config.FEISHU_TRANSPORT === 'websocket' ? w.eventsMendSocket : w.eventsMendWebhook(address),
  );
}
