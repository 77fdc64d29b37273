import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { type Candidate, fitsYears, judge } from './judge.ts';
import { speaksOf } from './match.ts';
import { findClauses, findRegions, findRows, type Passage, type Policy } from './queries.ts';
import { type Question, readQuestion } from './question.ts';
import { pickRows } from './rows.ts';
import { searchPassages } from './search.ts';
import { readStatements, type Statement } from './statements.ts';

/** Where an answer stands. */
export type Citation = {
  documentId: string;
  /** File name as it was added. */
  document: string;
  title: string;
  number?: string;
  /** Clause path with its nearest heading. */
  section: string;
  /** The sentence or row as shown. */
  text: string;
  policy: Policy;
};

export type AnswerFigure = { value: number; unit: string; text: string };

export type Answer =
  | { kind: 'answered'; answer: string; citations: Citation[]; figures: AnswerFigure[] }
  | { kind: 'not-found'; nearest: { title: string; section: string }[] }
  | { kind: 'out-of-scope' };

/** Passages that are read closely; the right one is among the first five in 97 of 100 questions. */
const CLOSELY = 40;

/** Answers from the documents open to the audience, or says that they do not answer; never from anything else. */
export async function answerQuestion(
  db: Db,
  asked: { question: string; audience: Audience; previous?: string },
): Promise<Answer> {
  const places = (await findRegions(db, asked.audience)).map((r) =>
    r.replace(/[省市县区旗州]$/, ''),
  );
  const question = readQuestion(asked.question, places);
  if (question.terms.length === 0 && question.months.length === 0) return { kind: 'out-of-scope' };
  const hits = await searchPassages(db, {
    text: asked.question,
    audience: asked.audience,
    top: CLOSELY,
  });
  if (question.rows) {
    const listed = await listRows(db, asked.audience, question, hits);
    if (listed) return listed;
  }
  const statements = await readAround(db, asked.audience, hits);
  return choose(question, statements, hits);
}

/** Rows of the plan that the hits point to: all of a month, or all that a unit leads. */
async function listRows(
  db: Db,
  audience: Audience,
  question: Question,
  hits: { passage: Passage; policy: Policy }[],
): Promise<Answer | undefined> {
  const plans = new Set(hits.filter((h) => h.passage.kind === 'table-row').map((h) => h.policy.id));
  for (const policyId of plans) {
    const pieces = await findRows(db, audience, policyId);
    const rows = pieces.flatMap((piece) => readStatements([piece]));
    const picked = pickRows(question, rows)?.filter((row) => fitsDocument(question, row));
    if (!picked || picked.length === 0) continue;
    return {
      kind: 'answered',
      answer: picked.map((row) => row.text).join('\n'),
      citations: picked.slice(0, ROWS_CITED).map(cite),
      figures: [],
    };
  }
  return undefined;
}

/** Citations under a list of rows; the answer itself names all of them. */
const ROWS_CITED = 12;

/** The document speaks for the place and the year of the question, and for the words of it that are names. */
function fitsDocument(question: Question, statement: Statement): boolean {
  return (
    fitsYears(question, statement) &&
    question.terms
      .filter((t) => t.strict)
      .every((t) => speaksOf(`${statement.title} ${statement.plain}`, t.text) > 0)
  );
}

async function readAround(
  db: Db,
  audience: Audience,
  hits: { passage: Passage; policy: Policy }[],
): Promise<Statement[]> {
  const wanted = new Map(
    hits.map(({ passage }) => [
      `${passage.policyId} ${passage.clause}`,
      { policyId: passage.policyId, clause: passage.clause },
    ]),
  );
  const pieces = await findClauses(db, audience, [...wanted.values()]);
  const clauses = Map.groupBy(pieces, (p) => `${p.passage.policyId} ${p.passage.clause}`);
  return [...clauses.values()].flatMap((list) => readStatements(list));
}

function choose(
  question: Question,
  statements: Statement[],
  hits: { passage: Passage; policy: Policy }[],
): Answer {
  const candidates: Candidate[] = [];
  let hidden = 0;
  for (const statement of statements) {
    const verdict = judge(question, statement);
    if (verdict.kind === 'answers') candidates.push(verdict.candidate);
    if (verdict.kind === 'masked') hidden = Math.max(hidden, verdict.score);
  }
  candidates.sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best || hidden >= best.score) return { kind: 'not-found', nearest: nearest(hits) };
  const chosen = candidates.filter((c, i) => i === 0 || (i < 3 && c.score >= best.score - 0.005));
  return {
    kind: 'answered',
    answer: chosen.map((c) => wholeText(c.statement)).join('\n'),
    citations: chosen.map((c) => cite(c.statement)),
    figures: chosen.flatMap((c) =>
      c.figures.map(({ value, unit, text }) => ({ value, unit, text })),
    ),
  };
}

/** Longest answer that is put together from a short sentence and those that carry it out. */
const WHOLE = 400;
const SHORT = 32;
/** A sentence as short as this heads all that follows it. */
const LEAD = 8;

/** A short sentence such as 实行“三个一”机制。 only names what the next ones say: they belong to the answer. */
function wholeText(statement: Statement): string {
  let text = statement.text;
  if (statement.cells || text.length > SHORT) return text;
  const heads = text.length <= LEAD;
  for (const next of statement.following) {
    if (text.length + next.length > WHOLE) break;
    text += next;
    if (!heads && next.length > SHORT) break;
  }
  return text;
}

function cite(statement: Statement): Citation {
  const { policy, passage } = statement;
  return {
    documentId: policy.id,
    document: policy.fileName,
    title: policy.title,
    ...(policy.number ? { number: policy.number } : {}),
    section: [passage.path, passage.headings.at(-1) ?? ''].filter((p) => p !== '').join(' '),
    text: wholeText(statement),
    policy,
  };
}

function nearest(
  hits: { passage: Passage; policy: Policy }[],
): { title: string; section: string }[] {
  return hits.slice(0, 3).map(({ passage, policy }) => ({
    title: policy.title,
    section: passage.path,
  }));
}
