import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { soak } from './soak.ts';

// `npm run soak` runs the same with 2 040 events; SOAK_SEED repeats a run.
const SEED = Number(process.env.SOAK_SEED ?? Date.now() % 1_000_000);
const small = { seed: SEED, months: 2, speed: 4, verbose: false };

test.skipIf(!hasPostgres)(
  `three processes on Postgres, killed at random, lose nothing and double nothing (SOAK_SEED=${SEED})`,
  async () => {
    const { url: storage } = await freshPostgres();
    const run = { ...small, units: 8, kills: 2, awayMs: 2_000, processes: 3, storage };
    expect((await soak(run)).wrong).toEqual([]);
  },
  900_000,
);

test(`a process on PGlite, killed at random, loses nothing and doubles nothing (SOAK_SEED=${SEED})`, async () => {
  const storage = mkdtempSync(join(tmpdir(), 'gongxin-soak-'));
  try {
    const run = { ...small, units: 6, kills: 1, awayMs: 0, processes: 1, storage };
    expect((await soak(run)).wrong).toEqual([]);
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}, 900_000);
