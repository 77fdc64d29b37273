import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export type NodeProcess = {
  url: string;
  port: number;
  child: ChildProcess;
  /** What it has written so far, both streams. */
  written: () => string;
  /** Sends a signal and waits for the end; the exit code and how long it took. */
  stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>;
};

/** `npm start` as a process of its own: nothing of this environment but the path. */
export async function startNode(
  settings: Record<string, string>,
  options: { root?: string; executable?: string; ready?: (url: string) => Promise<boolean> } = {},
): Promise<NodeProcess> {
  const port = await freePort();
  const argv = ['--disable-warning=ExperimentalWarning', 'src/node.ts'];
  const child = spawn(options.executable ?? process.execPath, argv, {
    cwd: options.root ?? ROOT,
    env: { PATH: process.env.PATH, PORT: String(port), SIMULATOR_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => lines.push(String(data)));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const written = () => lines.join('');
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const started = performance.now();
    if (child.exitCode === null) child.kill(signal);
    return { code: await ended, ms: performance.now() - started };
  };
  const url = `http://127.0.0.1:${port}`;
  const ready = options.ready ?? (async (at) => (await fetch(`${at}/readyz`)).ok);
  for (const end = Date.now() + 90_000; ; ) {
    if (await ready(url).catch(() => false)) return { url, port, child, written, stop };
    if (child.exitCode !== null || Date.now() > end) {
      await stop('SIGKILL');
      throw new Error(`the process does not start:\n${written()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}
