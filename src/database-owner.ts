import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import { getSetting, setSetting } from './settings/queries.ts';
import { usedWith } from './settings/setting.ts';

/**
 * Keeps the demonstration and a real county apart: the simulator never runs against a database that has been used with a
 * real app, and the other way round. Returns the line that says so, or undefined when the database may be used.
 */
export async function claimDatabase(db: Db, config: Config): Promise<string | undefined> {
  const wanted = config.simulator ? 'simulator' : 'feishu';
  const found = await getSetting(db, usedWith);
  if (found === wanted) return undefined;
  if (found === 'nobody') {
    await setSetting(db, usedWith, wanted, new Date());
    return undefined;
  }
  return found === 'feishu'
    ? '这个数据库已用于正式的飞书应用，不能再用于演示。请填写 FEISHU_APP_ID 等凭证，或换一个 DATABASE_URL'
    : '这个数据库是演示用的，不能接正式的飞书应用。请换一个 DATABASE_URL 或 DATA_DIR';
}
