import { unscaled } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import { kindOfUnit, readFigures } from './figures.ts';
import { plainForm } from './language.ts';

/**
 * What a sentence grants first: for what, and how much. `kinds`: words that tell it from others of its kind; `limits`: words and
 * numbers that only narrow it. `name`: what the benefit is called.
 */
export type Grant = {
  subject: string;
  kinds: string;
  limits: string[];
  measure: string;
  name: string | undefined;
  sum: number;
  /** As it is written, for people. */
  text: string;
};

const GRANTS = /(?:奖|补|贴|资助|给予|拨付)[^,;，。；、]{0,12}$/;
const GRANTED =
  /^[^,;，。；、\d]{0,14}(?:奖[励补金]?|补[助贴]?|津?贴|资助)(?![^,;，。；、\d]{0,4}\d)|^[/／](?:人|户|家|个|亩|年|月)/u;
const BOUND = /^(?:\s*[（(][^）)]*[）)])?(?:及|或)?(?:以上|以下|以内)|^的(?!标准|一次性|奖|补)/;
const CAP = /(?:最高|不超过|封顶|上限|累计)[^,;，。；]{0,8}$/;

/** The first sum or share that is granted; undefined where a sentence grants none. Pure. */
export function readGrant(sentence: string): Grant | undefined {
  if (sentence.length > 300) return undefined;
  const plain = plainForm(sentence);
  const figures = readFigures(plain).filter((f) =>
    ['money', 'share'].includes(kindOfUnit(unscaled(f).unit) ?? ''),
  );
  const first = figures.find(({ at, text: said }) => {
    const [before, behind] = [plain.slice(0, at), plain.slice(at + said.length)];
    return (
      (GRANTS.test(before) || GRANTED.test(behind)) && !BOUND.test(behind) && !CAP.test(before)
    );
  });
  if (!first) return undefined;
  const before = plain.slice(0, first.at);
  const behind = plain.slice(first.at + first.text.length);
  const { value, unit } = unscaled(first);
  const each =
    /每([^,;，。；/]{1,4})$/.exec(
      before.replace(/(?:给予|奖励|补助|补贴|奖补|按照?)+$/, ''),
    )?.[1] ??
    /^[/／每](\p{Script=Han})/u.exec(behind)?.[1] ??
    '';
  return {
    subject: subjectOf(before),
    kinds: (before.match(KINDS) ?? []).sort().join(' '),
    limits: [...(before.match(LIMITS) ?? []), ...(before.match(/\d[\d.]*/g) ?? [])],
    measure: `${kindOfUnit(unit) === 'money' ? 'yuan' : '%'} ${each}`,
    name: NAME.exec(`${before}，${behind.slice(0, 24)}`.replace(AROUND, '、'))?.[1],
    sum: value,
    text: first.text,
  };
}

/**
 * Two sentences that grant another sum for the same thing: nearly the same words, all that the shorter one says, or nothing
 * but the benefit's name. Pure.
 */
export function grantOtherwise(a: Grant, b: Grant): boolean {
  if (a.sum === b.sum || a.kinds !== b.kinds || a.measure !== b.measure) return false;
  const [fewer, more] = a.limits.length < b.limits.length ? [a, b] : [b, a];
  if (!fewer.limits.every((l) => more.limits.includes(l))) return false;
  const isNamed = a.name !== undefined && a.name === b.name;
  return (
    likeness(a.subject, b.subject) >= ALIKE ||
    (isNamed && [a, b].some((g) => [...bare(g)].length <= BARE))
  );
}

/** What a sentence says beside the benefit's name: 一次性招工补贴标准为每人600元 says nothing. */
const bare = ({ subject, name = '' }: Grant) =>
  subject.replace(subjectOf(name), '').replace(/标准|为|是|按|：|:/g, '');
const BARE = 3;

/** 招工 in 一次性招工补贴. */
const NAME =
  /(?:^|[^\p{Script=Han}])(?!每|财政|专项|政策|资金|县|相应|适当)(\p{Script=Han}{2,8}?)(?:补贴|补助|奖励|奖补|津贴)/u;
/** Words around a benefit's name. */
const AROUND = /一次性|给予|予以|享受|发放|标准|的|按/g;

/** What tells two grants of one kind apart. */
const KINDS =
  /复审|重新认定|复核|续[期评]|国家级?|省级?|市级?|县级?|[一二三四五特]等奖|第[一二三四五六]|[a-e]类|改建|扩建|改造|存量|升级|小巨人|\da级?/g;

/** What only narrows a grant, as its numbers do. */
const LIMITS = /首次|新认定|新建|新增/g;

/** Writings of one thing, to compare by. */
const SAME: readonly [RegExp, string][] = [
  [
    /(?:纳入|进入|达到)规上(?:工业)?(?:企业)?(?:统计|名录)?(?:库)?|小升规|升规(?:纳统)?|入规|纳规|进规|纳统/g,
    '升规',
  ],
  [/国外|海外/g, '境外'],
  [/参加(?=境)|赴|参展|展览会|展会|展览/g, ''],
  [/录用|招聘|招收|招工|吸纳/g, '招用'],
  [/职工|工人|人员|劳动者/g, '员工'],
  [/购置|购买|采购|更新/g, '购'],
  [/投资额|投入额|总投资|投资总额/g, '投资'],
];

/** What a sentence may say or leave out without speaking of something else. */
const CARRYING = new RegExp(
  verbose`
    一次性|分别|给予|奖励|奖补|补助|补贴|资助|奖金|的|对|按照?|通过|获得?|被?认定|评[为定]
    |工业|企业|单位|项目|我|本|其|，|,|、|每[^，。；]{1,3}|[奖补]$
  `,
  'gu',
);

function subjectOf(before: string): string {
  const same = SAME.reduce((text, [words, one]) => text.replace(words, one), before);
  return same.replace(KINDS, '').replace(LIMITS, '').replace(CARRYING, '');
}

/** Shares of the pairs of characters from which on two subjects are one. */
const ALIKE = 0.75;
/** Pairs of characters below which a subject may stand in any other by chance. */
const ENOUGH = 3;

function likeness(a: string, b: string): number {
  if (a === b) return a.length > 1 ? 1 : 0;
  const [left, right] = [a, b].map(
    (text) => new Set([...text].slice(1).map((c, i) => text[i] + c)),
  );
  if (!left?.size || !right?.size) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  const shorter = Math.min(left.size, right.size);
  return shorter >= ENOUGH && shared === shorter ? 1 : (2 * shared) / (left.size + right.size);
}
