import { sql } from 'drizzle-orm';
import { listTables } from '../backup/queries.ts';
import { type Db, rowsOf } from '../db/db.ts';
import { withoutWords, writtenForms } from './in-cards.ts';
import { ERASED_TEXT, type Place, type Whom } from './places.ts';

/** A person's rows in one place, as PostgreSQL writes them in JSON. */
export async function readPlace(db: Db, place: Place, whom: Whom): Promise<unknown[]> {
  const table = sql.identifier(place.table);
  const columns = place.columns
    ? sql.join(
        place.columns.map((c) => sql.identifier(c)),
        sql`, `,
      )
    : sql`*`;
  const result = await db.execute(
    sql`select to_json(${table}) as row from (
      select ${columns} from ${table} where ${place.mine(whom)}) as ${table}`,
  );
  return rowsOf<{ row: unknown }>(result).map(({ row }) =>
    typeof row === 'string' ? JSON.parse(row) : row,
  );
}

/** Erases a person's words in one place, or their rows; returns how many. */
export async function erasePlace(db: Db, place: Place, whom: Whom): Promise<number> {
  const table = sql.identifier(place.table);
  if (place.erase === 'keep') return 0;
  const result =
    place.erase === 'delete'
      ? await db.execute(sql`delete from ${table} where ${place.mine(whom)} returning 1 as n`)
      : await db.execute(
          sql`update ${table} set ${place.erase} where ${place.mine(whom)} returning 1 as n`,
        );
  return rowsOf(result).length;
}

/** The details of the audit that tell of somebody: erased, by their places in the chain. */
export async function eraseAuditDetails(db: Db, whom: Whom & { name: string }): Promise<number[]> {
  const result = await db.execute(sql`
    delete from audit_contents c using audit a
    where a.id = c."auditId" and a.seq is not null and (
      a.actor = ${whom.id} or a.subject = ${`person:${whom.id}`}
      or position(${whom.openId} in c.detail::text) > 0
      or position(${whom.id} in c.detail::text) > 0
      or position(${whom.name} in c.detail::text) > 0)
    returning a.seq`);
  return rowsOf<{ seq: number }>(result).map((r) => r.seq);
}

/** What the person wrote, as far as it is kept by itself. */
export async function readWords(db: Db, place: Place, whom: Whom): Promise<string[]> {
  const rows = await readPlace(db, place, whom);
  return rows.flatMap((row) =>
    (place.words ?? []).flatMap((column) => {
      // Guaranteed by to_json: a row is an object by the names of its columns.
      const value = (row as Record<string, unknown>)[column];
      return typeof value === 'string' ? [value] : [];
    }),
  );
}

/** Names and words in what was sent to others: only copies of what they have received. */
export async function eraseInMessages(
  db: Db,
  words: { text: string; least: number }[],
): Promise<void> {
  for (const { text, least } of words) {
    // What is too short would be a part of anything.
    if ([...text].length < least) continue;
    const heads = writtenForms(text).map((form) =>
      JSON.stringify(form.slice(0, least)).slice(1, -1),
    );
    const result = await db.execute(sql`
      select key, content::text as content from outbox where ${sql.join(
        heads.map((head) => sql`position(${head} in content::text) > 0`),
        sql` or `,
      )}`);
    for (const { key, content } of rowsOf<{ key: string; content: string }>(result)) {
      const without = JSON.parse(content, (_, value) =>
        typeof value === 'string' ? withoutWords(value, text, least) : value,
      );
      await db.execute(sql`
        update outbox set content = ${JSON.stringify(without)}::json where key = ${key}`);
    }
  }
}

/** Rows of the audit are never changed; they hold ids of our own only. */
const UNTOUCHED = new Set(['audit', 'audit_contents', 'audit_head']);

/** Another id in the place of this one, in whatever column it stands: recipients, lanes, keys. */
export async function replaceEverywhere(db: Db, openId: string, erasedId: string): Promise<void> {
  for (const { name, columns } of await listTables(db)) {
    if (UNTOUCHED.has(name)) continue;
    for (const column of columns) {
      if (!['text', 'json', 'jsonb'].includes(column.type)) continue;
      const c = sql.identifier(column.name);
      await db.execute(sql`
        update ${sql.identifier(name)} set ${c} = replace(${c}::text, ${openId}, ${erasedId})::${sql.raw(column.type)}
        where position(${openId} in ${c}::text) > 0`);
    }
  }
}

/** What stays is a row without a name that nobody can write to. */
export async function erasePerson(db: Db, whom: Whom): Promise<void> {
  await db.execute(sql`
    update people set name = ${ERASED_TEXT}, unreachable = ${ERASED_TEXT} where id = ${whom.id}`);
}
