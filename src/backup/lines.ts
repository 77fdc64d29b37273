import { createHash } from 'node:crypto';
import type { Db } from '../db/db.ts';
import { getSetting } from '../settings/queries.ts';
import { usedWith } from '../settings/setting.ts';
import { FORMAT, type Header, type Sum, type Trailer } from './format.ts';
import {
  listMigrations,
  listTables,
  readRows,
  readSequences,
  type TableShape,
  usePortableText,
} from './queries.ts';

const ROWS_AT_ONCE = 500;

/** The lines of a backup, as pieces of text that end with a line feed; call it inside one transaction. */
export async function* backupLines(tx: Db, at: Date): AsyncGenerator<string, Trailer> {
  await usePortableText(tx);
  const tables = await listTables(tx);
  const all = createHash('sha256');
  const counted = (text: string) => {
    all.update(text);
    return text;
  };
  const header: Header = {
    format: FORMAT,
    at: at.toISOString(),
    usedWith: await getSetting(tx, usedWith),
    migrations: await listMigrations(tx),
    tables: tables.map(({ name, columns }) => ({
      name,
      columns: columns.map(({ name, type }) => ({ name, type })),
    })),
  };
  yield counted(line(header));
  const sums: Record<string, Sum> = {};
  for (const table of tables) {
    yield counted(line({ table: table.name }));
    const sum = createHash('sha256');
    let rows = 0;
    for await (const batch of readRows(tx, table, ROWS_AT_ONCE)) {
      const text = batch.map((row) => `${row}\n`).join('');
      sum.update(text);
      rows += batch.length;
      yield counted(text);
    }
    sums[table.name] = { rows, sha256: sum.digest('hex') };
  }
  const trailer: Trailer = {
    tables: sums,
    // Read last: a sequence is in no transaction, and must never be behind the rows.
    sequences: await readSequences(tx),
    sha256: all.digest('hex'),
  };
  yield line({ trailer });
  return trailer;
}

/** What a table holds, by the rule of the trailer, in these columns. */
export async function sumOf(
  tx: Db,
  table: Pick<TableShape, 'name' | 'key'> & { columns: { name: string }[] },
): Promise<Sum> {
  const sum = createHash('sha256');
  let rows = 0;
  for await (const batch of readRows(tx, table, ROWS_AT_ONCE)) {
    sum.update(batch.map((row) => `${row}\n`).join(''));
    rows += batch.length;
  }
  return { rows, sha256: sum.digest('hex') };
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;
