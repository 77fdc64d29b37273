import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import type { Deps } from './deps.ts';
import { readDocument } from './documents/read-document.ts';
import { createFeishu } from './feishu/sdk.ts';
import { createLog, type Log } from './log.ts';
import { openEmbedder } from './model/embedder.ts';
import { openModel } from './model/model.ts';
import { pcmOf } from './voice/pcm.ts';

const NOBODY = 'cli_none';

/** The effects of a Node process. Without credentials the pocket Feishu's stand in (see `simulator`). */
export function createDeps(parts: {
  config: Config;
  db: Db;
  clock: Clock;
  log?: Log;
  simulator?: { baseUrl: string; appId: string; appSecret: string };
}): Deps {
  const { config, db, clock, simulator } = parts;
  const log =
    parts.log ?? createLog(config.LOG_LEVEL, (line) => void process.stderr.write(`${line}\n`));
  return {
    db,
    now: clock.now,
    newId: randomUUID,
    log,
    config,
    model: openModel(config),
    embedder: openEmbedder(config),
    readDocument,
    pcmOf,
    feishu: createFeishu({
      // A command without a server has no credentials for the pocket: its calls are refused, and names stay ids.
      appId: simulator?.appId ?? config.FEISHU_APP_ID ?? NOBODY,
      appSecret: simulator?.appSecret ?? config.FEISHU_APP_SECRET ?? NOBODY,
      baseUrl:
        simulator?.baseUrl ??
        (config.simulator ? `http://127.0.0.1:${config.SIMULATOR_PORT}` : config.FEISHU_BASE_URL),
      log,
    }),
  };
}
