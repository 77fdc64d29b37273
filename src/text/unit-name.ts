import { fold } from './fold.ts';
import { verbose } from './verbose.ts';

/** A unit as people may name it: `units.json` and the units table both give this. */
export type NamedUnit = { name: string; kind?: string; aliases?: readonly string[] };

/** Where a text names a unit. `length` counts the county's own prefix (县, 某某县). */
export type UnitMention = { at: number; length: number; name: string };

/**
 * What a county or banner puts before a name: `县统计局`, `霍县统计局`, `旗统计局`, `中共霍县县委办`. 县委 and 县城 are words of their own, 市场 and
 * 开发区 are no places.
 */
const COUNTY = verbose`
  ^(?:中共)?(?:
    \p{Script=Han}{2,3}?(?:
      自治县|县|旗(?![舰帜镇乡街村])|市(?![场政容民])
      |(?<!开发|园|新|示范|经开|工业|集聚|景|社|片)区(?!域)
    )
  )?(?:
    [本我全]?(?:县(?![委城域级直])|旗(?![舰帜镇乡街村委级直]))|我?市(?![场政容民])|区(?!域)
  )?(?=\p{Script=Han}{2})
`;

/** One tail for what people shorten: 办公室 is 办, 管理委员会 is 管委会. */
const TAILS: [RegExp, string][] = [
  [/管理委员会$/, '管委会'],
  [/办公室$/, '办'],
  [/有限(?:责任)?公司$/, '公司'],
];

/** 相关县直单位, 各乡镇: what stands first is no county. */
const OPEN = /^(?:各|有关|相关|其他)/u;

/** 相关乡镇, 各有关部门, 县直各单位: an open group, not a unit (domain.md section 1). */
export function isOpenGroup(name: string): boolean {
  const folded = fold(name).replace(/\s/g, '');
  return OPEN.test(folded) || /各(?:单位|部门|乡镇|街道|企业|村)等?$/u.test(folded);
}

/**
 * The form in which unit names are compared: no county, no 等 at the end, no brackets, one tail. Two units share it only
 * when their names differ in nothing else.
 */
export function foldUnitName(name: string): string {
  let s = fold(name)
    .replace(/[\s"'“”]/g, '')
    .replace(/[(（][^)）]*[)）]$/, '')
    .replace(/等(?:单位|部门|有关部门)?$/, '')
    .replace(/^(?:中共)?\p{Script=Han}{2,3}(?=县委)|^中共(?=县委)/u, '')
    .replace(/人民政府/u, '政府')
    .replace(/^(?:\p{Script=Han}{2,3})?县府办/u, '县政府办');
  const bare = OPEN.test(s) ? s : s.replace(COUNTY, '');
  if (bare.length >= 2) s = bare;
  for (const [tail, short] of TAILS) s = s.replace(tail, short);
  return s;
}

/** All names of a list of units in the form that is compared; made once, used for many texts. */
export type UnitNames = {
  /** Longest first, so that the longest name wins. */
  keys: { key: string; name: string }[];
  byKey: ReadonlyMap<string, string>;
  /** The county's own name where the list gives it away: 某某县企业联合会. */
  places: string[];
  /** The list speaks of a county (县): a 市 or 省 before a name then means another body. */
  isCounty: boolean;
};

export function indexUnitNames(units: readonly NamedUnit[]): UnitNames {
  const byKey = new Map<string, string>();
  const add = (key: string, name: string) => {
    if (key.length >= 2 && !byKey.has(key)) byKey.set(key, name);
  };
  // Names before aliases: an alias never takes a name away from the unit that bears it.
  for (const u of units) {
    add(fold(u.name), u.name);
    add(foldUnitName(u.name), u.name);
  }
  for (const u of units)
    for (const alias of u.aliases ?? []) {
      add(fold(alias), u.name);
      add(foldUnitName(alias), u.name);
    }
  for (const u of units) {
    const members = groupWord(u.name);
    if (members) add(members, u.name);
  }
  const keys = [...byKey].map(([key, name]) => ({ key, name }));
  keys.sort((a, b) => b.key.length - a.key.length);
  const all = units.flatMap((u) => [u.name, ...(u.aliases ?? [])]);
  const places = all.flatMap((n) => /^(?:中共)?(\p{Script=Han}{2,3})县./u.exec(n)?.[1] ?? []);
  return { keys, byKey, places: [...new Set(places)], isCounty: all.some((n) => /县/.test(n)) };
}

/** 相关乡镇 is also called 各乡镇 or 乡镇; words that name no kind of body (部门, 企业) stay with their 相关. */
function groupWord(name: string): string | undefined {
  const word = /^(?:相关|有关|各)(.{2,})$/.exec(name)?.[1];
  return word && !/^(?:单位|部门|企业|股室|科室|人员|方面)$/.test(word) ? word : undefined;
}

/** The unit that a written name stands for: `县统计局等`, `金融中心`, `科经局`; undefined for none or for more than one. */
export function matchUnitName(written: string, names: UnitNames): string | undefined {
  return (
    names.byKey.get(fold(written)) ??
    names.byKey.get(foldUnitName(written)) ??
    soleUnit(foldUnitName(written), names)
  );
}

/** Ends of unit names, and those among them that people mix up (发改委 became 发改局). */
const TAIL = /(?:局|委|办|中心|公司|集团|管委会|联合会|协会|商会|会|区)$/;
const ALIKE: Record<string, string[]> = {
  局: ['委', '办'],
  委: ['局', '办'],
  办: ['局', '委', '中心'],
  中心: ['办'],
  公司: ['集团'],
  集团: ['公司'],
};

function splitTail(key: string): { body: string; tail: string } | undefined {
  const tail = TAIL.exec(key)?.[0];
  return tail && key.length > tail.length ? { body: key.slice(0, -tail.length), tail } : undefined;
}

function isSubsequence(short: string, long: string): boolean {
  let i = 0;
  for (const c of long) if (c === short[i]) i++;
  return i === short.length;
}

/** 农业局 for 农业农村局, 中药中心 for 中药产业发展中心, 经信局 for 科技经信局; with another tail only the head of the name. */
function isShortFor(short: string, full: string): boolean {
  const a = splitTail(short);
  const b = splitTail(full);
  if (!a || !b || a.body.length < 2 || a.body.length > b.body.length) return false;
  if (a.tail === b.tail)
    return b.body.includes(a.body) || (a.body[0] === b.body[0] && isSubsequence(a.body, b.body));
  return (ALIKE[b.tail] ?? []).includes(a.tail) && b.body.startsWith(a.body);
}

/** The one unit that a shortened name can mean. */
export function soleUnit(short: string, names: UnitNames): string | undefined {
  const found = new Set(names.keys.filter((k) => isShortFor(short, k.key)).map((k) => k.name));
  return found.size === 1 ? [...found][0] : undefined;
}
