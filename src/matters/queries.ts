import { and, asc, eq, inArray, isNotNull, isNull, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { TaskSnapshot } from '../plan/snapshot.ts';
import { listGranted } from './granted-queries.ts';
import type { MatterKind, Share } from './matter.ts';
import { matters } from './tables.ts';

export type MatterRow = typeof matters.$inferSelect;

export async function insertMatter(db: Db, row: typeof matters.$inferInsert): Promise<void> {
  await db.insert(matters).values(row);
}

export async function findMatter(db: Db, id: string): Promise<MatterRow | undefined> {
  const [row] = await db.select().from(matters).where(eq(matters.id, id));
  return row;
}

/** Everything that waits for the office, oldest first. */
export async function listOpenMatters(db: Db): Promise<MatterRow[]> {
  return db.select().from(matters).where(eq(matters.state, 'open')).orderBy(asc(matters.raisedAt));
}

/** What waits for the office on these items. */
export async function findOpenMatters(db: Db, occurrenceIds: string[]): Promise<MatterRow[]> {
  if (occurrenceIds.length === 0) return [];
  return db
    .select()
    .from(matters)
    .where(and(inArray(matters.occurrenceId, occurrenceIds), eq(matters.state, 'open')));
}

/** Agreed, and nothing in the plan was changed by it: the matter itself is what frees the unit. */
const exempt = and(
  eq(matters.state, 'agreed'),
  inArray(matters.kind, ['none', 'dispute']),
  isNull(matters.before),
);

/**
 * Shares about which nobody is nudged on `day` (domain.md section 8, point 5): those with an open question to the
 * office, those that the office agreed are no work of the unit, and cooperating parts for which it gave more time.
 */
export async function listUnnudged(db: Db, day: Day): Promise<Share[]> {
  const waiting = await db
    .selectDistinct({ occurrenceId: matters.occurrenceId, unitId: matters.unitId })
    .from(matters)
    .where(or(eq(matters.state, 'open'), exempt));
  const granted = (await listGranted(db)).filter((g) => g.role === 'coop' && g.grantedOn >= day);
  return [...waiting, ...granted];
}

/** Shares (of these items) that the office agreed are no work of the unit: they count in no figure. */
export async function listExempt(db: Db, occurrenceIds?: string[]): Promise<Share[]> {
  if (occurrenceIds?.length === 0) return [];
  return db
    .selectDistinct({ occurrenceId: matters.occurrenceId, unitId: matters.unitId })
    .from(matters)
    .where(and(exempt, occurrenceIds ? inArray(matters.occurrenceId, occurrenceIds) : undefined));
}

/** Ends what the office had agreed about shares in these items: who shares in them has been decided anew. */
export async function endExemptions(db: Db, occurrenceIds: string[]): Promise<void> {
  if (occurrenceIds.length === 0) return;
  await db
    .update(matters)
    .set({ state: 'withdrawn' })
    .where(and(exempt, inArray(matters.occurrenceId, occurrenceIds)));
}

/** Closes what is open of these kinds for a share because of `by`; returns what was closed. */
export async function replaceOpen(
  db: Db,
  share: Share,
  kinds: readonly MatterKind[],
  by: string,
): Promise<MatterRow[]> {
  return db
    .update(matters)
    .set({ state: 'replaced', replacedBy: by })
    .where(
      and(
        eq(matters.occurrenceId, share.occurrenceId),
        eq(matters.unitId, share.unitId),
        inArray(matters.kind, [...kinds]),
        eq(matters.state, 'open'),
      ),
    )
    .returning();
}

/** Opens again what `by` had closed, unless a newer one of the kind is open by now. */
export async function reopenReplaced(db: Db, by: string): Promise<MatterRow[]> {
  const newer = alias(matters, 'newer');
  return db
    .update(matters)
    .set({ state: 'open', replacedBy: null })
    .where(
      and(
        eq(matters.replacedBy, by),
        eq(matters.state, 'replaced'),
        notExists(
          db
            .select({ id: newer.id })
            .from(newer)
            .where(
              and(
                eq(newer.kind, matters.kind),
                eq(newer.occurrenceId, matters.occurrenceId),
                eq(newer.unitId, matters.unitId),
                eq(newer.state, 'open'),
              ),
            ),
        ),
      ),
    )
    .returning();
}

/**
 * Withdraws what came with a batch of reports and has not been decided; where a share has a successor, what the batch had
 * replaced on it goes with that.
 */
export async function withdrawOfBatch(db: Db, batchId: string): Promise<MatterRow[]> {
  const gone = await db
    .update(matters)
    .set({ state: 'withdrawn' })
    .where(and(eq(matters.batchId, batchId), inArray(matters.state, ['open', 'replaced'])))
    .returning();
  const own = alias(matters, 'own');
  await db
    .update(matters)
    .set({ replacedBy: sql`${own.replacedBy}` })
    .from(own)
    .where(
      and(
        eq(matters.replacedBy, batchId),
        eq(matters.state, 'replaced'),
        eq(own.batchId, batchId),
        eq(own.occurrenceId, matters.occurrenceId),
        eq(own.unitId, matters.unitId),
        isNotNull(own.replacedBy),
      ),
    );
  return gone;
}

/** Withdraws one matter; false when it is not open. */
export async function withdrawOne(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .update(matters)
    .set({ state: 'withdrawn' })
    .where(and(eq(matters.id, id), eq(matters.state, 'open')))
    .returning({ id: matters.id });
  return rows.length > 0;
}

export async function listOfBatch(db: Db, batchId: string): Promise<MatterRow[]> {
  return db.select().from(matters).where(eq(matters.batchId, batchId));
}

/** What a message put to the office, with a report or beside it, whatever became of it; held until the transaction ends. */
export async function listOfMessage(db: Db, messageId: string): Promise<MatterRow[]> {
  return db.select().from(matters).where(eq(matters.messageId, messageId)).for('update');
}

export type Decision = Pick<
  MatterRow,
  'state' | 'decidedBy' | 'decidedAt' | 'answer' | 'grantedOn' | 'passedTo'
>;

/** Writes the office's decision; undefined when the matter is not open any more. */
export async function decide(db: Db, id: string, set: Decision): Promise<MatterRow | undefined> {
  const [row] = await db
    .update(matters)
    .set(set)
    .where(and(eq(matters.id, id), eq(matters.state, 'open')))
    .returning();
  return row;
}

/** Keeps what a decision changed, as it was before. */
export async function keepBefore(db: Db, id: string, before: TaskSnapshot): Promise<void> {
  await db.update(matters).set({ before }).where(eq(matters.id, id));
}

/** Opens a decided matter again. */
export async function reopen(db: Db, id: string): Promise<MatterRow | undefined> {
  const [row] = await db
    .update(matters)
    .set({
      state: 'open',
      decidedBy: null,
      decidedAt: null,
      answer: '',
      grantedOn: null,
      passedTo: null,
      before: null,
    })
    .where(and(eq(matters.id, id), inArray(matters.state, ['agreed', 'refused'])))
    .returning();
  return row;
}

/** Keeps further words on an open matter beside its reason. */
export async function setReason(db: Db, id: string, reason: string): Promise<void> {
  await db.update(matters).set({ reason }).where(eq(matters.id, id));
}
