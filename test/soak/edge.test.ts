import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { soakEdge } from './edge.ts';

const SEED = Number(process.env.SOAK_SEED ?? Date.now() % 1_000_000);

test.skipIf(!hasPostgres)(
  `three processes on Postgres, killed at random, lose nothing and double nothing (SOAK_SEED=${SEED})`,
  async () => {
    const { url } = await freshPostgres();
    const run = { seed: SEED, events: 200, kills: 4, processes: 3, storage: url };
    expect((await soakEdge(run)).wrong).toEqual([]);
  },
  180_000,
);

test(`a process on PGlite, killed at random, loses nothing and doubles nothing (SOAK_SEED=${SEED})`, async () => {
  const storage = mkdtempSync(join(tmpdir(), 'gongxin-soak-'));
  try {
    const run = { seed: SEED, events: 120, kills: 2, processes: 1, storage };
    expect((await soakEdge(run)).wrong).toEqual([]);
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}, 180_000);
