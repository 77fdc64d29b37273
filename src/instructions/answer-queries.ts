import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { AnswerRow } from './queries.ts';
import { instructionAnswers } from './tables.ts';

export async function insertAnswer(
  db: Db,
  row: typeof instructionAnswers.$inferInsert,
): Promise<void> {
  await db.insert(instructionAnswers).values(row);
}

/** The unit that gave an answer; null: the office. */
export async function findAnswerUnit(db: Db, id: string): Promise<string | null | undefined> {
  const [row] = await db
    .select({ unitId: instructionAnswers.unitId })
    .from(instructionAnswers)
    .where(eq(instructionAnswers.id, id));
  return row?.unitId;
}

/** Withdraws an answer; undefined when it was withdrawn before. */
export async function withdrawAnswer(db: Db, id: string, at: Date): Promise<AnswerRow | undefined> {
  const [row] = await db
    .update(instructionAnswers)
    .set({ withdrawnAt: at })
    .where(and(eq(instructionAnswers.id, id), isNull(instructionAnswers.withdrawnAt)))
    .returning();
  return row;
}
