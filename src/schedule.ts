import cron from 'node-cron';
import type { Clock } from './clock.ts';
import { faultReason } from './fault-reason.ts';
import type { Log } from './log.ts';
import type { Schedule } from './run-county.ts';
import type { Demonstration } from './sample/demonstration.ts';

/** Sends that wait for a pause to end, and events given back, are looked for this often. */
const POLL_MS = 2_000;

/** Many counties in one process look less often, each at its own moment, over few connections that idle ones give back. */
export const MANY = { pollMs: 10_000, tickMs: 60_000, connections: 3, idleSeconds: 30 };

const quietly = (run: () => Promise<void>, log: Log) => () => {
  run().catch((error: unknown) => log.error({ reason: faultReason(error) }, 'timed work failed'));
};

/** The rounds of a process with one county: by the minute, and by the pocket's clock where one is shown. */
export function scheduleOne(clock: Clock, demonstration: Demonstration | undefined): Schedule {
  return (app, { config, log }) => {
    const tick = quietly(app.tick, log);
    const job = cron.schedule('* * * * *', tick, {
      timezone: config.APP_TIMEZONE,
      noOverlap: true,
    });
    const poll = setInterval(quietly(app.work, log), POLL_MS);
    // The pocket's clock is moved by hand: what is due by the new time is due at once.
    const stopListening = demonstration ? clock.onSet(tick) : () => {};
    tick();
    return {
      stop: () => {
        void job.stop();
        clearInterval(poll);
        stopListening();
      },
    };
  };
}

/** `share` of the minute after the others' first. */
export function scheduleOneOfMany(share: number): Schedule {
  return (app, { log }) => {
    let tick: ReturnType<typeof setInterval> | undefined;
    const first = setTimeout(() => {
      tick = setInterval(quietly(app.tick, log), MANY.tickMs);
    }, share * MANY.tickMs);
    const poll = setInterval(quietly(app.work, log), MANY.pollMs);
    quietly(app.tick, log)();
    return {
      stop: () => {
        clearTimeout(first);
        clearInterval(tick);
        clearInterval(poll);
      },
    };
  };
}
