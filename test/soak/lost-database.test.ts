import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { isWriteToLostConnection, openLastingPostgres } from '../../src/db/lasting-postgres.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { pause } from './random.ts';
import { openWire, type Wire } from './wire.ts';

describe.skipIf(!hasPostgres)('a database that goes away', () => {
  let opened: OpenDb;
  let wire: Wire;
  const forgive = (error: unknown) => {
    if (!isWriteToLostConnection(error)) throw error;
  };

  beforeAll(async () => {
    const url = new URL((await freshPostgres()).url);
    const real = Number(url.port);
    wire = await openWire(() => real);
    url.port = String(wire.port);
    opened = openLastingPostgres(url.href);
    process.on('uncaughtException', forgive);
  });
  afterAll(async () => {
    await opened.close();
    await wire.close();
    process.off('uncaughtException', forgive);
  });

  test('is used again as soon as it is back, whatever was under way, five times in a row', async () => {
    const { db } = opened;
    for (let round = 0; round < 5; round++) {
      const underWay = Array.from({ length: 20 }, (_, i) =>
        db.transaction(async (tx) => {
          for (let n = 0; n < 200; n++) {
            await tx.execute(sql`select ${n}::int`);
            // Some are between two statements when it happens.
            if (n % 20 === i) await pause(i);
          }
        }),
      );
      await pause(40);
      wire.cut();
      const ends = await Promise.allSettled(underWay);
      expect(ends.some((end) => end.status === 'rejected')).toBe(true);
      wire.mend();
      const back = Date.now();
      for (let i = 0; i < 30; i++) await db.execute(sql`select 1`).catch(() => pause(100));
      const at = await Promise.all(Array.from({ length: 12 }, () => db.execute(sql`select 1`)));
      expect(at).toHaveLength(12);
      expect(Date.now() - back).toBeLessThan(20_000);
    }
  });
});
