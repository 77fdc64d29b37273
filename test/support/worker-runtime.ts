import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFLINE, ROOT, WRANGLER } from './worker-bundle.ts';

export type RunningWorker = {
  url: string;
  /** Lets the cron trigger fire once; resolves when the handler is done. */
  fireCron: () => Promise<Response>;
  /** What the runtime and the Worker have written so far. */
  log: () => string;
  stop: () => Promise<void>;
};

const START_MS = 90_000;

/** Starts the Worker in workerd on this machine. `databaseUrl` stands for Hyperdrive, `vars` for vars and secrets. */
export async function startWorker(options: {
  databaseUrl: string;
  vars: Record<string, string>;
}): Promise<RunningWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-workerd-'));
  const port = await freePort();
  const vars = Object.entries(options.vars).flatMap(([name, value]) => [
    '--var',
    `${name}:${value}`,
  ]);
  const child = spawn(
    process.execPath,
    [
      ...[WRANGLER, 'dev', '--local', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--inspector-port', '0', '--show-interactive-dev-session=false'],
      ...['--persist-to', folder, ...vars],
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        ...OFFLINE,
        CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB: options.databaseUrl,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: workerd is its child and must end with it.
      detached: true,
    },
  );
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => lines.push(String(data)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers(`${url}/healthz`, () => child.exitCode === null))) {
    await stop();
    throw new Error(`the Worker does not start:\n${lines.join('')}`);
  }
  return {
    url,
    fireCron: () => fetch(`${url}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`),
    log: () => lines.join(''),
    stop,
  };
}

async function answers(url: string, alive: () => boolean): Promise<boolean> {
  for (const end = Date.now() + START_MS; Date.now() < end && alive(); ) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (answer) return answer.ok;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}
