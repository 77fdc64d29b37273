import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { isOfDocumentAlone } from './bare-question.ts';
import type { Citation } from './cite.ts';
import { type Answered, composeRows, joinAnswers } from './compose.ts';
import { findNamed, isNumbered, isTitled } from './document-name.ts';
import { documentNumber } from './metadata.ts';
import { findPolicies, passagesOf } from './queries.ts';
import { type Question, readQuestion } from './question.ts';
import { readClauses } from './read-around.ts';
import { firstDayOf, isInForce } from './standing.ts';
import type { Statement } from './statements.ts';
import { repealText } from './wording.ts';

/** The document that a question is put to. */
export type Of = Pick<Citation, 'documentId' | 'title'>;

/** Puts a question to the library, or to one document; undefined where it is not answered. */
type Ask = (question: string, of?: Of) => Promise<Answered | undefined>;

/** 有效期到什么时候 after an answer is asked of the document that gave it; undefined where that does not say. */
export async function askOfBefore(
  ask: Ask,
  alone: Question,
  previous: string | undefined,
): Promise<Answered | undefined> {
  if (previous === undefined || !isOfDocumentAlone(alone)) return undefined;
  return askOf(ask, (await ask(previous))?.citations.slice(0, 1), alone.text);
}

/** 科技创新政策到期没, 高企奖励还有效吗 is asked of the document so called, or of those that speak of it; undefined where none says. */
export async function askOfMatter(
  db: Db,
  audience: Audience,
  ask: Ask,
  alone: Question,
): Promise<Answered | undefined> {
  const asked = alone.cues.find((cue) => cue.ofDocument)?.asked.exec(alone.plain)?.[0];
  if (!asked || isOfDocumentAlone(alone)) return undefined;
  const matter = alone.plain.replace(asked, '');
  const named = NAMES_DOCUMENT.test(matter)
    ? findNamed(await findPolicies(db, audience), matter).slice(0, 1)
    : [];
  const ofNamed = await askOf(
    ask,
    named.map(({ id, title }) => ({ documentId: id, title })),
    asked,
  );
  return ofNamed ?? askOf(ask, (await ask(matter))?.citations, asked);
}

const NAMES_DOCUMENT = /(?:意见|办法|措施|方案|通知|细则|规定|文件|政策|规划|计划)$/;

/** Where documents grant different sums for one thing: what they say of having both. */
export async function withTogether(ask: Ask, answer: Answered): Promise<Answered> {
  if (!answer.differ) return answer;
  const said = await askOf(ask, answer.citations, '能不能同时享受');
  return { ...answer, together: said?.citations ?? [] };
}

async function askOf(
  ask: Ask,
  cited: Of[] | undefined,
  question: string,
): Promise<Answered | undefined> {
  const answers: Answered[] = [];
  for (const of of new Map((cited ?? []).map((c) => [c.documentId, c])).values()) {
    const answer = await ask(question, of);
    if (answer) answers.push(answer);
  }
  return answers.length > 0 ? joinAnswers(answers) : undefined;
}

/** 云政〔2025〕6号什么时候到期: the document of that 文号, where the audience may see it, and what is asked of it; `isAlone`: of no matter. */
export async function findNumbered(
  db: Db,
  audience: Audience,
  question: string,
): Promise<{ of: Of; question: string; isAlone: boolean } | undefined> {
  const written = documentNumber(question);
  if (!written) return undefined;
  const rest = question.replace(written, '');
  const documents = await findPolicies(db, audience);
  const of = documents.find((d) => isNumbered(d, written));
  const isAlone = isOfDocumentAlone(readQuestion(rest));
  return of && { of: { documentId: of.id, title: of.title }, question: rest, isAlone };
}

/** Whom a 文号 in the question means: sentences of that document, or that speak of it; all where none is written. */
export function ofNumbered(question: string, statements: Statement[]): Statement[] {
  const written = documentNumber(question);
  if (!written) return statements;
  return statements.filter(({ policy, text }) => {
    const said = documentNumber(text);
    return isNumbered(policy, written) || (said && isNumbered({ number: said }, written));
  });
}

/** Whether a document still holds, or until when, is what is asked. */
export const asksValidity = ({ cues }: Question): boolean =>
  cues.some(({ name }) => name === 'in force' || name === 'term');

/** The sentence by which another document repealed this one by a day; undefined where the audience may see none. */
export async function findRepeal(
  db: Db,
  audience: Audience,
  policyId: string,
  today?: string,
): Promise<Answered | undefined> {
  const documents = await findPolicies(db, audience);
  const policy = documents.find((p) => p.id === policyId);
  const repealer = documents.find((p) => p.title === policy?.repealedBy);
  if (!policy || !repealer || !isInForce(repealer, today)) return undefined;
  const pieces = (await passagesOf(db, repealer.id)).map((passage) => ({
    passage,
    policy: repealer,
  }));
  const sentence = readClauses(pieces).find(
    ({ text, headings }) =>
      /废止|失效/.test(`${headings}${text}`) &&
      [...text.matchAll(/《([^》]+)》/g)].some(([, name = '']) => isTitled(policy.title, name)),
  );
  if (!sentence) return undefined;
  const { title } = policy;
  const validity = { repealedBy: repealer.title, repealedOn: firstDayOf(repealer) };
  return { ...composeRows([sentence]), cautions: [`《${title}》${repealText(validity)}。`] };
}
