import { desc, eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { people } from '../units/tables.ts';
import { unansweredQuestions } from './tables.ts';

export type UnansweredQuestion = typeof unansweredQuestions.$inferSelect & {
  /** Name of the asker; null for somebody from outside. */
  asker: string | null;
};

/** Questions that found no answer and that nobody has settled, newest first. */
export async function listUnanswered(db: Db, limit: number): Promise<UnansweredQuestion[]> {
  const rows = await db
    .select({ question: unansweredQuestions, asker: people.name })
    .from(unansweredQuestions)
    .leftJoin(people, eq(people.openId, unansweredQuestions.askedBy))
    .where(eq(unansweredQuestions.settled, false))
    .orderBy(desc(unansweredQuestions.askedAt))
    .limit(limit);
  return rows.map((r) => ({ ...r.question, asker: r.asker }));
}
