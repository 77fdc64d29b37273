import { ofBatch, readWindows } from '../calendar/windows.ts';
import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { isBare } from './bare-question.ts';
import type { Answered } from './compose.ts';
import { findPolicies } from './queries.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';
import { hasEnded } from './validity.ts';
import { cautionText, endedWindowText, windowText } from './wording.ts';

type Dated = Parameters<typeof hasEnded>[0];

/** Whether a document is in force on a day: neither ended nor yet to begin. Without a day only a repeal counts. */
export const isInForce = (of: Dated, today = ''): boolean =>
  !hasEnded(of, today) && !begins(of, today);

const begins = ({ validity: { from = '' } }: Dated, today: string) => today !== '' && from > today;

/** Since when a document holds, as far as it says so. */
export const firstDayOf = ({ validity, issuedOn }: Dated): string | undefined =>
  validity.from ?? issuedOn ?? undefined;

/** 原来的奖励, 老办法, 2022年: what no longer holds is meant. */
export const asksOfBefore = ({ plain, years }: Question, today = ''): boolean =>
  BEFORE.test(plain) || years.some((year) => year < Number(today.slice(0, 4)));

const BEFORE =
  /(?:以前|原来|原先|原有|从前|过去|往年|当年|当时|之前)(?!置|沿)|去年|前年|[老旧](?:的|版|办法|政策|文件|规定|措施|细则|方案|标准|意见)/;

/**
 * The statements with who repeals their documents, as it is known to this audience on this day: what is to be repealed
 * later still holds, and the name of a document that is not open to the audience is left out.
 */
export async function withRepeals(
  db: Db,
  audience: Audience,
  statements: Statement[],
  today?: string,
): Promise<Statement[]> {
  if (statements.every((s) => s.policy.repealedBy === null)) return statements;
  const open = new Map((await findPolicies(db, audience)).map((p) => [p.title, p]));
  return statements.map((statement) => {
    const { policy } = statement;
    if (policy.repealedBy === null) return statement;
    const repealer = open.get(policy.repealedBy);
    if (repealer && begins(repealer, today ?? ''))
      return { ...statement, policy: { ...policy, repealedBy: null } };
    const repealedOn = repealer && firstDayOf(repealer);
    return {
      ...statement,
      policy: {
        ...policy,
        repealedBy: repealer?.title ?? '',
        ...(repealedOn ? { repealedOn } : {}),
      },
    };
  });
}

/** What is asked is when one may apply. */
const ASKS_WHEN = /^(?:still open|deadline|application time|late)$/;

/**
 * An answer on when one may apply, with a line for each of its clauses that gives days: closed, open until when, or not yet
 * begun on this day, and whether the year was written. A document that has ended lets nobody apply.
 */
export function withWindows(answer: Answered, question: Question, today?: string): Answered {
  if (!today || !question.cues.some(({ name }) => ASKS_WHEN.test(name))) return answer;
  const isNamed = isBare(question) || new Set(answer.citations.map((c) => c.documentId)).size > 1;
  const lines = answer.citations.flatMap((citation) => {
    const title = isNamed ? citation.title : undefined;
    if (hasEnded(citation.validity, today)) return endedWindowText(title);
    const windows = ofBatch(readWindows(citation.text, citation.year, today), question.plain);
    return windows.map((window) => windowText(window, today, citation.year, title));
  });
  return lines.length > 0 ? { ...answer, windows: [...new Set(lines)] } : answer;
}

/** An answer with a line for each document of it that is not in force, unless it says so itself. */
export function withCautions(answer: Answered, today = ''): Answered {
  if (answer.cautions) return answer;
  const documents = [...new Map(answer.citations.map((c) => [c.documentId, c])).values()];
  const cautions = documents.flatMap(
    ({ validity, title }) =>
      cautionText(validity, today, documents.length > 1 ? title : undefined) ?? [],
  );
  return cautions.length > 0 ? { ...answer, cautions } : answer;
}
