import type { App } from './app.ts';
import type { CountySettings } from './counties.ts';
import { faultReason } from './fault-reason.ts';
import type { Log } from './log.ts';
import { createMetrics, metricsText } from './metrics.ts';
import type { RunningCounty } from './run-county.ts';

/** A county of this process: at work, or not yet, with the reason. */
type Seat =
  | (CountySettings & { at: 'work'; county: RunningCounty })
  | (CountySettings & { at: 'rest'; reason: string });

/** Pauses before a county that could not be started is tried again; the last one repeats. */
const PAUSES_MS = [2_000, 5_000, 10_000, 30_000, 60_000];

export type CountyHost = {
  fetch: App['fetch'];
  running: () => RunningCounty[];
  stop: () => Promise<void>;
};

/**
 * Serves many counties side by side: `/c/ID/…` is the county ID's own whole application, other paths are the default
 * county's. A county that cannot be started (its database is away) is tried again until it can, and meanwhile answers 503,
 * upon which the platform pushes its events again; the others never notice.
 */
export function hostCounties(options: {
  counties: CountySettings[];
  fallback?: string | undefined;
  start: (settings: CountySettings) => Promise<RunningCounty>;
  log: Log;
  /** Whether this caller may read `/metrics`. */
  mayReadMetrics: (request: Request, env: unknown) => boolean;
}): CountyHost {
  const { counties, fallback, start, log } = options;
  const seats = new Map<string, Seat>(
    counties.map((c) => [c.id, { ...c, at: 'rest', reason: 'starting' }]),
  );
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let stopped = false;

  const open = async (settings: CountySettings, attempt: number): Promise<void> => {
    const { id } = settings;
    try {
      const county = await start(settings);
      if (stopped) return county.stop();
      seats.set(id, { ...settings, at: 'work', county });
      log.info({ county: id }, 'county at work');
    } catch (error) {
      const reason = faultReason(error);
      seats.set(id, { ...settings, at: 'rest', reason });
      log.error({ county: id, reason, attempt }, 'county not started, tried again');
      if (stopped) return;
      const pause = PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)];
      const timer = setTimeout(() => {
        timers.delete(timer);
        void open(settings, attempt + 1);
      }, pause);
      timers.add(timer);
    }
  };
  for (const settings of counties) void open(settings, 0);

  const running = () => [...seats.values()].flatMap((s) => (s.at === 'work' ? [s.county] : []));

  const ready = async (): Promise<Response> => {
    const states = await Promise.all(
      [...seats.values()].map(async (seat) => [seat.id, await stateOf(seat)] as const),
    );
    // One county that is away is no reason to take the others' server out of service.
    const ok = states.some(([, state]) => state === 'ok');
    return Response.json({ ok, counties: Object.fromEntries(states) }, { status: ok ? 200 : 503 });
  };

  const metrics = async (): Promise<Response> => {
    const figures = await Promise.all(
      [...seats.values()].map(async (seat) => ({
        ...(seat.at === 'work' ? await seat.county.app.figures() : { metrics: createMetrics() }),
        county: seat.id,
      })),
    );
    return new Response(metricsText(figures), { headers: { 'content-type': 'text/plain' } });
  };

  // Without the caller's socket: what is left open to this machine is the process's own to give.
  const take = (seat: Seat, request: Request) =>
    seat.at === 'work'
      ? seat.county.app.fetch(request)
      : Response.json(
          { ok: false, reason: 'the county is being started' },
          { status: 503, headers: { 'retry-after': '10' } },
        );

  return {
    running,
    fetch: async (request, env) => {
      const url = new URL(request.url);
      const own = /^\/c\/([^/]+)(\/.*)?$/.exec(url.pathname);
      if (own) {
        const seat = seats.get(own[1] ?? '');
        if (!seat) return new Response('not found', { status: 404 });
        url.pathname = own[2] ?? '/';
        return take(seat, new Request(url, request));
      }
      if (url.pathname === '/healthz') return Response.json({ ok: true });
      if (url.pathname === '/readyz') return ready();
      if (url.pathname === '/metrics')
        return options.mayReadMetrics(request, env)
          ? metrics()
          : new Response('forbidden', { status: 403 });
      const seat = fallback === undefined ? undefined : seats.get(fallback);
      return seat ? take(seat, request) : new Response('not found', { status: 404 });
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.allSettled(running().map((c) => c.stop()));
    },
  };
}

async function stateOf(seat: Seat): Promise<string> {
  if (seat.at === 'rest') return seat.reason;
  const answer = await seat.county.app.fetch(new Request('http://county.invalid/readyz'));
  if (answer.ok) return 'ok';
  const { reason } = (await answer.json()) as { reason?: string };
  return reason ?? 'not ready';
}
