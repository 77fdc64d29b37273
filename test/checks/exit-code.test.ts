import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

test('a run in which something failed ends as failed, with the test’s own Postgres at hand', () => {
  const cluster = resolve(import.meta.dirname, '../support/postgres-cluster.ts');
  const program = `await import(${JSON.stringify(cluster)}); process.exitCode = 1;`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
  expect(status).toBe(1);
});
