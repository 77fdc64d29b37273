import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../db/db.ts';

export type TableShape = { name: string; columns: ColumnShape[]; key: string[] };
type ColumnShape = {
  name: string;
  type: string;
  /** Whether a row may be written without it. */
  optional: boolean;
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** So that both databases write the same text of the same value, whatever their settings are. Ends with the transaction. */
export async function usePortableText(tx: Db): Promise<void> {
  for (const setting of [
    "timezone = 'UTC'",
    "datestyle = 'ISO, YMD'",
    "intervalstyle = 'iso_8601'",
    "bytea_output = 'hex'",
    'extra_float_digits = 1',
  ])
    await tx.execute(sql.raw(`set local ${setting}`));
}

/** Every table with its columns and its key, in an order in which each comes after those it refers to. */
export async function listTables(db: Db): Promise<TableShape[]> {
  const columns = rowsOf<ColumnShape & { table: string }>(
    await db.execute(sql`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
        (not a.attnotnull or a.atthasdef or a.attidentity <> '') as optional
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped
      order by c.relname, a.attnum`),
  );
  const keys = rowsOf<{ table: string; name: string }>(
    await db.execute(sql`
      select c.relname as table, a.attname as name
      from pg_index i join pg_class c on c.oid = i.indrelid
        cross join unnest(i.indkey::int[]) with ordinality as k(no, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.no
      where i.indisprimary and c.relnamespace = current_schema()::regnamespace
      order by c.relname, k.place`),
  );
  const references = rowsOf<{ from: string; to: string }>(
    await db.execute(sql`
      select distinct c.relname as from, t.relname as to
      from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
      where f.contype = 'f' and c.relnamespace = current_schema()::regnamespace`),
  );
  const names = [...new Set(columns.map((c) => c.table))];
  return referredFirst(names, references).map((name) => ({
    name,
    columns: columns
      .filter((c) => c.table === name)
      .map(({ name, type, optional }) => ({ name, type, optional })),
    key: keys.filter((k) => k.table === name).map((k) => k.name),
  }));
}

/** Throws when tables refer to each other, or to themselves, in a circle: then no order of rows would do. */
function referredFirst(names: string[], references: { from: string; to: string }[]): string[] {
  const done: string[] = [];
  const visit = (name: string, path: string[]) => {
    if (done.includes(name)) return;
    if (path.includes(name)) throw new Error(`tables refer to each other: ${path.join(', ')}`);
    for (const { from, to } of references) if (from === name) visit(to, [...path, name]);
    done.push(name);
  };
  for (const name of names) visit(name, []);
  return done;
}

/** Rows of a table as JSON arrays of text, in an order that does not depend on the database's locale. */
export async function* readRows(
  tx: Db,
  table: { name: string; columns: { name: string }[]; key: string[] },
  batch: number,
): AsyncGenerator<string[]> {
  const columns = table.columns.map((c) => `${quoted(c.name)}::text`).join(', ');
  const by = (table.key.length > 0 ? table.key : table.columns.map((c) => c.name))
    .map((name) => `${quoted(name)}::text collate "C"`)
    .join(', ');
  await tx.execute(
    sql.raw(
      `declare backup_rows no scroll cursor for select to_json(array[${columns}])::text as row from ${quoted(table.name)} order by ${by}`,
    ),
  );
  for (;;) {
    const rows = rowsOf<{ row: string }>(
      await tx.execute(sql.raw(`fetch ${batch} from backup_rows`)),
    );
    if (rows.length > 0) yield rows.map((r) => r.row);
    if (rows.length < batch) break;
  }
  await tx.execute(sql.raw('close backup_rows'));
}

/** Writes rows that `readRows` gave. */
export async function writeRows(
  tx: Db,
  table: string,
  columns: { name: string; type: string }[],
  rows: string[],
): Promise<void> {
  const names = columns.map((c) => quoted(c.name)).join(', ');
  const values = columns.map((c, i) => `(r.value->>${i})::${c.type}`).join(', ');
  await tx.execute(
    sql`${sql.raw(`insert into ${quoted(table)} (${names}) overriding system value select ${values} from`)}
      json_array_elements(${`[${rows.join(',')}]`}::json) as r(value)`,
  );
}

export async function isTableEmpty(db: Db, table: string): Promise<boolean> {
  const result = await db.execute(sql.raw(`select 1 from ${quoted(table)} limit 1`));
  return rowsOf(result).length === 0;
}

/** The next value of each sequence. */
export async function readSequences(db: Db): Promise<Record<string, number>> {
  const names = rowsOf<{ name: string }>(
    await db.execute(sql`
      select c.relname as name from pg_class c
      where c.relkind = 'S' and c.relnamespace = current_schema()::regnamespace order by c.relname`),
  );
  const next: Record<string, number> = {};
  for (const { name } of names) {
    const result = await db.execute(
      sql.raw(`select (last_value + is_called::int)::float8 as next from ${quoted(name)}`),
    );
    for (const row of rowsOf<{ next: number }>(result)) next[name] = row.next;
  }
  return next;
}

/** `alter sequence` and not `setval`, because it is undone with its transaction. */
export async function setSequence(tx: Db, name: string, next: number): Promise<void> {
  await tx.execute(sql.raw(`alter sequence ${quoted(name)} restart with ${next}`));
}

/** Hashes of the migrations that were applied, in order. */
export async function listMigrations(db: Db): Promise<string[]> {
  const result = await db.execute(sql`select hash from drizzle.__drizzle_migrations order by id`);
  return rowsOf<{ hash: string }>(result).map((r) => r.hash);
}
