import { type ChildProcess, fork } from 'node:child_process';
import type { ProcessOptions } from './options.ts';
import { pause } from './random.ts';
import { openWire } from './wire.ts';

export type Fleet = {
  /** Leads to any process that lives. */
  port: number;
  /** SIGKILL, and a new process in its place. */
  kill: (dice: number) => Promise<void>;
  /** The time for all processes; each may be told it wrongly by up to `skewMs`. */
  setClock: (at: Date, skewMs?: (slot: number) => number) => void;
  /** JSON of a path of any process; asked again until one answers. */
  get: <T>(path: string) => Promise<T>;
  /** How many processes ended although nobody killed them. */
  ended: () => number;
  stop: () => Promise<void>;
};

type Slot = { child: ChildProcess; port: number | undefined };

/** Starts `count` processes of the product behind one port. */
export async function startFleet(
  count: number,
  options: Omit<ProcessOptions, 'now'>,
  nowOf: () => Date,
): Promise<Fleet> {
  const slots: Slot[] = [];
  let ended = 0;
  const start = async (at: number) => {
    const settings: ProcessOptions = { ...options, now: nowOf().toISOString() };
    const child = fork(new URL('./process.ts', import.meta.url), [JSON.stringify(settings)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const slot: Slot = { child, port: undefined };
    slots[at] = slot;
    slot.port = await new Promise<number>((resolve, reject) => {
      child.once('message', (m: { port: number }) => resolve(m.port));
      child.once('exit', () => reject(new Error('a process ended before it listened')));
    });
    child.once('exit', () => {
      if (slot.port !== undefined) ended++;
      slot.port = undefined;
    });
  };
  const end = async (at: number) => {
    const slot = slots[at];
    if (!slot) return;
    slot.port = undefined;
    const gone = new Promise((resolve) => slot.child.once('exit', resolve));
    slot.child.kill('SIGKILL');
    await gone;
  };
  // One after the other: the first one migrates.
  for (let at = 0; at < count; at++) await start(at);
  let turn = 0;
  const wire = await openWire(() => {
    const living = slots.flatMap((s) => s.port ?? []);
    return living[turn++ % living.length];
  });
  return {
    port: wire.port,
    kill: async (dice) => {
      const at = Math.floor(dice * slots.length);
      await end(at);
      await start(at);
    },
    setClock: (at, skewMs = () => 0) => {
      slots.forEach(({ child, port }, slot) => {
        const clock = new Date(at.getTime() + skewMs(slot)).toISOString();
        if (port !== undefined) child.send({ clock });
      });
    },
    get: async <T>(path: string): Promise<T> => {
      for (let tries = 0; ; tries++) {
        try {
          const response = await fetch(`http://127.0.0.1:${wire.port}${path}`, {
            signal: AbortSignal.timeout(30_000),
          });
          // Guarantee of the cast: the answer of our own process beside this file.
          if (response.ok) return (await response.json()) as T;
        } catch {
          // The process was killed meanwhile, or its database is away.
        }
        if (tries > 600) throw new Error(`no answer to ${path}`);
        await pause(200);
      }
    },
    ended: () => ended,
    stop: async () => {
      await wire.close();
      for (let at = 0; at < slots.length; at++) await end(at);
    },
  };
}
