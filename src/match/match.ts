import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Audience } from '../policy/audience.ts';
import { plainForm } from '../policy/language.ts';
import { speaksOf } from '../policy/match.ts';
import type { Policy } from '../policy/queries.ts';
import { hasEnded } from '../policy/validity.ts';
import type { Facts } from './facts.ts';
import { judgeRequirement, type Verdict } from './judge.ts';
import type { CitedRequirement, Offer } from './offer.ts';
import { readOffers } from './offers.ts';
import { findClauseTexts } from './queries.ts';

/** A requirement with its verdict. */
export type JudgedRequirement = CitedRequirement & { verdict: Verdict };

/** One offer against the facts of a firm. */
export type Matched = {
  policy: Policy;
  offer: Offer;
  requirements: JudgedRequirement[];
  /** `missing` when a requirement is; `met` only when every one is and nothing the firm said is left. */
  verdict: Verdict;
};

/** What is known of a firm; `isUnread` when it said something that no fact was read from; `trade`: what it makes. */
type Firm = { facts: Facts; isUnread?: boolean; trade?: string };

function isElsewhere(facts: Facts): boolean {
  const local = facts.get('local');
  return local !== undefined && 'is' in local && !local.is;
}

/** Offers of one document against the facts, in the document's order. Pure. */
function matchOffers(policy: Policy, offers: Offer[], { facts, isUnread }: Firm): Matched[] {
  // 没有研发楼, 不在本县: what was said and not compared may stand against it.
  const isOpen = isUnread === true || isElsewhere(facts);
  return offers.map((offer) => {
    const requirements = offer.requirements.map((r) => ({
      ...r,
      verdict: judgeRequirement(r, facts),
    }));
    const has = (verdict: Verdict) => requirements.some((r) => r.verdict === verdict);
    const verdict = has('missing') ? 'missing' : has('unknown') || isOpen ? 'unknown' : 'met';
    return { policy, offer, requirements, verdict };
  });
}

const own = (m: Matched) => m.requirements.filter((r) => !r.isExclusion);

const count = (of: JudgedRequirement[], verdict: Verdict) =>
  of.filter((r) => r.verdict === verdict).length;

/** Who makes tea is shown what is meant for makers of tea; whether all else holds stays to be seen. */
const isForTrade = ({ text }: CitedRequirement, trade: string | undefined) =>
  trade !== undefined && speaksOf(plainForm(text), plainForm(trade)) > 0.5;

/**
 * Nearest first: fewest missing, then the smallest share of unknown, then most met. Offers that ask for nothing this firm spoke of are
 * left out: they would be every offer of the library; but whoever spoke of nothing but what shuts it out is told so.
 */
function nearestFirst(matched: Matched[], { facts, trade }: Firm): Matched[] {
  const isSpokenOf = ({ verdict, any }: JudgedRequirement) =>
    verdict !== 'unknown' || any.some((c) => c.kind !== 'text' && facts.has(c.subject));
  const isOf = (m: Matched) => m.requirements.some((r) => isForTrade(r, trade));
  const spokenOf = matched.filter((m) => own(m).some(isSpokenOf) || isOf(m));
  const shown =
    spokenOf.length > 0
      ? spokenOf
      : matched.filter((m) => m.requirements.some((r) => r.isExclusion && r.verdict === 'missing'));
  const open = (m: Matched) => count(own(m), 'unknown') / own(m).length;
  return shown.toSorted(
    (a, b) =>
      count(a.requirements, 'missing') - count(b.requirements, 'missing') ||
      Number(isOf(b)) - Number(isOf(a)) ||
      open(a) - open(b) ||
      count(own(b), 'met') - count(own(a), 'met'),
  );
}

/** Every offer of the documents in force that the audience may see, held against the facts, nearest first. */
export async function matchLibrary(
  db: Db,
  asked: Firm & { audience: Audience; today: Day },
): Promise<Matched[]> {
  const documents = await findClauseTexts(db, asked.audience);
  const matched = documents
    .filter(({ policy }) => isInForce(policy, asked.today))
    .flatMap(({ policy, clauses }) =>
      matchOffers(policy, readOffers(policy.title, clauses), asked),
    );
  return nearestFirst(matched, asked);
}

const isInForce = (policy: Policy, today: Day) =>
  !hasEnded(policy, today) && !(policy.validity.from && policy.validity.from > today);
