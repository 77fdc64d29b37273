import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { wallClock } from '../calendar/county-time.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/db.ts';
import type { Log } from '../log.ts';
import { claimDay, finishDay } from './claim-queries.ts';
import { writeBackup } from './write.ts';

const KEPT = 14;

/** Offices sleep; what the tick has to do at nine is far. */
const NOT_BEFORE = '02:00';

const NAME = /^gongxin-\d{8}-\d{4}\.jsonl\.gz$/;

export function backupFolder(dataDir: string): string {
  return join(dataDir, 'backups');
}

/**
 * The day's backup, from two in the morning, once a day whoever's tick comes first; the newest 14 are kept. A process
 * that dies over it leaves the day to the next one, an hour later.
 */
export async function backUpDaily(
  deps: { db: Db; now: () => Date; log: Log },
  config: Pick<Config, 'DATA_DIR' | 'APP_TIMEZONE'>,
): Promise<void> {
  const now = deps.now();
  const { day, time } = wallClock(now, config.APP_TIMEZONE);
  if (time < NOT_BEFORE || !(await claimDay(deps.db, day, now))) return;
  const folder = backupFolder(config.DATA_DIR);
  const name = `gongxin-${day.replaceAll('-', '')}-${time.replace(':', '')}.jsonl.gz`;
  await mkdir(folder, { recursive: true });
  const written = await writeBackup(deps.db, join(folder, name), now);
  await finishDay(deps.db, day, now);
  for (const old of (await listBackups(folder)).slice(KEPT)) await rm(join(folder, old));
  deps.log.info({ file: name, rows: written.rows, bytes: written.bytes }, 'daily backup written');
}

/** When the newest daily backup of this folder was written; undefined when there is none. */
export async function newestBackup(folder: string): Promise<Date | undefined> {
  const [newest] = await listBackups(folder);
  return newest === undefined ? undefined : (await stat(join(folder, newest))).mtime;
}

/** Newest first. */
async function listBackups(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.filter((f) => NAME.test(f)).sort((a, b) => (a < b ? 1 : -1));
}
