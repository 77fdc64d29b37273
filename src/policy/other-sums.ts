import { grantOtherwise, readGrant } from './grants.ts';
import type { Candidate } from './judge.ts';
import type { Statement } from './statements.ts';

/** Sentences under one answer. */
const AT_MOST = 3;

/** The sums that documents grant another one of for the same thing. */
export function differingSums(statements: Statement[]): string[] {
  const granted = statements.flatMap((s) => {
    const grant = readGrant(s.text);
    return grant ? [{ grant, of: s.policy.id }] : [];
  });
  const others = granted.filter(({ grant, of }) =>
    granted.some((g) => g.of !== of && grantOtherwise(grant, g.grant)),
  );
  return [...new Set(others.map(({ grant }) => grant.text))];
}

/** The best of each other document that grants another sum for the same thing as one that was chosen. */
export function withOtherSums(chosen: Candidate[], sorted: Candidate[]): Candidate[] {
  const [best] = chosen;
  const grant = best && readGrant(best.statement.text);
  if (!best || !grant || chosen.length >= AT_MOST) return chosen;
  const told = new Set(chosen.map((c) => c.statement.policy.id));
  const others = sorted.filter((c) => {
    const other = told.has(c.statement.policy.id) ? undefined : readGrant(c.statement.text);
    return other !== undefined && grantOtherwise(grant, other);
  });
  const each = Map.groupBy(others, (c) => c.statement.policy.id).values();
  return [...chosen, ...[...each].flatMap((of) => of.slice(0, 1))].slice(0, AT_MOST);
}
