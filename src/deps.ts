import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import type { ReadResult } from './documents/document.ts';
import type { Feishu } from './feishu/client.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Embedder } from './model/embedder.ts';
import type { Model } from './model/model.ts';

/** All effects of the application. */
export type Deps = {
  db: Db;
  feishu: Feishu;
  now: () => Date;
  newId: () => string;
  log: Log;
  config: Config;
  /** Only where one is configured: everything works without them. */
  model?: Model;
  embedder?: Embedder;
  /** What is counted and timed for `/metrics`; the application brings its own where the edge keeps none. */
  metrics?: Metrics;
  /** Reads a file behind the guard; on Node in a worker with limits, elsewhere in process up to a size. */
  readDocument: (file: { name: string; bytes: Uint8Array }) => Promise<ReadResult>;
  /** A voice message as the samples that recognition takes; undefined for another format. Not on Workers. */
  pcmOf?: (voice: Uint8Array) => Promise<Uint8Array | undefined>;
};
