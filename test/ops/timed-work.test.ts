import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keptLog } from '../support/log.ts';
import { OFFICE, startMarch } from '../support/march.ts';

test('a piece of timed work that fails every minute is logged by its name and keeps no other from being done', async () => {
  const { log, lines } = keptLog();
  const march = await startMarch({ log });
  await march.deps.db.execute(sql`alter table instructions rename to gone`);
  await expect(march.goTo('2026-04-07T10:00:00+08:00')).rejects.toThrow();
  await march.settle();
  expect(march.inbox(OFFICE).join()).toContain('减负情况：2026年3月');
  const failed = lines.filter((l) => l.includes('timed step failed'));
  expect(failed).toHaveLength(1);
  expect(failed[0]).toContain('"step":"instructions"');
  await march.close();
});
