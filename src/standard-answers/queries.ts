import { and, asc, desc, eq, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { answerFeedback, unansweredQuestions } from '../policy/tables.ts';
import type { UnansweredQuestion } from '../policy/unanswered-queries.ts';
import { people } from '../units/tables.ts';
import { answersTold, givenAnswers, standardAnswers } from './tables.ts';

export type StandardAnswer = typeof standardAnswers.$inferSelect & {
  /** Who wrote it. */
  author: string | null;
};

/** Open questions that the office can answer: what may not be said in a group has been told its way already. */
export async function findOpenQuestions(db: Db): Promise<UnansweredQuestion[]> {
  const rows = await db
    .select({ question: unansweredQuestions, asker: people.name })
    .from(unansweredQuestions)
    .leftJoin(people, eq(people.openId, unansweredQuestions.askedBy))
    .where(
      and(eq(unansweredQuestions.settled, false), ne(unansweredQuestions.reason, 'not-permitted')),
    )
    .orderBy(asc(unansweredQuestions.no));
  return rows.map((r) => ({ ...r.question, asker: r.asker }));
}

/** Settles those of the questions that are still open, and answers which they were. */
export async function settleQuestions(
  tx: Db,
  ids: string[],
  answerId: string,
): Promise<(typeof unansweredQuestions.$inferSelect)[]> {
  if (ids.length === 0) return [];
  return tx
    .update(unansweredQuestions)
    .set({ settled: true, settledBy: answerId })
    .where(and(inArray(unansweredQuestions.id, ids), eq(unansweredQuestions.settled, false)))
    .returning();
}

/** Opens again what an answer has settled. */
export async function reopenQuestions(
  tx: Db,
  answerId: string,
): Promise<(typeof unansweredQuestions.$inferSelect)[]> {
  return tx
    .update(unansweredQuestions)
    .set({ settled: false, settledBy: null })
    .where(eq(unansweredQuestions.settledBy, answerId))
    .returning();
}

export async function insertAnswer(
  tx: Db,
  row: typeof standardAnswers.$inferInsert,
): Promise<number> {
  const [kept] = await tx.insert(standardAnswers).values(row).returning({ no: standardAnswers.no });
  return kept?.no ?? 0;
}

const withAuthor = (db: Db) =>
  db
    .select({ answer: standardAnswers, author: people.name })
    .from(standardAnswers)
    .leftJoin(people, eq(people.id, standardAnswers.createdBy));

export async function findAnswer(db: Db, id: string): Promise<StandardAnswer | undefined> {
  const [row] = await withAuthor(db).where(eq(standardAnswers.id, id));
  return row && { ...row.answer, author: row.author };
}

/** The answer that this person drafted last and that waits. */
export async function findAnswerDraft(
  db: Db,
  createdBy: string,
): Promise<StandardAnswer | undefined> {
  const [row] = await withAuthor(db)
    .where(and(eq(standardAnswers.state, 'draft'), eq(standardAnswers.createdBy, createdBy)))
    .orderBy(desc(standardAnswers.createdAt))
    .limit(1);
  return row && { ...row.answer, author: row.author };
}

/** Answers in force, and those that ran out since `since` (ISO day), newest first. */
export async function findAnswers(db: Db, since: string): Promise<StandardAnswer[]> {
  const rows = await withAuthor(db)
    .where(and(eq(standardAnswers.state, 'valid'), notBefore(since)))
    .orderBy(desc(standardAnswers.confirmedAt));
  return rows.map((r) => ({ ...r.answer, author: r.author }));
}

const notBefore = (day: string) =>
  or(isNull(standardAnswers.validUntil), gte(standardAnswers.validUntil, day));

/** Answers that run out from `from` until before `until`, ISO days. */
export async function findExpiring(db: Db, from: string, until: string): Promise<StandardAnswer[]> {
  const rows = await withAuthor(db)
    .where(
      and(
        eq(standardAnswers.state, 'valid'),
        gte(standardAnswers.validUntil, from),
        lt(standardAnswers.validUntil, until),
      ),
    )
    .orderBy(asc(standardAnswers.validUntil), asc(standardAnswers.no));
  return rows.map((r) => ({ ...r.answer, author: r.author }));
}

/** Moves an answer on; undefined when somebody was faster. */
export async function moveAnswer(
  tx: Db,
  id: string,
  from: StandardAnswer['state'],
  to: StandardAnswer['state'],
  confirmedAt?: Date,
): Promise<boolean> {
  const rows = await tx
    .update(standardAnswers)
    .set({ state: to, ...(confirmedAt ? { confirmedAt } : {}) })
    .where(and(eq(standardAnswers.id, id), eq(standardAnswers.state, from)))
    .returning({ id: standardAnswers.id });
  return rows.length > 0;
}

/** Gives an answer another last day; false when it is not in force. */
export async function setValidUntil(
  tx: Db,
  id: string,
  validUntil: string | null,
): Promise<boolean> {
  const rows = await tx
    .update(standardAnswers)
    .set({ validUntil })
    .where(and(eq(standardAnswers.id, id), eq(standardAnswers.state, 'valid')))
    .returning({ id: standardAnswers.id });
  return rows.length > 0;
}

export async function countHit(db: Db, id: string, at: Date): Promise<void> {
  await db
    .update(standardAnswers)
    .set({ hits: sql`${standardAnswers.hits} + 1`, lastHitAt: at })
    .where(eq(standardAnswers.id, id));
}

/** Notes that a place is told; false when it was told before. */
export async function insertTold(tx: Db, row: typeof answersTold.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(answersTold)
    .values(row)
    .onConflictDoNothing()
    .returning({ place: answersTold.place });
  return rows.length > 0;
}

export async function findTold(
  db: Db,
  answerId: string,
): Promise<(typeof answersTold.$inferSelect)[]> {
  return db.select().from(answersTold).where(eq(answersTold.answerId, answerId));
}

export async function insertGiven(db: Db, row: typeof givenAnswers.$inferInsert): Promise<void> {
  await db.insert(givenAnswers).values(row).onConflictDoNothing();
}

export type DoubtedAnswer = {
  id: string;
  question: string;
  section: string;
  text: string;
  asker: string | null;
  at: Date;
};

/** Answers that somebody called 没用 and that the office has not looked at, newest first. */
export async function findDoubted(db: Db, limit: number): Promise<DoubtedAnswer[]> {
  const rows = await db
    .selectDistinct({ given: givenAnswers, asker: people.name })
    .from(givenAnswers)
    .innerJoin(
      answerFeedback,
      and(eq(answerFeedback.answerId, givenAnswers.id), eq(answerFeedback.useful, false)),
    )
    .leftJoin(people, eq(people.openId, givenAnswers.askedBy))
    .where(isNull(givenAnswers.seenAt))
    .orderBy(desc(givenAnswers.at))
    .limit(limit);
  return rows.map(({ given, asker }) => ({
    id: given.id,
    question: given.question,
    section: given.sources[0]?.section ?? '',
    text: given.sources[0]?.text ?? '',
    asker,
    at: given.at,
  }));
}

/** Takes an answer off the office's list; false when it was off before. */
export async function markSeen(db: Db, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(givenAnswers)
    .set({ seenAt: at })
    .where(and(eq(givenAnswers.id, id), isNull(givenAnswers.seenAt)))
    .returning({ id: givenAnswers.id });
  return rows.length > 0;
}
