import { unscaled } from '../text/number.ts';
import { kindOfUnit } from './figures.ts';
import { type Grant, grantOtherwise, readGrant } from './grants.ts';
import type { Candidate } from './judge.ts';
import { plainForm } from './language.ts';
import type { Policy } from './queries.ts';
import { isInForce } from './standing.ts';

/** Sentences under one answer. */
const AT_MOST = 3;

/** A sum of one document where others say another. */
export type Differing = { sum: string; of: Policy };

/**
 * The sums of which documents in force say another one: for what is plainly the same grant, or, of two levels, in answer to
 * the same question on a sum.
 */
export function differingSums(candidates: Candidate[], today?: string): Differing[] {
  const holding = candidates.filter((c) => isInForce(c.statement.policy, today));
  const granted = holding.flatMap((c) => {
    const grant = grantAsked(c);
    return grant ? [{ grant, of: c.statement.policy }] : [];
  });
  const others = granted
    .filter(({ grant, of }) =>
      granted.some((g) => g.of.id !== of.id && grantOtherwise(grant, g.grant)),
    )
    .map(({ grant, of }) => ({ sum: grant.text, of }));
  const found = others.length > 0 ? others : ofLevels(holding);
  return [...new Map(found.map((d) => [`${d.of.id} ${d.sum}`, d])).values()];
}

/** What documents of different levels say in answer to one question on a sum. */
function ofLevels(candidates: Candidate[]): Differing[] {
  const asked = candidates.flatMap(({ figures, statement: { policy } }) => {
    const [figure, ...more] = figures;
    if (!figure || more.length > 0 || policy.level === null) return [];
    const { value, unit } = unscaled(figure);
    return ['money', 'share'].includes(kindOfUnit(unit) ?? '')
      ? [{ value, unit, sum: figure.text, of: policy }]
      : [];
  });
  return asked
    .filter((a) =>
      asked.some((b) => b.of.level !== a.of.level && b.unit === a.unit && b.value !== a.value),
    )
    .map(({ sum, of }) => ({ sum, of }));
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
