import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { findGranting, type GrantingPassage } from './grant-queries.ts';
import { type Grant, grantOtherwise, readGrant } from './grants.ts';
import type { Policy } from './queries.ts';
import { splitSentences } from './sentences.ts';
import { hasEnded } from './validity.ts';

/** Two sentences in force that give another sum for the same thing. */
export type Disagreement = { own: Place; other: Place & { title: string } };

type Place = { section: string; text: string };

/** Told at once: more of them are one fault, not many. */
const AT_MOST = 5;

/**
 * Where documents say another sum than one in force for the same place: told to whoever adds them, by document. Only
 * sentences that plainly grant the same thing count (grants.ts), so that what is told is so; others may be missed. The
 * grants of the places are read once, however many documents came in. `today` is an ISO day.
 */
export async function findDisagreements(
  db: Db,
  asked: { policyIds: string[]; audience: Audience; today: string },
): Promise<Map<string, Disagreement[]>> {
  const { documents, granting } = await findGranting(db, asked.audience, asked.policyIds);
  const byId = new Map(documents.map((policy) => [policy.id, policy]));
  const granted = granting.flatMap((passage) => {
    const policy = byId.get(passage.policyId);
    return policy ? grantsOf(policy, passage) : [];
  });
  const alike = Map.groupBy(granted, keyOf);
  const byDocument = Map.groupBy(granted, (g) => g.policy.id);
  const found = new Map<string, Disagreement[]>();
  for (const id of new Set(asked.policyIds)) {
    const own = (byDocument.get(id) ?? []).filter((g) => !CHANGES_OTHERS.test(g.policy.title));
    const pairs = own.flatMap((grant): Disagreement[] => {
      const other = alike.get(keyOf(grant))?.find((g) => isAgainst(grant, g, asked.today));
      return other
        ? [{ own: placeOf(grant), other: { ...placeOf(other), title: other.policy.title } }]
        : [];
    });
    if (pairs.length > 0) found.set(id, pairs.slice(0, AT_MOST));
  }
  return found;
}

type Granted = Grant & { policy: Policy; path: string; sentence: string };

/** What the sentences of a passage grant. */
const grantsOf = (policy: Policy, { path, text }: GrantingPassage): Granted[] =>
  splitSentences(text)
    .filter((sentence) => /\d|[一二三四五六七八九十]/.test(sentence))
    .flatMap((sentence) => {
      const grant = readGrant(sentence);
      return grant ? [{ ...grant, policy, path, sentence }] : [];
    });

const keyOf = ({ kinds, measure, policy }: Granted) => `${policy.region} ${kinds} ${measure}`;

/** Another sum for the same thing. */
const isAgainst = (own: Granted, other: Granted, today: string) =>
  grantOtherwise(own, other) && isComparable(own.policy, other.policy, today);

/** A document that changes others is meant to say something else. */
const CHANGES_OTHERS = /修改|修订|修正|调整|废止/;

/** Another document in force, and not for another year. */
function isComparable(own: Policy, other: Policy, today: string): boolean {
  const [ours, theirs] = [yearsIn(own.title), yearsIn(other.title)];
  return (
    own.id !== other.id &&
    !hasEnded(other, today) &&
    (ours.length === 0 || theirs.length === 0 || ours.some((y) => theirs.includes(y)))
  );
}

const yearsIn = (title: string) => [...title.matchAll(/20\d{2}(?=年)/g)].map(([year]) => year);

const placeOf = ({ path, sentence }: Granted): Place => ({ section: path, text: sentence });
