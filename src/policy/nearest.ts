import { isBare } from './bare-question.ts';
import { type Citation, cite } from './cite.ts';
import { isMadeFor } from './judge.ts';
import { isHeavy, matchTerms, speaksOf } from './match.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';

/** Nothing that was found speaks of anything the question is about. */
export function isForeign(question: Question, statements: Statement[]): boolean {
  const heavy = question.terms.filter((t) => t.weight >= 1);
  return (
    heavy.length > 0 &&
    statements.every((s) => heavy.every((t) => speaksOf(`${s.plain} ${s.headings}`, t.text) === 0))
  );
}

/** Clauses shown beside a refusal. */
const NEAREST = 3;

/**
 * The sentences that speak of most of what is asked, one a clause: a word of the matter itself must be among them, or they
 * are made to answer such a question where it names no matter.
 */
export function nearest(question: Question, statements: Statement[]): Citation[] {
  const bare = isBare(question);
  const ranked = statements
    .filter((s) => s.passage.path !== '版记')
    .map((s) => {
      const own = matchTerms(question.terms, s, false);
      const spoken = own.filter((m) => m.inside && isHeavy(m));
      return {
        statement: s,
        score: own.reduce((sum, m) => sum + m.term.weight * m.cover, 0) + 0.5 * spoken.length,
        isNear: spoken.length > 0 || (bare && isMadeFor(question, s)),
      };
    })
    .filter((s) => s.isNear)
    .sort((a, b) => b.score - a.score);
  const clauses = new Map(
    ranked.toReversed().map(({ statement: s }) => [`${s.policy.id} ${s.passage.clause}`, s]),
  );
  const best = new Set(clauses.values());
  return ranked
    .filter(({ statement }) => best.has(statement))
    .slice(0, NEAREST)
    .map(({ statement }) => cite(statement));
}
