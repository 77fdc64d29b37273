import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { evidence, evidenceOfReports } from './tables.ts';

type NewEvidence = typeof evidence.$inferInsert;

/** Keeps a piece of evidence; returns its id and whether the unit had sent the same bytes before. */
export async function keepEvidence(
  db: Db,
  row: NewEvidence,
): Promise<{ id: string; isNew: boolean }> {
  const [kept] = await db
    .insert(evidence)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: evidence.id });
  if (kept) return { id: kept.id, isNew: true };
  const [known] = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.unitId, row.unitId), eq(evidence.digest, row.digest)));
  if (!known) throw new Error('evidence vanished');
  return { id: known.id, isNew: false };
}

export async function linkEvidence(db: Db, evidenceId: string, batchId: string): Promise<void> {
  await db.insert(evidenceOfReports).values({ evidenceId, batchId }).onConflictDoNothing();
}

/** Evidence that a person sent since an instant and that belongs to no report yet goes with this one. */
export async function linkWaiting(
  db: Db,
  of: { personId: string; unitId: string; since: Date; batchId: string },
): Promise<void> {
  const waiting = await db
    .select({ id: evidence.id })
    .from(evidence)
    .leftJoin(evidenceOfReports, eq(evidenceOfReports.evidenceId, evidence.id))
    .where(
      and(
        eq(evidence.personId, of.personId),
        eq(evidence.unitId, of.unitId),
        gte(evidence.sentAt, of.since),
        isNull(evidenceOfReports.evidenceId),
      ),
    );
  for (const { id } of waiting) await linkEvidence(db, id, of.batchId);
}

/** A file that was sent with a report. */
export type EvidenceFile = { id: string; name: string };

/** The evidence of reports, by batch, without its bytes. */
export async function listEvidence(
  db: Db,
  batchIds: string[],
): Promise<Map<string, EvidenceFile[]>> {
  if (batchIds.length === 0) return new Map();
  const rows = await db
    .select({ batchId: evidenceOfReports.batchId, id: evidence.id, name: evidence.name })
    .from(evidenceOfReports)
    .innerJoin(evidence, eq(evidence.id, evidenceOfReports.evidenceId))
    .where(inArray(evidenceOfReports.batchId, batchIds))
    .orderBy(asc(evidence.sentAt), asc(evidence.id));
  const byBatch = Map.groupBy(rows, (r) => r.batchId);
  return new Map(
    [...byBatch].map(([batchId, own]) => [batchId, own.map(({ id, name }) => ({ id, name }))]),
  );
}

/** A piece of evidence with its bytes, whose it is and with which reports it came. */
export async function findEvidence(
  db: Db,
  id: string,
): Promise<{ name: string; bytes: Uint8Array; unitId: string; batchIds: string[] } | undefined> {
  const { name, bytes, unitId } = evidence;
  const [kept] = await db.select({ name, bytes, unitId }).from(evidence).where(eq(evidence.id, id));
  if (!kept) return undefined;
  const links = await db
    .select({ batchId: evidenceOfReports.batchId })
    .from(evidenceOfReports)
    .where(eq(evidenceOfReports.evidenceId, id));
  return { ...kept, batchIds: links.map((l) => l.batchId) };
}

/** Whose a piece of evidence is; undefined when it is gone. */
export async function findEvidenceUnit(db: Db, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ unitId: evidence.unitId })
    .from(evidence)
    .where(eq(evidence.id, id));
  return row?.unitId;
}

/** Takes evidence away; returns its name, undefined when it is gone. */
export async function deleteEvidence(db: Db, id: string): Promise<string | undefined> {
  const [gone] = await db
    .delete(evidence)
    .where(eq(evidence.id, id))
    .returning({ name: evidence.name });
  return gone?.name;
}
