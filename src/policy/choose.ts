import { isBare, isOfDocumentAlone } from './bare-question.ts';
import { withOtherCaps } from './caps.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { onlyDemands } from './demanded-papers.ts';
import { fitsYears } from './fits.ts';
import { type Candidate, isMadeFor, judge } from './judge.ts';
import { speaksOf } from './match.ts';
import { ofOtherMatter } from './other-matter.ts';
import { withOtherSums } from './other-sums.ts';
import type { Question } from './question.ts';
import { asksOfBefore, isInForce } from './standing.ts';
import type { Statement } from './statements.ts';
import { isOneOfMany } from './whole-table.ts';

/** The document speaks for the place and the year of the question, and for the words of it that are names. */
export function fitsDocument(question: Question, statement: Statement): boolean {
  return (
    fitsYears(question, statement) &&
    question.terms
      .filter((t) => t.strict)
      .every((t) => speaksOf(`${statement.title} ${statement.plain}`, t.text) > 0)
  );
}

/** By how much a masked sentence must fit better to keep another one from answering. */
const CLEARLY = 0.02;

/** What is in force answers first; what is not only where nothing else does, or where it is meant. */
export function chooseInForce(
  question: Question,
  statements: Statement[],
  today?: string,
): Candidate[] {
  const holding = asksOfBefore(question, today)
    ? statements
    : statements.filter((s) => isInForce(s.policy, today));
  const chosen = choosePublic(question, holding, today);
  if (holding.length === statements.length) return chosen;
  const all = choosePublic(question, statements, today);
  return isFarBetter(all, chosen) ? all : chosen;
}

/**
 * An internal paper stands behind what is public, unless that speaks of something else; what it sets aside or reckons with
 * is no sum that anybody is entitled to.
 */
function choosePublic(question: Question, statements: Statement[], today?: string): Candidate[] {
  const all = choose(question, statements, today);
  if (all.every(isPublic) || BUDGET.test(question.plain)) return all;
  const open = choose(
    question,
    statements.filter((s) => s.policy.visibility !== 'internal'),
    today,
  );
  const internal = all.filter((c) => !isPublic(c) && !BUDGET.test(c.statement.plain));
  if (open.length === 0 || (internal.length > 0 && isFarBetter(internal, open))) return all;
  return [...open, ...internal].slice(0, SHOWN);
}

const isPublic = ({ statement }: Candidate) => statement.policy.visibility !== 'internal';

/** 预留400万元, 拟按62%的比例兑现: of money still to be given out. */
const BUDGET = /预留|测算|拟按|拟安排|预计|余额|盘子|机动/;

const SHOWN = 3;

const isFarBetter = ([any]: Candidate[], [held]: Candidate[]) =>
  held === undefined || (any?.score ?? 0) - held.score >= FAR_BETTER;

/** By how much what no longer holds must fit better: then what holds speaks of something else. */
const FAR_BETTER = 0.25;

function choose(question: Question, statements: Statement[], today?: string): Candidate[] {
  const candidates: Candidate[] = [];
  const documents = textsOf(statements);
  let hidden = 0;
  const foreign = ofOtherMatter(question, statements);
  for (const statement of statements) {
    if (foreign.has(statement.policy.id) || onlyDemands(question.text, statement.plain)) continue;
    if (isOneOfMany(question, statement)) continue;
    const verdict = judge(question, statement, documents.get(statement.policy.id));
    if (verdict.kind === 'answers') candidates.push(verdict.candidate);
    if (verdict.kind === 'masked') hidden = Math.max(hidden, verdict.score);
  }
  candidates.sort((a, b) => b.score - a.score);
  // The sentence that fits best has its figure masked: another one's figure would be a guess.
  if (hidden > (candidates[0]?.score ?? 0) + CLEARLY) return [];
  const asksList = question.asked.some((a) => a.kind === 'list');
  const all = question.cues.find((cue) => cue.several);
  const several = all && { general: all.whole === true };
  if (!isBare(question))
    return withOtherSums(
      withOtherCaps(question, chooseCandidates(candidates, asksList, several), candidates),
      [
        ...candidates,
        // 首次纳入规上统计的 for 小升规: another document may grant it in words that the question does not have.
        ...statements
          .filter((s) => fitsDocument(question, s))
          .map((statement) => ({ statement, score: 0, figures: [] })),
      ].filter((c) => isInForce(c.statement.policy, today)),
    );
  // 补多少: of what nobody said.
  if (question.cues.length === 0) return [];
  const named = candidates.filter(({ statement }) =>
    question.terms.every((t) => speaksOf(`${statement.title} ${statement.plain}`, t.text) > 0),
  );
  const made = named.filter((c) => isMadeFor(question, c.statement));
  const byDocument = Map.groupBy(made.length > 0 ? made : named, (c) => c.statement.policy.id);
  if (byDocument.size === 1)
    return chooseCandidates([...byDocument.values()].flat(), asksList, several);
  const fits =
    byDocument.size <= DOCUMENTS &&
    (isOfDocumentAlone(question) || question.cues.some((cue) => cue.each));
  return fits ? [...byDocument.values()].flatMap((of) => of.slice(0, 1)) : [];
}

/** Documents that one answer may speak of, each by its own sentence. */
const DOCUMENTS = 5;

/** What was found of each document. */
const textsOf = (statements: Statement[]) =>
  new Map(
    [...Map.groupBy(statements, (s) => s.policy.id)].map(([id, list]) => [
      id,
      list.map((s) => `${s.plain} ${s.headings}`).join('\n'),
    ]),
  );
