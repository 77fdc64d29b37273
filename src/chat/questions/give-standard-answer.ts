import { dayOf } from '../../calendar/county-time.ts';
import type { Audience } from '../../policy/audience.ts';
import { answerCard } from '../../standard-answers/cards.ts';
import { findStandardAnswer } from '../../standard-answers/find.ts';
import { countHit, insertGiven } from '../../standard-answers/queries.ts';
import { givenRow } from '../../standard-answers/tell.ts';
import { answerFromDocuments, type Context } from '../context.ts';
import { rememberQuestion } from '../conversation.ts';

/** Answers what the documents do not with what the office said to the same question; false when it said nothing. */
export async function giveStandardAnswer(
  context: Context,
  question: string,
  audience: Audience,
): Promise<boolean> {
  const { deps, now, person, today } = context;
  const shown = await findStandardAnswer(deps.db, { question, audience, today });
  if (!shown) return false;
  const givenId = deps.newId();
  const on = dayOf(shown.answer.confirmedAt ?? now, deps.config.APP_TIMEZONE);
  await countHit(deps.db, shown.answer.id, now);
  await insertGiven(deps.db, givenRow(givenId, now, { question, askedBy: person.openId }, shown));
  await rememberQuestion(context, question);
  await answerFromDocuments(context, answerCard({ givenId, asked: question, on, ...shown }));
  return true;
}

/** Keeps what an answer of the library said, so that the office sees what a 没用 was about. */
export async function keepGiven(
  { deps, now, person }: Context,
  id: string,
  question: string,
  citations: { documentId: string; section: string; text: string }[],
): Promise<void> {
  await insertGiven(deps.db, {
    id,
    question,
    askedBy: person.openId,
    at: now,
    sources: citations.map((c) => ({ policyId: c.documentId, section: c.section, text: c.text })),
  });
}
