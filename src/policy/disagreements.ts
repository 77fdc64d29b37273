import type { Db } from '../db/db.ts';
import { unscaled } from '../text/number.ts';
import type { Audience } from './audience.ts';
import { kindOfUnit, readFigures } from './figures.ts';
import { findGranting, type GrantingPassage } from './grant-queries.ts';
import { plainForm } from './language.ts';
import { hasEnded } from './metadata.ts';
import type { Policy } from './queries.ts';
import { splitSentences } from './sentences.ts';

/** Two sentences in force that give another sum for the same thing. */
export type Disagreement = { own: Place; other: Place & { title: string } };

type Place = { section: string; text: string };

/** Told at once: more of them are one fault, not many. */
const AT_MOST = 5;

/**
 * Where documents say another sum than one in force for the same place: told to whoever adds them, by document. Only
 * sentences that grant the same thing in nearly the same words count, so that what is told is so; others may be missed. The
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

type Granted = Grant & { policy: Policy; path: string; text: string };

/** What the sentences of a passage grant. */
const grantsOf = (policy: Policy, { path, text }: GrantingPassage): Granted[] =>
  splitSentences(text)
    .filter((sentence) => /\d|[一二三四五六七八九十]/.test(sentence))
    .flatMap((sentence) => {
      const grant = readGrant({ text: sentence, plain: plainForm(sentence) });
      return grant ? [{ ...grant, policy, path, text: sentence }] : [];
    });

const keyOf = ({ marks, policy }: Granted) => `${policy.region} ${marks}`;

/** Another sum for the same thing. */
const isAgainst = (own: Granted, other: Granted, today: string) =>
  own.sum !== other.sum &&
  isComparable(own.policy, other.policy, today) &&
  likeness(own.subject, other.subject) >= ALIKE;

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

/** What a sentence grants first: for what, and how much. */
type Grant = { subject: string; marks: string; sum: string };

const GRANTS = /(?:奖|补|贴|资助|给予|拨付)[^，。；、]{0,12}$/;
const GRANTED = /^[^，。；、]{0,6}(?:奖|补|贴|资助)/;
const BOUND = /^(?:\s*（[^）]*）)?(?:及|或)?(?:以上|以下|以内)|^的/;
const CAP = /(?:最高|不超过|封顶|上限|累计)[^，。；]{0,8}$/;

/** The first sum or share that is granted; undefined where a sentence grants none. Pure. */
function readGrant({ text, plain }: { text: string; plain: string }): Grant | undefined {
  const figures = readFigures(plain).filter((f) =>
    ['money', 'share'].includes(kindOfUnit(unscaled(f).unit) ?? ''),
  );
  const first = figures.find(({ at, text: said }) => {
    const [before, behind] = [plain.slice(0, at), plain.slice(at + said.length)];
    return (
      (GRANTS.test(before) || GRANTED.test(behind)) && !BOUND.test(behind) && !CAP.test(before)
    );
  });
  if (!first || text.length > 300) return undefined;
  const before = plain.slice(0, first.at);
  const marks = [...(before.match(MARKS) ?? []), ...(before.match(/\d[\d.]*/g) ?? [])]
    .sort()
    .join(' ');
  const subject = before.replace(MARKS, '').replace(CARRYING, '');
  const { value, unit } = unscaled(first);
  const kind = kindOfUnit(unit) === 'money' ? 'yuan' : '%';
  const each =
    /每[^，。；]{1,4}$/.exec(before.replace(/(?:给予|奖励|补助|补贴|奖补|按照?)+$/, ''))?.[0] ?? '';
  return {
    subject,
    marks: `${marks} ${kind} ${each}`,
    sum: `${value}`,
  };
}

/** What tells two grants of one kind apart. */
const MARKS =
  /首次|新认定|复审|重新认定|复核|续[期评]|国家级?|省级?|市级?|县级?|[一二三四五特]等奖|第[一二三四五六]|[a-e]类|新建|改建|扩建|改造|新增|存量|升级|小巨人|\da级?/g;

/** What a sentence may say or leave out without speaking of something else. */
const CARRYING =
  /一次性|分别|给予|奖励|奖补|补助|补贴|资助|奖金|的|对|按照?|通过|获得?|被?认定|评[为定]|企业|单位|项目|我|本|其|，|,|、|每[^，。；]{1,3}/g;

/** Shares of the pairs of characters from which on two subjects are one. */
const ALIKE = 0.75;

function likeness(a: string, b: string): number {
  if (a === b) return a.length > 1 ? 1 : 0;
  const [left, right] = [a, b].map(
    (text) => new Set([...text].slice(1).map((c, i) => text[i] + c)),
  );
  if (!left?.size || !right?.size) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size);
}

const placeOf = ({ path, text }: Granted): Place => ({ section: path, text });
