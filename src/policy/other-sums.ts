import { type Grant, grantOtherwise, readGrant } from './grants.ts';
import type { Candidate } from './judge.ts';
import { plainForm } from './language.ts';
import { isInForce } from './standing.ts';

/** Sentences under one answer. */
const AT_MOST = 3;

/** The sums that documents in force grant another one of for the same thing. */
export function differingSums(candidates: Candidate[], today?: string): string[] {
  const granted = candidates.flatMap((c) => {
    const { policy } = c.statement;
    const grant = isInForce(policy, today) ? grantAsked(c) : undefined;
    return grant ? [{ grant, of: policy.id }] : [];
  });
  const others = granted.filter(({ grant, of }) =>
    granted.some((g) => g.of !== of && grantOtherwise(grant, g.grant)),
  );
  return [...new Set(others.map(({ grant }) => grant.text))];
}

/** What a sentence grants in the case that is asked: 对批发企业奖励8万元；对餐饮企业奖励4万元 has two. */
function grantAsked({ statement: { text }, figures: [asked] }: Candidate): Grant | undefined {
  const cases = text.split(/[；;]|，(?=对)/);
  if (!asked || cases.length === 1) return readGrant(text);
  return readGrant(cases.find((said) => plainForm(said).includes(asked.text)) ?? text);
}

/** The best of each other document that grants another sum for the same thing as one that was chosen. */
export function withOtherSums(chosen: Candidate[], sorted: Candidate[]): Candidate[] {
  const [best] = chosen;
  const grant = best && grantAsked(best);
  if (!best || !grant || chosen.length >= AT_MOST) return chosen;
  const told = new Set(chosen.map((c) => c.statement.policy.id));
  const others = sorted.filter((c) => {
    const other = told.has(c.statement.policy.id) ? undefined : grantAsked(c);
    return other !== undefined && grantOtherwise(grant, other);
  });
  const each = Map.groupBy(others, (c) => c.statement.policy.id).values();
  return [...chosen, ...[...each].flatMap((of) => of.slice(0, 1))].slice(0, AT_MOST);
}
