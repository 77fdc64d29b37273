import { fold } from '../text/fold.ts';
import { verbose } from '../text/verbose.ts';
import { readBounds } from './read-figures.ts';
import { demandsMore } from './rest.ts';
import { ON_END, outside, type Span, yearsBack, yearsOnEnd } from './span.ts';
import {
  degreeOf,
  flagsIn,
  HONOURS,
  INCIDENTS,
  LEVELLED,
  type Level,
  levelIn,
  nameIn,
} from './subjects.ts';

/** One thing that can be held against a fact. */
export type Condition =
  /**
   * `first`: to reach it for the first time: 首次突破1亿元; `steps` all bounds of a scale of which `span` is the first.
   * `years`: in each of so many years on end: 连续三年.
   * `lastYear`: the figure of the year before: 上年度营业收入. `partly`: its phrase demands more than could be read.
   */
  | {
      kind: 'figure';
      subject: string;
      span: Span;
      first?: boolean;
      steps?: number[];
      lastYear?: boolean;
      years?: number;
      partly?: boolean;
    }
  /**
   * `first`: to become it, not to be it: 首次通过认定. Of what should not have happened, `within`: within how many years it
   * counts, `grave`: only from so bad on, `deadly`: where somebody died.
   */
  | {
      kind: 'flag';
      subject: string;
      is: boolean;
      first?: boolean;
      level?: Level;
      within?: number;
      grave?: true;
      deadly?: true;
      partly?: boolean;
    }
  /** An alternative that could not be read: whether it holds nobody knows. */
  | { kind: 'text' };

/** One requirement of a document: met when any of its conditions is; without conditions it could not be read. */
export type Requirement = { text: string; any: Condition[] };

const MASKED =
  /[xX×]{2,}|[*＊]{1,}(?=[%％家户个项万亿元年件])|(?<![A-Za-z])[xX](?=[%％家户个项万亿元年件])/;

/** Words that only lead to a condition: what is left without them says nothing of its own. */
const LEADING = verbose`
  ^(?:申[报请](?:企业|单位|主体|对象)?|企业|单位|项目)?(?:应当?|须|必须|需|要)?(?:同时)?
  (?:具备|符合|满足)?(?:以下|下列|如下)?(?:基本)?(?:条件|要求)?(?:之一)?(?:的)?[：:]?$
  |^(?:近|最近|上|前)[一二两三\d]?(?:个)?(?:会计)?年度?(?:内)?$|^其中$|^并$|^且$|^对$
`;

/**
 * The requirements that a sentence sets. Its parts between commas are one each; alternatives (或者) and conditional ones
 * (收入小于5000万元的，比例不低于5%) are one together. What cannot be read stays as text. `about`: the line above, which
 * says of what 比例 is. Pure.
 */
export function readRequirements(sentence: string, about = ''): Requirement[] {
  return sentence
    .split(/[；;。]/u)
    .flatMap((part) => readPart(part.trim(), about))
    .filter((r) => r.text !== '');
}

function readPart(part: string, about: string): Requirement[] {
  if (part === '' || MASKED.test(part)) return part === '' ? [] : [{ text: part, any: [] }];
  const phrases = part.split(/(?<!\d)[，,]|[，,](?!\d{3})/u).map((p) => p.trim());
  const either = /或者?|之一/.test(part);
  let named = nameIn(about);
  const read = phrases.map((text) => {
    // 比例不低于5%, 且占营业收入比重不低于3%: of what stands before.
    const any = conditionsOf(
      /^(?:且|并且?|其)?(?:占|比例|比重|占比)/.test(text)
        ? `${named}${text.replace(/^(?:且|并且?|其)/, '')}`
        : text,
    );
    named = nameIn(text) || named;
    return { text, any };
  });
  const known = read.filter((r) => r.any.length > 0);
  if (known.length === 0) return LEADING.test(part) ? [] : [{ text: part, any: [] }];
  const conditional = readConditional(read);
  if (conditional) return [{ text: part, any: conditional }];
  // 营收5000万元以上或者纳税200万元以上: one of them will do; what of it cannot be read may be the other.
  if (either) return [{ text: part, any: alternatives(read) }];
  return read.flatMap(({ text, any }) => {
    const row = honoursInRow(text);
    if (row.length > 0) return [{ text, any: row }];
    if (any.length > 0) return any.map((c) => ({ text, any: [c] }));
    return LEADING.test(text) || !isDemand(text) ? [] : [{ text, any: [] }];
  });
}

/** All that would do; what of the alternatives cannot be read might be the one that is met. */
function alternatives(read: Requirement[]): Condition[] {
  return read.flatMap(({ text, any }): Condition[] => {
    const parts = text.split(/或者?/);
    const each = any.length > 1 && /且|并|同时/.test(text) ? any.map(asPart) : any;
    const unread = parts.some((p) => p.length > 3 && conditionsOf(p).length === 0);
    return unread && (any.length === 0 ? isDemand(text) : true)
      ? [...each, { kind: 'text' }]
      : each;
  });
}

/** Met, it does not yet settle the phrase. */
const asPart = (c: Condition): Condition => (c.kind === 'text' ? c : { ...c, partly: true });

/** 国家级“小巨人”企业、省级专精特新企业: honours named in a row are each enough. */
function honoursInRow(text: string): Condition[] {
  const parts = text.split(/[、和及]|或者?/u);
  const first = FIRST.test(text) ? { first: true } : {};
  const each = parts.map((part) =>
    conditionsOf(part).filter((c) => c.kind === 'flag' && c.is && HONOURS.has(c.subject)),
  );
  const named = each.filter((of) => of.length > 0);
  return named.length > 1 ? named.flat().map((c) => ({ ...c, ...first })) : [];
}

/** A phrase that demands something though nothing in it can be read. */
const isDemand = (text: string) =>
  /应|须|必须|具有|具备|拥有|符合|满足|取得|获得|通过|属于|建有|建立|完成|列入|纳入|未|无|不得|不存在|达到|以上|不低于|不少于|不超过/.test(
    text,
  );

/** `X的企业，Y`: whoever is not X need not be Y. */
function readConditional(read: Requirement[]): Condition[] | undefined {
  const [when, then, ...rest] = read;
  if (!when || !then || rest.length > 0) return undefined;
  if (!/的(?:企业|单位|项目)?$/.test(when.text)) return undefined;
  const [whether, ...more] = when.any;
  if (more.length > 0 || then.any.length > 1) return undefined;
  // Whoever cannot be told to be meant may not be.
  const not = whether ? negated(whether) : ({ kind: 'text' } as const);
  const open: Condition[] = whether && 'partly' in whether ? [{ kind: 'text' }] : [];
  return not && [not, ...open, then.any[0] ?? { kind: 'text' }];
}

/** The opposite of a condition, where it can be said. Pure. */
export function negated(condition: Condition): Condition | undefined {
  if (condition.kind === 'text') return undefined;
  const { partly: _, ...whole } = condition;
  if (whole.kind === 'flag') return { ...whole, is: !whole.is };
  const span = outside(whole.span);
  return span && { ...whole, span };
}

const DATED = /(?:19|20)\d{2}年(?:度|\d{1,2}月|以[来后前]|底|至|[-—~～])/;

const NONE = /未|无|没有|不存在|不得|不在|非/;
const FIRST =
  /首次|首个|首家|(?:当年|本年|年度)?新(?:认定|纳入|进入|获|增|评|入选|升|入规)|初次|第一次/;
const LAST_YEAR = /上(?:一|个)?(?:会计|自然|纳税)?年度?|去年/;

/** The conditions of a phrase: its figures, what the firm has to be, what must not have happened. Pure. */
export function conditionsOf(phrase: string): Condition[] {
  const text = fold(phrase);
  const years = yearsOnEnd(text);
  const figures: Condition[] = readBounds(text).map(({ subject, span, steps }) => ({
    kind: 'figure',
    subject: subject.id,
    span,
    ...(FIRST.test(text) ? { first: true } : {}),
    ...(steps ? { steps } : {}),
    ...(LAST_YEAR.test(text) && !/[较比同]上年|增/.test(text) ? { lastYear: true } : {}),
    ...(years ? { years } : {}),
  }));
  const flags: Condition[] = flagsIn(text).map((f) => ({
    kind: 'flag',
    subject: f.id,
    is: !NONE.test(text.slice(0, text.search(f.names))),
    ...(FIRST.test(text) ? { first: true } : {}),
    ...(LEVELLED.has(f.id) ? levelIn(text) : {}),
  }));
  const incidents = NONE.test(text) ? incidentsIn(text) : [];
  const all = [...figures, ...narrowest(flags), ...incidents];
  const rest = years && figures.length > 0 ? text.replace(ON_END, '') : text;
  // 2026年1月1日以后取得认定: being it is not enough, and since when nobody said.
  const isDated = figures.length === 0 && DATED.test(text);
  return isDated || demandsMore(rest) ? all.map(asPart) : all;
}

/** 专精特新“小巨人” asks for the higher one only. */
function narrowest(flags: Condition[]): Condition[] {
  const isOf = (f: Condition, id: string) => f.kind === 'flag' && f.subject === id;
  return flags.some((f) => isOf(f, 'little-giant')) ? flags.filter((f) => !isOf(f, 'sric')) : flags;
}

/** What must not have happened, of a phrase that names it; `about`: the line above it, which may say within how many years. */
export function incidentsIn(phrase: string, about = ''): Condition[] {
  const text = fold(phrase);
  const within = yearsBack(text) ?? yearsBack(fold(about));
  return INCIDENTS.filter((i) => i.names.test(text)).map((i) => ({
    kind: 'flag',
    subject: i.id,
    is: false,
    ...(within ? { within } : {}),
    ...degreeOf(i.id, text),
  }));
}
