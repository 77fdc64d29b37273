import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { isOfDocumentAlone } from './bare-question.ts';
import { type Answered, type Citation, joinAnswers } from './compose.ts';
import { documentNumber } from './metadata.ts';
import { findPolicies } from './queries.ts';
import { type Question, readQuestion } from './question.ts';

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

/** 高企奖励还有效吗 is asked of the documents that speak of it; undefined where none does, or none says. */
export async function askOfMatter(ask: Ask, alone: Question): Promise<Answered | undefined> {
  const asked = alone.cues.find((cue) => cue.ofDocument)?.asked.exec(alone.plain)?.[0];
  if (!asked || isOfDocumentAlone(alone)) return undefined;
  return askOf(ask, (await ask(alone.plain.replace(asked, '')))?.citations, asked);
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

/** 云政〔2025〕6号什么时候到期: the document of that 文号, where the audience may see it, and what is asked of it. */
export async function findNumbered(
  db: Db,
  audience: Audience,
  question: string,
): Promise<{ of: Of; question: string } | undefined> {
  const written = documentNumber(question);
  if (!written) return undefined;
  const rest = question.replace(written, '');
  if (!isOfDocumentAlone(readQuestion(rest))) return undefined;
  const wanted = plain(written);
  const documents = await findPolicies(db, audience);
  const of = documents.find((d) => d.number && wanted.endsWith(plain(d.number)));
  return of && { of: { documentId: of.id, title: of.title }, question: rest };
}

const plain = (number: string) => number.replace(/[〔[（(〕\]）)第\s]/g, ' ').replace(/\s+/g, ' ');
