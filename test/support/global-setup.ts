import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migratePostgres } from '../../src/db/migrate-postgres.ts';
import { inDatabase, startCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server and the name of its migrated template; absent where no Postgres can be had. */
    postgres: { url: string; template: string } | undefined;
  }
}

/** One Postgres for the whole run, with one migrated database that the others are copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster(process.env.TEST_DATABASE_URL);
  if (cluster.kind === 'left-out') {
    if (process.env.REQUIRE_ALL === '1') throw new Error(cluster.reason);
    console.warn(`LEFT OUT: the tests on Postgres. ${cluster.reason}`);
    project.provide('postgres', undefined);
    return async () => {};
  }
  const template = `gongxin_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(cluster.url, { max: 1, onnotice: () => {} });
  await admin.unsafe(
    `create database ${template} encoding 'UTF8' locale 'C.UTF-8' template template0`,
  );
  await migratePostgres(inDatabase(cluster.url, template));
  project.provide('postgres', { url: cluster.url, template });
  return async () => {
    for (const {
      datname,
    } of await admin`select datname from pg_database where datname like ${`${template}%`}`) {
      await admin.unsafe(`drop database "${datname}" with (force)`);
    }
    await admin.end({ timeout: 5 });
    await cluster.stop();
  };
}
