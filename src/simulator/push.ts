import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Envelope } from './events.ts';
import type { Travel } from './faults.ts';

/** What came back for one event or callback. */
export type Reply =
  | { kind: 'answered'; status: number; body: string }
  | { kind: 'failed'; why: 'no-address' | 'timeout' | 'dns' | 'connection' };

/** How envelopes reach the application: a signed POST, or a long connection. */
export type Transport = (envelope: Envelope) => Promise<Reply>;

/** Events re-pushed until they are answered 200, and callbacks answered at once. */
export type Push = {
  /** Sends an event and returns at once. */
  event: (envelope: Envelope) => void;
  callback: (envelope: Envelope) => Promise<Reply>;
  /** Events that failed and wait for their next try. */
  waiting: () => { envelope: Envelope; dueAt: number; tries: number }[];
  /** Resolves when nothing is under way (what waits for the clock is not). */
  idle: () => Promise<void>;
  /** Forgets what waits. */
  clear: () => void;
  close: () => void;
};

/** The platform tries again this long after each failure, then gives up. */
const RETRY_AFTER_MS = [15_000, 5 * 60_000, 3_600_000, 6 * 3_600_000];
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Waiting = { envelope: Envelope; dueAt: number; tries: number };

export function createPush(input: {
  transport: Transport;
  clock: Clock;
  travelOf: (eventType: string) => Travel;
  log?: Log;
}): Push {
  const { transport, clock, travelOf, log } = input;
  const underway = new Set<Promise<void>>();
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let epoch = 0;

  const track = (work: Promise<void>) => {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  };
  const attempt = async (envelope: Envelope, tries: number) => {
    const started = epoch;
    const reply = await transport(envelope);
    if (closed || started !== epoch || (reply.kind === 'answered' && reply.status === 200)) return;
    const delay = RETRY_AFTER_MS[tries];
    const { event_id, event_type } = envelope.header;
    const outcome = reply.kind === 'answered' ? reply.status : reply.why;
    log?.warn({ event_id, event_type, outcome, again: delay !== undefined }, 'event was not taken');
    if (delay === undefined) return;
    waiting.push({ envelope, dueAt: clock.now().getTime() + delay, tries: tries + 1 });
    wake();
  };
  const wake = () => {
    clearTimeout(timer);
    if (closed) return;
    const now = clock.now().getTime();
    const due = waiting.filter((w) => w.dueAt <= now);
    waiting = waiting.filter((w) => w.dueAt > now);
    for (const { envelope, tries } of due) track(attempt(envelope, tries));
    const next = Math.min(...waiting.map((w) => w.dueAt - now));
    if (waiting.length > 0) timer = setTimeout(wake, Math.min(next, LONGEST_TIMER_MS)).unref();
  };
  const stopListening = clock.onSet(wake);

  return {
    event: (envelope) => {
      const { copies = 1, delayMs = 0 } = travelOf(envelope.header.event_type);
      for (let i = 0; i < copies; i++) {
        const travel = async () => {
          if (delayMs > 0) await new Promise((done) => setTimeout(done, delayMs));
          await attempt(envelope, 0);
        };
        track(travel());
      }
    },
    callback: (envelope) => transport(envelope),
    waiting: () => [...waiting],
    idle: async () => {
      while (underway.size > 0) await Promise.all(underway);
    },
    clear: () => {
      epoch++;
      waiting = [];
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}
