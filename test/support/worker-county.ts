import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import {
  type County,
  type CountyOptions,
  checkAllCards,
  countyDeps,
  playCounty,
  startPocket,
} from './county.ts';
import { type RunningWorker, startWorker } from './worker-runtime.ts';

/**
 * A county whose application runs in workerd on a Postgres, beside the pocket Feishu. Its clock cannot be moved while it
 * runs, so `goTo` starts it anew, as a deployment would: nothing of an isolate outlives that.
 */
export async function startWorkerCounty(
  options: CountyOptions & { databaseUrl: string },
): Promise<Omit<County, 'app' | 'url'>> {
  const { sim, clock, settings } = await startPocket(options);
  const database = openPostgres(options.databaseUrl);
  let worker: RunningWorker | undefined;
  const startAt = async (instant: string) => {
    await worker?.stop();
    clock.set(new Date(instant));
    worker = await startWorker({
      databaseUrl: options.databaseUrl,
      vars: { ...settings, APP_NOW: instant },
    });
    sim.connect({ callbackUrl: worker.url, dashboardUrl: worker.url });
  };
  const fire = async () => {
    const fired = await worker?.fireCron();
    if (!fired?.ok) throw new Error(`the scheduled handler failed:\n${worker?.log()}`);
    // A request's own background work goes on beside it.
    for (const end = Date.now() + 20_000; Date.now() < end && (await isAtWork(database.db)); )
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const played = playCounty({
    sim,
    clock,
    deps: countyDeps({ db: database.db, clock, settings }),
    work: fire,
  });
  await startAt(options.now);
  return {
    ...played,
    goTo: async (instant) => {
      await startAt(instant);
      await played.settle();
    },
    close: async () => {
      checkAllCards(sim, options);
      await worker?.stop();
      await database.close();
      await sim.close();
    },
  };
}

async function isAtWork(db: Db): Promise<boolean> {
  const held = await db.execute(sql`
    select key from inbox where state = 'pending' and "leasedUntil" > clock_timestamp()
    union all select key from outbox where state = 'pending' and "leasedUntil" > clock_timestamp()`);
  return rowsOf(held).length > 0;
}
