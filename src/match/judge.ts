import type { Condition, Requirement } from './conditions.ts';
import type { Facts } from './facts.ts';
import { apart, within } from './span.ts';
import { LEVELS, type Level } from './subjects.ts';

export type Verdict = 'met' | 'missing' | 'unknown';

/** A condition against what is known of a firm: what was not said, or not exactly enough, is unknown. Pure. */
export function judgeCondition(condition: Condition, facts: Facts): Verdict {
  if (condition.kind === 'text') return 'unknown';
  const fact = facts.get(condition.subject);
  if (!fact) return 'unknown';
  if (condition.kind === 'flag') {
    if (!('is' in fact)) return 'unknown';
    if (fact.is !== condition.is) return 'missing';
    if (fact.is && condition.level && reaches(fact.level, condition.level) !== 'met')
      return reaches(fact.level, condition.level);
    // Whoever is it already may have become it too long ago.
    return condition.first ? 'unknown' : 'met';
  }
  if (!('span' in fact)) return 'unknown';
  if (within(fact.span, condition.span)) return 'met';
  return apart(fact.span, condition.span) ? 'missing' : 'unknown';
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
