import { and, asc, desc, eq, gte, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Day } from '../calendar/county-time.ts';
import { type Db, isAnyOf } from '../db/db.ts';
import { people } from '../units/tables.ts';
import { type EvidenceFile, listEvidence } from './evidence-queries.ts';
import { standingForecast } from './forecast.ts';
import type { Status } from './report.ts';
import { pendingReplies, reports } from './tables.ts';

export type ReportRow = typeof reports.$inferSelect;
export type PendingReply = typeof pendingReplies.$inferSelect;

export async function insertReports(db: Db, rows: (typeof reports.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(reports).values(rows);
}

/** A report with the name of who made it. */
export type NamedReport = ReportRow & {
  reporter: string;
  /** The day given earlier, where it still stands and was asked for. */
  promised?: Day;
  /** The files sent with it, where they were asked for. */
  files?: EvidenceFile[];
};

/** The report that holds for each unit and item: the newest that is not withdrawn. */
export async function findCurrentReports(db: Db, occurrenceIds: string[]): Promise<NamedReport[]> {
  const rows = await db
    .selectDistinctOn([reports.occurrenceId, reports.unitId], {
      report: reports,
      reporter: people.name,
    })
    .from(reports)
    .innerJoin(people, eq(people.id, reports.reportedBy))
    .where(and(isAnyOf(reports.occurrenceId, occurrenceIds), isNull(reports.withdrawnAt)))
    .orderBy(
      asc(reports.occurrenceId),
      asc(reports.unitId),
      desc(reports.reportedAt),
      desc(reports.no),
      desc(reports.id),
    );
  return rows.map((r) => ({ ...r.report, reporter: r.reporter }));
}

/** The same reports, each that names no day with the one that its unit gave before and that still stands. */
export async function withForecasts(db: Db, current: NamedReport[]): Promise<NamedReport[]> {
  const without = current.filter((r) => r.eta === null && STANDS_FOR.includes(r.status));
  const { occurrenceId, unitId, batchId, amends, status, eta, note } = reports;
  const rows = await db
    .select({ occurrenceId, unitId, batchId, amends, status, eta, note })
    .from(reports)
    .where(
      and(
        isAnyOf(
          occurrenceId,
          without.map((r) => r.occurrenceId),
        ),
        isNull(reports.withdrawnAt),
      ),
    )
    .orderBy(desc(reports.reportedAt), desc(reports.no), desc(reports.id));
  const histories = Map.groupBy(rows, placeOf);
  return current.map((report) => {
    const day = without.includes(report) && standingForecast(histories.get(placeOf(report)) ?? []);
    return day ? { ...report, promised: day } : report;
  });
}

const placeOf = (r: Pick<ReportRow, 'occurrenceId' | 'unitId'>) => `${r.occurrenceId} ${r.unitId}`;
const STANDS_FOR: Status[] = ['in_progress', 'not_started', 'blocked'];

/** What the figures need of a report. */
export type Standing = Pick<ReportRow, 'occurrenceId' | 'unitId' | 'status' | 'decision'>;

/** The same reports without their texts. */
export async function findStanding(db: Db, occurrenceIds: string[]): Promise<Standing[]> {
  const { occurrenceId, unitId, status, decision } = reports;
  return db
    .selectDistinctOn([occurrenceId, unitId], { occurrenceId, unitId, status, decision })
    .from(reports)
    .where(and(isAnyOf(occurrenceId, occurrenceIds), isNull(reports.withdrawnAt)))
    .orderBy(
      asc(occurrenceId),
      asc(unitId),
      desc(reports.reportedAt),
      desc(reports.no),
      desc(reports.id),
    );
}

/** Everything ever reported on an item, newest first, withdrawn rows included. */
export async function listHistory(db: Db, occurrenceId: string): Promise<NamedReport[]> {
  const rows = await db
    .select({ report: reports, reporter: people.name })
    .from(reports)
    .innerJoin(people, eq(people.id, reports.reportedBy))
    .where(eq(reports.occurrenceId, occurrenceId))
    .orderBy(desc(reports.reportedAt), desc(reports.no));
  return withFiles(
    db,
    rows.map((r) => ({ ...r.report, reporter: r.reporter })),
  );
}

/** The same reports with the files that were sent with them. */
export async function withFiles(db: Db, of: NamedReport[]): Promise<NamedReport[]> {
  const files = await listEvidence(db, [...new Set(of.map((r) => r.batchId))]);
  return of.map((report) => {
    const own = files.get(report.batchId);
    return own ? { ...report, files: own } : report;
  });
}

/** Whether one of these batches holds what a unit's word on an item is now. */
export async function isStanding(db: Db, batchIds: string[]): Promise<boolean> {
  if (batchIds.length === 0) return false;
  const said = await db.select().from(reports).where(inArray(reports.batchId, batchIds));
  const standing = await findCurrentReports(db, [...new Set(said.map((r) => r.occurrenceId))]);
  return standing.some((r) => batchIds.includes(r.batchId));
}

/** Reports that stand, newest first, at most 500: made from an instant on and before another, by a person, of units. */
export async function listReports(
  db: Db,
  of: {
    from?: Date | undefined;
    before?: Date | undefined;
    reporter?: string | undefined;
    unitIds?: string[] | undefined;
  },
): Promise<NamedReport[]> {
  const rows = await db
    .select({ report: reports, reporter: people.name })
    .from(reports)
    .innerJoin(people, eq(people.id, reports.reportedBy))
    .where(
      and(
        isNull(reports.withdrawnAt),
        of.from && gte(reports.reportedAt, of.from),
        of.before && lt(reports.reportedAt, of.before),
        of.reporter === undefined ? undefined : eq(people.name, of.reporter),
        of.unitIds && isAnyOf(reports.unitId, of.unitIds),
      ),
    )
    .orderBy(desc(reports.reportedAt), desc(reports.no))
    .limit(500);
  return rows.map((r) => ({ ...r.report, reporter: r.reporter }));
}

/** Withdraws a batch; returns the rows that were still standing. */
export async function withdrawBatch(
  db: Db,
  batchId: string,
  at: Date,
  by: string,
): Promise<ReportRow[]> {
  return db
    .update(reports)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(eq(reports.batchId, batchId), isNull(reports.withdrawnAt)))
    .returning();
}

/** Writes the office's word on one item of a batch; `waiting` takes it back. */
export async function setDecision(
  db: Db,
  batchId: string,
  occurrenceId: string,
  decision: ReportRow['decision'],
): Promise<void> {
  await db
    .update(reports)
    .set({ decision })
    .where(and(eq(reports.batchId, batchId), eq(reports.occurrenceId, occurrenceId)));
}

/** What one report said and what still stands of it, in its order. */
export async function findBatch(db: Db, batchId: string): Promise<ReportRow[]> {
  return db
    .select()
    .from(reports)
    .where(and(eq(reports.batchId, batchId), isNull(reports.withdrawnAt)))
    .orderBy(asc(reports.no));
}

/** Whose report a batch is, withdrawn or not. */
export async function findUnitOfBatch(db: Db, batchId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ unitId: reports.unitId })
    .from(reports)
    .where(eq(reports.batchId, batchId))
    .limit(1);
  return row?.unitId;
}

/** Batches that a message brought: a recalled message withdraws them. */
export async function findBatchesOfMessage(db: Db, messageId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ batchId: reports.batchId })
    .from(reports)
    .where(and(eq(reports.messageId, messageId), isNull(reports.withdrawnAt)));
  return rows.map((r) => r.batchId);
}

/** What the words that brought a report brought with it: of the same person and instant, under the same message. */
export async function findBatchesBeside(db: Db, report: ReportRow): Promise<string[]> {
  const { messageId, reportedBy, reportedAt, batchId } = report;
  if (!messageId) return [];
  const rows = await db
    .selectDistinct({ batchId: reports.batchId })
    .from(reports)
    .where(
      and(
        eq(reports.messageId, messageId),
        eq(reports.reportedBy, reportedBy),
        eq(reports.reportedAt, reportedAt),
        ne(reports.batchId, batchId),
        isNull(reports.withdrawnAt),
      ),
    );
  return rows.map((r) => r.batchId);
}

export async function insertPending(
  db: Db,
  row: typeof pendingReplies.$inferInsert,
): Promise<void> {
  await db.insert(pendingReplies).values(row);
}

export async function findPending(db: Db, id: string): Promise<PendingReply | undefined> {
  const [row] = await db.select().from(pendingReplies).where(eq(pendingReplies.id, id));
  return row;
}

/** The question that was put last to this person in this chat and waits. */
export async function findOpenPending(
  db: Db,
  personId: string,
  chatId: string,
): Promise<PendingReply | undefined> {
  const [row] = await db
    .select()
    .from(pendingReplies)
    .where(
      and(
        eq(pendingReplies.personId, personId),
        eq(pendingReplies.chatId, chatId),
        isNull(pendingReplies.settledAt),
      ),
    )
    .orderBy(desc(pendingReplies.createdAt))
    .limit(1);
  return row;
}

/** Settles a question; false when it was settled before. */
export async function settlePending(db: Db, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(pendingReplies)
    .set({ settledAt: at })
    .where(and(eq(pendingReplies.id, id), isNull(pendingReplies.settledAt)))
    .returning({ id: pendingReplies.id });
  return rows.length > 0;
}

/** What this person reported last for one of these units and what still stands of it; empty when there is nothing. */
export async function findLastBatch(
  db: Db,
  personId: string,
  unitIds: string[],
): Promise<ReportRow[]> {
  if (unitIds.length === 0) return [];
  const own = and(
    eq(reports.reportedBy, personId),
    inArray(reports.unitId, unitIds),
    isNull(reports.withdrawnAt),
  );
  const [last] = await db
    .select({ batchId: reports.batchId })
    .from(reports)
    .where(own)
    .orderBy(desc(reports.reportedAt), desc(reports.id))
    .limit(1);
  if (!last) return [];
  return db
    .select()
    .from(reports)
    .where(and(own, eq(reports.batchId, last.batchId)))
    .orderBy(asc(reports.no));
}
