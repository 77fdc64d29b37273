import { type ChildProcess, fork } from 'node:child_process';
import { startFakePlatform } from '../support/fake-platform.ts';
import { encrypt, signatureHeaders, textPayload } from '../support/signed.ts';

export type EdgeSoak = {
  seed: number;
  events: number;
  /** SIGKILLs spread over the run. */
  kills: number;
  processes: number;
  /** A Postgres address, or a PGlite folder (then one process). */
  storage: string;
};

export type EdgeResult = {
  /** Violations of "nothing lost, nothing doubled", in words; empty when all is well. */
  wrong: string[];
  kills: number;
  faults: number;
};

/**
 * Pushes events as the platform does (again until 200, some of them twice, out of order) at processes that are killed at
 * random, over a platform that loses answers, fails and throttles; then compares what was done with what was asked.
 */
export async function soakEdge(run: EdgeSoak): Promise<EdgeResult> {
  const random = randomOf(run.seed);
  let faults = 0;
  let isCalm = false;
  const platform = await startFakePlatform({
    appSecret: 's',
    chaos: (name) => {
      const dice = random();
      if (isCalm || name !== 'send' || dice >= 0.1) return undefined;
      faults++;
      if (dice < 0.04) return { lost: true };
      if (dice < 0.08) return { status: 502, body: 'Bad Gateway' };
      if (dice < 0.09) return { status: 400, body: { code: 99991663, msg: 'token' } };
      return {
        status: 429,
        body: { code: 99991400, msg: 'limit' },
        headers: { 'x-ogw-ratelimit-reset': '0.1' },
      };
    },
  });
  const fleet = await startFleet(run, platform.baseUrl);
  try {
    const kills = await pushAll(run, fleet, random);
    isCalm = true;
    await settled(fleet);
    const wrong = await check(
      run,
      fleet,
      platform.delivered.map((d) => String(d.content.text)),
    );
    return { wrong, kills, faults };
  } finally {
    await fleet.stop();
    await platform.close();
  }
}

type Fleet = {
  portOfAny: (dice: number) => number | undefined;
  kill: (dice: number) => Promise<void>;
  stop: () => Promise<void>;
};

async function startFleet(run: EdgeSoak, baseUrl: string): Promise<Fleet> {
  const slots: { child: ChildProcess; port: number | undefined }[] = [];
  const start = async (slot: number) => {
    const child = fork(new URL('./edge-process.ts', import.meta.url), [run.storage, baseUrl], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const entry: (typeof slots)[number] = { child, port: undefined };
    slots[slot] = entry;
    entry.port = await new Promise<number>((resolve, reject) => {
      child.once('message', (port) => resolve(Number(port)));
      child.once('exit', () => reject(new Error('a process ended before it listened')));
    });
  };
  const end = async (slot: number) => {
    const entry = slots[slot];
    if (!entry) return;
    entry.port = undefined;
    const gone = new Promise((resolve) => entry.child.once('exit', resolve));
    entry.child.kill('SIGKILL');
    await gone;
  };
  await Promise.all(Array.from({ length: run.processes }, (_, slot) => start(slot)));
  return {
    portOfAny: (dice) => {
      const open = slots.filter((s) => s.port !== undefined);
      return open[Math.floor(dice * open.length)]?.port;
    },
    kill: async (dice) => {
      const slot = Math.floor(dice * slots.length);
      await end(slot);
      await start(slot);
    },
    stop: async () => {
      for (let slot = 0; slot < slots.length; slot++) await end(slot);
    },
  };
}

/** Pushes every event until it is answered 200; returns how often a process was killed meanwhile. */
async function pushAll(run: EdgeSoak, fleet: Fleet, random: () => number): Promise<number> {
  const pushes = Array.from({ length: run.events }, (_, n) => n)
    .flatMap((n) => (random() < 0.1 ? [n, n] : [n]))
    // Out of order, but not far.
    .map((n) => ({ n, at: n + random() * 20 }))
    .toSorted((a, b) => a.at - b.at);
  let next = 0;
  let kills = 0;
  const every = Math.floor(pushes.length / (run.kills + 1));
  let killing: Promise<void> = Promise.resolve();
  const pusher = async () => {
    for (;;) {
      const push = pushes[next++];
      if (!push) return;
      if (next % every === 0 && kills < run.kills) {
        kills++;
        const dice = random();
        killing = killing.then(() => fleet.kill(dice));
      }
      await pushUntilStored(push.n, fleet, random);
    }
  };
  await Promise.all(Array.from({ length: 8 }, pusher));
  await killing;
  return kills;
}

async function pushUntilStored(n: number, fleet: Fleet, random: () => number): Promise<void> {
  const payload = textPayload(String(n), {
    message_id: `om_asked_${n}`,
    chat_id: `oc_${n % 40}`,
    create_time: String(Date.now()),
  });
  for (;;) {
    const port = fleet.portOfAny(random());
    const status = port === undefined ? 0 : await post(port, payload);
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function post(port: number, payload: unknown): Promise<number> {
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(payload)) });
  try {
    const response = await fetch(`http://127.0.0.1:${port}/webhook/event`, {
      method: 'POST',
      body,
      headers: signatureHeaders(body, new Date()),
      signal: AbortSignal.timeout(3_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

async function get<T>(fleet: Fleet, path: string): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${fleet.portOfAny(0)}${path}`);
  // Cast: the answer of our own process beside this file.
  return (await response.json()) as T;
}

/** Until nothing is left to do, or two minutes. */
async function settled(fleet: Fleet): Promise<void> {
  for (let i = 0; i < 480; i++) {
    const state = await get<{ pending: number; outbox: { pending: number } }>(fleet, '/state');
    if (state.pending === 0 && state.outbox.pending === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function check(run: EdgeSoak, fleet: Fleet, texts: string[]): Promise<string[]> {
  const numbers = Array.from({ length: run.events }, (_, n) => n);
  const count = new Map<string, number>();
  for (const text of texts) count.set(text, (count.get(text) ?? 0) + 1);
  const wrong = numbers
    .flatMap((n) => [`answer ${n}`, `reminder ${n}`])
    .filter((text) => count.get(text) !== 1)
    .map((text) => `${text}: delivered ${count.get(text) ?? 0} times`);
  for (let from = 0; from < run.events; from += 500) {
    const of = numbers.slice(from, from + 500).join(',');
    const changed = await get<string[]>(fleet, `/doubled?of=${of}`);
    wrong.push(...changed.map((c) => `data changed, ${c} times`));
  }
  const state = await get<Record<string, unknown>>(fleet, '/state');
  if (state.parked !== 0 || state.done !== run.events) wrong.push(JSON.stringify(state));
  return wrong;
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
