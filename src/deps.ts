import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import type { Feishu } from './feishu/client.ts';
import type { Log } from './log.ts';

/** All effects of the application. */
export type Deps = {
  db: Db;
  feishu: Feishu;
  now: () => Date;
  newId: () => string;
  log: Log;
  config: Config;
};
