import type { Answer, AskPolicy } from './answer.ts';
import { type Answered, joinAnswers } from './compose.ts';
import { namesMatter, subjectAfter } from './follow-up.ts';
import { readQuestion } from './question.ts';

/**
 * The answers to questions asked together, one after the other, with those that found none; a part that names no matter
 * (带什么材料) is of the one before it. Undefined where nothing is answered.
 */
export async function answerEach(
  questions: string[],
  { meaning: _, previous: before, ...asked }: AskPolicy,
  ask: (asked: AskPolicy) => Promise<Answer>,
): Promise<Answered | undefined> {
  const answers: Answered[] = [];
  const unfound: string[] = [];
  let previous = before;
  for (const question of questions) {
    const behind =
      previous === undefined ? undefined : { ...asked, question: `那${question}`, previous };
    const isOwn = behind === undefined || namesMatter(readQuestion(question));
    const tries = [...(isOwn ? [{ ...asked, question }] : []), ...(behind ? [behind] : [])];
    let answer: Answer | undefined;
    for (const one of tries) if (answer?.kind !== 'answered') answer = await ask(one);
    if (answer?.kind === 'answered') answers.push(answer);
    else unfound.push(question);
    if (isOwn) previous = subjectAfter(question, previous);
  }
  if (answers.length === 0) return undefined;
  return { ...joinAnswers(answers), ...(unfound.length > 0 ? { unfound } : {}) };
}
