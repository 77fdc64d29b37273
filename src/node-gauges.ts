import { backupFolder, newestBackup } from './backup/daily.ts';
import type { Config } from './config.ts';

/** What only a Node process knows about itself and its disk. */
export async function nodeGauges(
  config: Pick<Config, 'DATA_DIR'>,
): Promise<Record<string, number>> {
  const newest = await newestBackup(backupFolder(config.DATA_DIR));
  return {
    gongxin_process_resident_bytes: process.memoryUsage().rss,
    gongxin_process_uptime_seconds: Math.round(process.uptime()),
    // Absent on the machines of a cluster that do not hold the backups, and until the first one is written.
    ...(newest
      ? { gongxin_backup_age_seconds: Math.round((Date.now() - newest.getTime()) / 1000) }
      : {}),
  };
}
