import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Audience } from '../policy/audience.ts';
import { findAnswers, type StandardAnswer } from './queries.ts';
import { formOf, SAME, sameness } from './same-question.ts';
import { shownTo } from './tell.ts';

/** The standard answer in force that was given to the same question before, as far as the audience may see it. */
export async function findStandardAnswer(
  db: Db,
  asked: { question: string; audience: Audience; today: Day },
): Promise<NonNullable<Awaited<ReturnType<typeof shownTo>>> | undefined> {
  const form = formOf(asked.question);
  const near: { answer: StandardAnswer; likeness: number }[] = [];
  for (const answer of await findAnswers(db, asked.today)) {
    const likeness = Math.max(
      ...answer.phrasings.map((phrasing) => sameness(form, formOf(phrasing))),
    );
    if (likeness >= SAME) near.push({ answer, likeness });
  }
  // Of two that fit alike the newer one, which the query gives first.
  near.sort((a, b) => b.likeness - a.likeness);
  for (const { answer } of near) {
    const shown = await shownTo(db, answer, asked.audience, asked.today);
    if (shown) return shown;
  }
  return undefined;
}
