import { desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { people } from '../units/tables.ts';
import type { MatterRow } from './queries.ts';
import { matters } from './tables.ts';

/** A matter with the name of who raised it. */
export type NamedMatter = MatterRow & { raiser: string };

/** Everything ever put to the office about these items, newest first. */
export async function listMattersOf(db: Db, occurrenceIds: string[]): Promise<NamedMatter[]> {
  if (occurrenceIds.length === 0) return [];
  const rows = await db
    .select({ matter: matters, raiser: people.name })
    .from(matters)
    .innerJoin(people, eq(people.id, matters.raisedBy))
    .where(inArray(matters.occurrenceId, occurrenceIds))
    .orderBy(desc(matters.raisedAt));
  return rows.map((r) => ({ ...r.matter, raiser: r.raiser }));
}
