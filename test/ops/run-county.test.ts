import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { runCounty } from '../../src/run-county.ts';
import { countyDeps, startPocket } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';

test('a county whose start failed leaves no long connection behind when it is started again', async () => {
  const { sim, clock, settings } = await startPocket({
    now: '2026-03-02T10:00:00+08:00',
    people: [],
    admins: ['ou_admin'],
    settings: { FEISHU_TRANSPORT: 'websocket' },
  });
  const { db, close } = await freshPglite();
  const start = () =>
    runCounty({
      deps: countyDeps({ db, clock, settings }),
      opened: { kind: 'open', database: { kind: 'pglite', db, close } },
      schedule: () => ({ stop: () => {} }),
    });
  await db.execute(sql`alter table people rename to gone`);
  await expect(start()).rejects.toThrow();
  await db.execute(sql`alter table gone rename to people`);
  const county = await start();
  await sim.waitFor(() => sim.long.connections() > 0);
  await county.stop();
  await sim.waitFor(() => sim.long.connections() === 0);
  await sim.close();
});
