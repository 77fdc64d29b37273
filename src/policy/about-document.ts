import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import type { Citation } from './compose.ts';
import { isLight } from './follow-up.ts';
import { documentNumber } from './metadata.ts';
import { findPolicies } from './queries.ts';
import type { Question } from './question.ts';

/** The document that a question is put to. */
export type Of = Pick<Citation, 'documentId' | 'title'>;

type Found = { kind: 'answered'; citations: Citation[] } | { kind: string };
type Ask<A extends Found> = (question: string, of?: Of) => Promise<A>;

/** 有效期到什么时候, 谁负责解释, and no word of which matter. */
export const isOfDocumentAlone = ({ cues, terms }: Question): boolean =>
  cues.some((cue) => cue.ofDocument) && terms.every(isLight);

/** 有效期到什么时候 after an answer is asked of the document that gave it; undefined where that does not say. */
export async function askOfBefore<A extends Found>(
  ask: Ask<A>,
  alone: Question,
  previous: string | undefined,
): Promise<A | undefined> {
  if (previous === undefined || !isOfDocumentAlone(alone)) return undefined;
  return askOfIts(ask, previous, alone.text);
}

/** 高企奖励还有效吗 is asked of the document that grants it; undefined where none does, or it does not say. */
export async function askOfMatter<A extends Found>(
  ask: Ask<A>,
  alone: Question,
): Promise<A | undefined> {
  const asked = alone.cues.find((cue) => cue.ofDocument)?.asked.exec(alone.plain)?.[0];
  if (!asked || isOfDocumentAlone(alone)) return undefined;
  return askOfIts(ask, alone.plain.replace(asked, ''), asked);
}

async function askOfIts<A extends Found>(
  ask: Ask<A>,
  matter: string,
  question: string,
): Promise<A | undefined> {
  const found = await ask(matter);
  const [of] = 'citations' in found ? found.citations : [];
  const answer = of && (await ask(question, of));
  return answer?.kind === 'answered' ? answer : undefined;
}

/** 云政〔2025〕6号什么时候到期: the document of that 文号, where the audience may see it, and what is asked of it. */
export async function findNumbered(
  db: Db,
  audience: Audience,
  question: string,
): Promise<{ of: Of; question: string } | undefined> {
  const written = documentNumber(question);
  if (!written) return undefined;
  const wanted = plain(written);
  const documents = await findPolicies(db, audience);
  const of = documents.find((d) => d.number && wanted.endsWith(plain(d.number)));
  return (
    of && { of: { documentId: of.id, title: of.title }, question: question.replace(written, '') }
  );
}

const plain = (number: string) => number.replace(/[〔[（(〕\]）)第\s]/g, ' ').replace(/\s+/g, ' ');
