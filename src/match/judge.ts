import type { Condition, Requirement } from './conditions.ts';
import type { Fact, Facts } from './facts.ts';
import { apart, atLeast, type Span, within } from './span.ts';
import { LEVELS, type Level } from './subjects.ts';

export type Verdict = 'met' | 'missing' | 'unknown';

/** A condition against what is known of a firm: what was not said, or not exactly enough, is unknown. Pure. */
export function judgeCondition(condition: Condition, facts: Facts): Verdict {
  if (condition.kind === 'text') return 'unknown';
  const verdict = judgeWhole(condition, facts);
  return verdict === 'met' && condition.partly ? 'unknown' : verdict;
}

function judgeWhole(condition: Exclude<Condition, { kind: 'text' }>, facts: Facts): Verdict {
  const fact = facts.get(condition.subject);
  if (!fact) return 'unknown';
  if (condition.kind === 'flag') {
    if (!('is' in fact)) return 'unknown';
    if (fact.is !== condition.is) return fact.is ? happened(condition, fact) : 'missing';
    if (fact.is && condition.level && reaches(fact.level, condition.level) !== 'met')
      return reaches(fact.level, condition.level);
    return condition.first && fact.is ? firstTime(fact.since) : 'met';
  }
  if (!('span' in fact)) return 'unknown';
  return judgeFigure(condition, fact);
}

/** What should not have happened did: long enough ago it no longer counts, and whether a small one counts nobody says. */
function happened({ within, grave, deadly }: Flag, { ago, past, ...was }: State): Verdict {
  if (within !== undefined && (ago ?? 0) > within) return 'met';
  const isOpen = within !== undefined && (past === true || ago === within);
  const isBadEnough = (!grave && !deadly) || was.grave || (deadly && was.deadly);
  return isOpen || !isBadEnough ? 'unknown' : 'missing';
}

type Flag = Condition & { kind: 'flag' };
type State = Extract<Fact, { is: boolean }>;

/** Whoever is it already, and did not say since when, may have become it too long ago. */
const firstTime = (since: Fact['since']): Verdict =>
  since === 'now' ? 'met' : since === 'before' ? 'missing' : 'unknown';

type FigureCondition = Condition & { kind: 'figure' };
type FigureFact = Extract<Fact, { span: Span }>;

function judgeFigure(condition: FigureCondition, fact: FigureFact): Verdict {
  const of = condition.lastYear ? lastYearOf(fact) : fact.span;
  // A figure of years ago says nothing of today's.
  if (!of || (fact.ago ?? 0) > 1) return 'unknown';
  if (condition.years) return judgeYears(condition.span, condition.years, fact);
  if (!within(of, condition.span)) return apart(of, condition.span) ? 'missing' : 'unknown';
  if (!condition.first) return 'met';
  const [highest = condition.span] = (condition.steps ?? [])
    .map((step) => atLeast(step, condition.span.minOpen))
    .filter((step) => within(of, step))
    .toSorted((a, b) => b.min - a.min);
  // What an earlier year has reached is not reached for the first time.
  if (fact.earlier?.some((year) => within(year.span, highest))) return 'missing';
  return firstTime(fact.since);
}

/**
 * In each of so many years: all of them said, from this year or the last one back. One that fell short in between settles it;
 * this year and the oldest may stand outside of what is counted.
 */
function judgeYears(wanted: Span, years: number, { span, ago, earlier = [] }: FigureFact): Verdict {
  const said = new Map([{ span, ago: ago ?? 0 }, ...earlier].map((y) => [y.ago, y.span]));
  const fits = (year: number) => {
    const of = said.get(year);
    return of !== undefined && within(of, wanted);
  };
  const runs = [0, 1].map((from) => Array.from({ length: years }, (_, i) => from + i));
  if (runs.some((run) => run.every(fits))) return 'met';
  const short = runs[0]?.slice(1).some((year) => {
    const of = said.get(year);
    return of !== undefined && apart(of, wanted);
  });
  return short ? 'missing' : 'unknown';
}

/** The figure of the year before; one that was said of no year may be it, one of another year is not. */
function lastYearOf({ span, ago, earlier = [] }: FigureFact): Span | undefined {
  if (ago === 1) return span;
  const before = earlier.find((year) => year.ago === 1);
  return before ? before.span : ago === undefined ? span : undefined;
}

/** A level that was not said may be any. */
function reaches(has: Level | undefined, wanted: Level): Verdict {
  if (!has) return 'unknown';
  return LEVELS.indexOf(has) >= LEVELS.indexOf(wanted) ? 'met' : 'missing';
}

/** One condition met is enough; it is missing only when all of them are. */
export function judgeRequirement(requirement: Requirement, facts: Facts): Verdict {
  const each = requirement.any.map((c) => judgeCondition(c, facts));
  if (each.includes('met')) return 'met';
  return each.length > 0 && each.every((v) => v === 'missing') ? 'missing' : 'unknown';
}
