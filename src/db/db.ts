import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A connection or a transaction: what every query takes. Inside a transaction pass the transaction, never the outer one. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** An open database with what its edge has to do at the end. */
export type OpenDb = { db: Db; close: () => Promise<void>; kind: 'pglite' | 'postgres' };

/**
 * Whether a text column has one of these values. One parameter however many there are: the statement stays the same, so
 * its plan is made once, and PostgreSQL's limit of 65,535 parameters is far. As text, because a driver without the
 * database's types cannot write arrays.
 */
export function isAnyOf(column: PgColumn | SQL, values: readonly string[]): SQL {
  const quoted = values.map((v) => `"${v.replace(/["\\]/g, '\\$&')}"`);
  return sql`${column} = any(${`{${quoted.join(',')}}`}::text[])`;
}

/** Rows of a raw `db.execute`: the two drivers answer in different shapes. */
export function rowsOf<Row>(result: unknown): Row[] {
  // Guaranteed by the drivers: postgres.js answers an array, PGlite an object with `rows`.
  return Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows;
}

/** Whether the database refused the data itself (SQLSTATE classes 22 and 23), rather than being away. */
export function isRefusedData(error: unknown): boolean {
  return /^2[23]/.test(sqlStateOf(error) ?? '');
}

function sqlStateOf(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string') return e.code;
  }
  return undefined;
}
