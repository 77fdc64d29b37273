import { pinyin } from 'pinyin-pro';
import { foldUnitName, soleUnit, type UnitMention, type UnitNames } from './unit-name.ts';
import { verbose } from './verbose.ts';

/**
 * Which units a text names, in its order, each span once, the longest name first. `text` is taken as it is: fold it
 * before (NFKC, Simplified, no spaces), so that the places are right.
 *
 * Rows below from the surest to the loosest; a later one sees only what the earlier ones left.
 */
export function findUnits(text: string, names: UnitNames): UnitMention[] {
  const found: UnitMention[] = [];
  let rest = text.toLowerCase();
  for (const search of [byName, twoOffices, byShortName, byStem, bySound])
    for (const hit of search(rest, names)) {
      found.push(hit);
      rest = blank(rest, hit);
    }
  return found.sort((a, b) => a.at - b.at);
}

/** Bodies of the usual kinds that the list does not know: `教育局`, `城关镇`. */
export function findStrangers(text: string, known: readonly UnitMention[]): string[] {
  let rest = text;
  for (const k of known) rest = blank(rest, k);
  const found = rest.matchAll(
    new RegExp(
      `(?<=${EDGE})(?![看查问把将对给让请的了和与跟同及在是])\\p{Script=Han}{2,6}?(?:局|委|镇|乡|街道|集团|管委会)(?=${UNIT_CONTEXT}|$)`,
      'gu',
    ),
  );
  return [...found].map((m) => m[0]).filter((n) => !/[这那哪每各几多]|你们|我们|相关|有关/.test(n));
}

/** 让教育局把小学修好: the body that is told to do something; undefined where nobody is. */
export function whoIsTold(text: string): string | undefined {
  return verbose`
    ^(?:请|让|叫|要求?|安排|责成|通知|督促)
    (?<body>\p{Script=Han}{2,8}?(?:局|委|办|镇|乡|街道|中心|集团|公司|管委会))
    (?:把|将|去|来|抓|尽|马上|立即|负责|牵头|在|于|\d|[,，:：])
  `.exec(text)?.groups?.body;
}

const HOLE = '\uE001';

function blank(text: string, { at, length }: UnitMention): string {
  return text.slice(0, at) + HOLE.repeat(length) + text.slice(at + length);
}

/** What may stand before a shortened name: the beginning, a mark, another unit, or a word that cannot end a name. */
const EDGE = `^|[^\\p{Script=Han}]|[的了和与跟同及看查问是在对给把让请由被比下那就个]`;

const AT_EDGE = new RegExp(`(?:${EDGE})$`, 'u');

/** Characters before the tail of the longest shortened name. */
const LONGEST = 10;

/** What follows a name that is meant as a body, and not as part of a longer word. */
const UNIT_CONTEXT =
  '第[\\d一二三四五六七八九十]|[这那]边|[这那]块|[这那]儿|[这那]里|方面|牵头|主办|负责|配合|协助|协办|参与|呢|的|还|有[几哪多没]|和|与|跟|、|,|\uE001|\uE002|进[度展]|完成|怎么样|咋样|如何|情况|一共|总共|都|在';

/** Words that begin with a name's last character: 局面 is no 局, 开发区域 no 开发区, 办法 no 办. */
const RUNS_ON: Record<string, RegExp> = {
  局: /^[面势限部]/,
  区: /^[域间块别分]/,
  办: /^(?:[法理结事成]|公(?!室)|完(?!成)|好(?!的))/,
  委: /^(?:[员托派]|会(?!办))/,
  心: /^(?:思想|城区|组|点)/,
  会: /^(?:[议员计]|咨询|理事|常务|成员)/,
  司: /^[法机]/,
  镇: /^[长]/,
  联: /^[系合动络]/,
};

/** A body of another level: 省统计局, 市财政局 are not the county's. */
function isAnotherLevel(before: string, names: UnitNames): boolean {
  return /(?:省|国家|全国|中央|部)$/.test(before) || (names.isCounty && /市$/.test(before));
}

/** `霍县财政局`, `县财政局`, `我县财政局`, and `霍山财政局` where the list tells the county: all belong to the name. */
function prefixOf(before: string, names: UnitNames): number {
  const place = names.places.find((p) => before.endsWith(p) || before.endsWith(`${p}县`));
  if (place) return before.endsWith('县') ? place.length + 1 : place.length;
  const county = new RegExp(`(?:[本我咱]|(?<=${EDGE})\\p{Script=Han}{2,3})?县$`, 'u');
  return county.exec(before)?.[0].length ?? 0;
}

function* byName(text: string, names: UnitNames): Generator<UnitMention> {
  let rest = text;
  for (const { key, name } of names.keys) {
    for (let at = rest.indexOf(key); at >= 0; at = rest.indexOf(key, at + 1)) {
      const before = rest.slice(0, at);
      if (RUNS_ON[key.at(-1) ?? '']?.test(rest.slice(at + key.length))) continue;
      if (isAnotherLevel(before, names)) continue;
      const prefix = prefixOf(before, names);
      const start = at - prefix;
      const head = headOf(rest, start, { key, name }, names);
      const hit = { at: start - head, length: key.length + prefix + head, name };
      rest = blank(rest, hit);
      yield hit;
    }
  }
}

/** Characters before a name with which another name of the same unit begins: 经济开发区 runs on in 开发区管委会. */
function headOf(text: string, at: number, of: { key: string; name: string }, names: UnitNames) {
  const heads = names.keys
    .filter((k) => k.name === of.name && k.key !== of.key)
    .flatMap(({ key }) => {
      for (let n = key.length - 1; n > 0; n--)
        if (of.key.startsWith(key.slice(n)) && text.slice(0, at).endsWith(key.slice(0, n)))
          return n;
      return [];
    });
  return Math.max(0, ...heads);
}

/** 两办: the offices of the Party committee and of the government, where the list has both. */
function* twoOffices(text: string, names: UnitNames): Generator<UnitMention> {
  const [party, government] = ['县委办', '县政府办'].map((n) => names.byKey.get(n));
  if (!party || !government) return;
  for (const m of text.matchAll(/县?两办(?![法理])/g)) {
    yield { at: m.index, length: m[0].length - 1, name: party };
    yield { at: m.index + m[0].length - 1, length: 1, name: government };
  }
}

function* byShortName(text: string, names: UnitNames): Generator<UnitMention> {
  let rest = text;
  for (const tail of text.matchAll(/局|委|办|中心|公司|会|区/g)) {
    const end = tail.index + tail[0].length;
    if (RUNS_ON[tail[0].at(-1) ?? '']?.test(rest.slice(end))) continue;
    for (let at = Math.max(0, tail.index - LONGEST); at <= tail.index - 2; at++) {
      const written = rest.slice(at, end);
      if (!/^\p{Script=Han}+$/u.test(written) || !AT_EDGE.test(rest.slice(0, at))) continue;
      if (isAnotherLevel(written[0] ?? '', names)) continue;
      const name = soleUnit(foldUnitName(written), names);
      if (!name) continue;
      const hit = { at, length: end - at, name };
      rest = blank(rest, hit);
      yield hit;
      break;
    }
  }
}

/** 财政牵头的, 税务那边: the name without its tail, only where what follows shows that a body is meant. */
function* byStem(text: string, names: UnitNames): Generator<UnitMention> {
  for (const { key, name } of names.keys) {
    const stem = /^(.{2,})(?:局|委|办|中心|公司)$/.exec(key)?.[1];
    if (!stem) continue;
    const meant = new RegExp(
      `(?<=${EDGE})${stem}(?=[这那](?:边|块|儿|里)|口[子的]?|系统|部门|牵头|主办|负责|配合|协助|协办|参与|呢$)`,
      'gu',
    );
    for (const m of text.matchAll(meant)) yield { at: m.index, length: stem.length, name };
  }
}

/** Homophones of voice input and typing: 统记局, 科技精信局. Three syllables at least, half of the characters right. */
function* bySound(text: string, names: UnitNames): Generator<UnitMention> {
  const sounds = syllables(text);
  for (const { key, name } of names.keys) {
    if (key.length < 3) continue;
    const wanted = syllables(key);
    for (let at = 0; at + wanted.length <= sounds.length; at++) {
      if (!wanted.every((s, i) => s !== '' && s === sounds[at + i])) continue;
      const heard = text.slice(at, at + key.length);
      const same = [...key].filter((c, i) => c === heard[i]).length;
      if (same * 2 < key.length || same === key.length) continue;
      if (RUNS_ON[heard.at(-1) ?? '']?.test(text.slice(at + key.length))) continue;
      yield { at, length: key.length, name };
    }
  }
}

const known = new Map<string, string>();

function syllables(text: string): string[] {
  return [...text].map((c) => {
    const seen = known.get(c);
    if (seen !== undefined) return seen;
    const sound = /\p{Script=Han}/u.test(c) ? pinyin(c, { toneType: 'none' }) : '';
    known.set(c, sound);
    return sound;
  });
}
