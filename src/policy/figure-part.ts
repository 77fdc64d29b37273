import { verbose } from '../text/verbose.ts';
import type { Asked } from './asked.ts';
import { clausesBetween, holdsFigure, ownsFigure } from './figure-owner.ts';
import { type Figure, kindOfUnit, readFigures, readMasked } from './figures.ts';
import { measuresOther, narrows } from './indicators.ts';
import { speaksOf, type TermMatch } from './match.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';

export type Part =
  | { kind: 'part'; bonus: number; figures: Figure[] }
  | { kind: 'masked'; bonus: number }
  | { kind: 'none' };

export function figurePart(
  asked: Asked & { kind: 'figure' },
  question: Question,
  statement: Statement,
  matches: TermMatch[],
): Part {
  const right = (unit: string) => {
    if (asked.unit === 'any') return kindOfUnit(unit) !== undefined && kindOfUnit(unit) !== 'time';
    if (asked.measures.length > 0)
      return (
        asked.measures.includes(unit.replace(/^[万亿余]+/, '')) || asked.measures.includes(unit)
      );
    return (
      kindOfUnit(unit) === asked.unit || kindOfUnit(unit.replace(/^[万亿]+/, '')) === asked.unit
    );
  };
  if (GIFT_ASKED.test(question.plain) && !GIFT.test(`${statement.headings} ${statement.plain}`))
    return { kind: 'none' };
  const near = (at: number) => nearness(statement, at, matches);
  const all = readFigures(statement.text);
  // 奖多少 may be a share: 按首次认定标准的30%给予奖励.
  const byShare =
    asked.unit === 'money' &&
    OPEN_SUM.test(question.plain) &&
    !all.some((f) => kindOfUnit(f.unit) === 'money') &&
    /按[^，。；]{0,24}%[^，。；]{0,12}(?:奖|补|贴|资助)/.test(statement.plain);
  const figures = all
    .filter(
      (f) => (right(f.unit) || (byShare && f.unit === '%')) && !question.plain.includes(f.text),
    )
    .filter((f) => asked.unit !== 'time' || !isDate(statement.text, f))
    .filter((f) => isMeant(f, question, statement, matches))
    .map((figure) => ({ figure, near: near(figure.at) }))
    .sort((a, b) => b.near - a.near);
  const masked = readMasked(statement.text)
    .filter((m) => right(m.unit))
    .map((m) => near(m.at));
  const best = figures[0];
  const hidden = Math.max(-1, ...masked);
  if (hidden >= 0 && hidden >= (best?.near ?? -1)) return { kind: 'masked', bonus: 0.2 * hidden };
  if (!best) return { kind: 'none' };
  const heavy = matches.filter((m) => m.term.weight >= 1);
  const own = heavy.filter((m) => m.inside).length / Math.max(1, heavy.length);
  return { kind: 'part', bonus: 0.2 * best.near + 0.08 * own, figures: [best.figure] };
}

/** How much is granted, without saying that a sum is meant. */
const OPEN_SUM =
  /(?:奖|补|奖励|补助|补贴|奖补|资助)(?:标准)?(?:是|给|能|会)?多少(?![钱元万千百家户个名人项亩])/;

/** 小升规给多少钱, 升规了能拿多少 are not told by a goal: 规上企业达到90家，产值达到50亿元. */
const GIFT_ASKED = verbose`
  (?:奖励?|补[贴助]?|奖补|资助)(?:给|到)?(?:多少|几)(?:个)?(?:钱|[万千百]|元|$)
  |(?:拿|领|享受)(?:到|得)?(?:多少|几)(?:个?钱|[万千百]|元|$)
  |(?<![交付支])给(?:予|到)?(?:多少|几)(?:个)?(?:钱|[万千百]|元|$)
`;

const GIFT = /奖|补|贴|给予|资助|扶持|支持|拨|发放|兑|减|免|返/;

/** 2025年, 8月1日 are days, no spans of time. */
const isDate = (text: string, { value, unit, at }: Figure) =>
  (unit === '年' && value > 1000) ||
  (unit === '月' && /年$/.test(text.slice(0, at))) ||
  (unit === '日' && /月$/.test(text.slice(0, at)));

const EACH =
  /每(?:一)?(?:家|户|个|名|人|亩|台|套|项|处|盒|期|只|件|次|场|座|辆|吨|张|间)|单[个户家台]|一家|一户|(?<!第)一名|一个?人/;

const FOR_EACH = /每|同一|最多|单[个户家台]|户均|[各一]家|给予|标准|不超过|最高|封顶/;

/** How many there are is not how many come. */
const STOCK = /一共|共有|总数|总共|总量|现有|总计|合计|目前有|累计有/;

const GROWTH = /新增|净增|增加|新建|新培育/;

/** What stands before a figure, from the one before on: 新增平台3个，有效高企突破60家. */
const sinceFigure = (text: string, at: number) =>
  text.slice(readFigures(text).findLast((f) => f.at < at)?.at ?? 0, at);

/** By how much something grows is not which part it is. */
const RISE = /增速|增幅|(?:增长|提高|下降)(?!到|至)/;

const PART = /占|比重|比例/;

/** A rate of subsidy is not a rate of growth. */
const SUBSIDY = /补助|补贴|奖补|奖励|贴息|返还|按.{0,12}百分之/;

const LEVEL = /国家级|省级|市级|县级/g;

/** The part that holds the figure speaks of another level than the question: 省级 where 国家级 is asked. */
function isOtherLevel(segment: string, matches: TermMatch[]): boolean {
  const asked = matches.find((m) => /^(?:国家级|省级|市级|县级)$/.test(m.term.text))?.term.text;
  const said: string[] = segment.match(LEVEL) ?? [];
  return asked !== undefined && said.length > 0 && !said.includes(asked);
}

/** 帮助19家企业申请奖励95万元: what all of them got together is not what one gets. */
function isTotal(
  segments: Statement['segments'],
  own: number,
  { plain }: Question,
  unit: string,
): boolean {
  if (kindOfUnit(unit) !== 'money' || !SUBSIDY.test(plain) || TOGETHER.test(plain)) return false;
  return segments.slice(Math.max(0, own - 1), own + 1).some((s) => {
    const firms = OF_FIRMS.exec(s.plain)?.[1];
    // 4家企业申请的补贴是多少 asks for what they got together.
    return firms !== undefined && !plain.includes(firms);
  });
}

/** 统筹安排专项资金4000万元，支持企业上市: what is there for all is not what one gets. */
const isPot = (text: string, at: number, { plain }: Question) =>
  /[奖补贴]|给/.test(plain) &&
  !/资金|经费|基金|安排|预算|盘子|总/.test(plain) &&
  (POT.test(text.slice(0, at)) || OF_POT.test(text.slice(at)));

const POT =
  /(?:安排|统筹|设立|列支|预算|筹集|整合|规模)[^，。；]{0,20}(?:资金|经费|基金|预算)[^，。；\d]{0,6}$/;

const OF_POT =
  /^\d[\d.]*[万亿]元(?:以上)?的?(?:工业|产业|科技|发展|专项|引导|扶持|奖补)*(?:资金|经费|基金)/;

const OF_FIRMS = /(\d+余?[家户])(?:企业|单位)?[^每各]{0,8}(?:申请|申报|兑现|争取|落实|发放|获)/;

const TOGETHER =
  /一共|共|总|累计|合计|去年|上年|兑现|发放|争取|申请了|帮助|资金|[帮替为给][^，。]{2,16}(?:申请|申报|争取|要来?)(?:到|来|下来)?的/;

/** The part names a year, and not the one asked for: 2025年产值：58亿元；2027年产值：80亿元. */
function isOtherYear(segments: Statement['segments'], own: number, { years }: Question): boolean {
  const label = segments[own - 1]?.mark === '：' ? segments[own - 1]?.plain : '';
  const segment = `${label}${segments[own]?.plain}`;
  const said = [...segment.matchAll(/(?<!\d)(20\d{2})年/g)].map((m) => Number(m[1]));
  return years.length > 0 && said.length > 0 && !said.some((year) => years.includes(year));
}

/** Whether a figure is the one asked for, by what stands around it in the sentence. */
function isMeant(
  { at, unit }: Figure,
  question: Question,
  statement: Statement,
  matches: TermMatch[],
): boolean {
  const { segments } = statement;
  const own = segments.findLastIndex((s) => s.at <= at);
  const segment = segments[own];
  if (!segment) return false;
  if (EACH.test(question.plain) && !FOR_EACH.test(statement.text)) return false;
  if (narrows(segment.plain, question.plain)) return false;
  if (measuresOther(segment.plain, question.plain)) return false;
  if (isOtherKind(own, question, statement)) return false;
  if (isThreshold(statement.text, at, question)) return false;
  if (STOCK.test(question.plain) && GROWTH.test(sinceFigure(statement.text, at))) return false;
  if (isTotal(segments, own, question, unit)) return false;
  if (isPot(statement.text, at, question)) return false;
  if (isOtherLevel(segment.plain, matches)) return false;
  if (isOtherYear(segments, own, question)) return false;
  if (
    /[补奖贴]|给(?=百分|几|多少)/.test(question.plain) &&
    RISE.test(segment.plain) &&
    !/比例|标准/.test(segment.plain) &&
    kindOfUnit(unit) === 'share'
  )
    return false;
  if (kindOfUnit(unit) === 'share') {
    const [asks, says] = [question.plain, segment.plain];
    if (RISE.test(asks) && !PART.test(asks) && PART.test(says)) return false;
    if (PART.test(asks) && !RISE.test(asks) && RISE.test(says)) return false;
  }
  const several = question.asked.filter((a) => a.kind === 'figure').length > 1;
  return matches.every(({ term, inside }) => {
    if (term.weight < 0.6 || !inside) return true;
    const places = segments.flatMap((s, i) => (speaksOf(s.plain, term.text) > 0 ? [i] : []));
    if (places.length === 0) return true;
    const scope = /^全[国省市]$/.test(term.text);
    return places.some((i) =>
      i <= own
        ? !ownsFigure(statement, i, own, unit, term.text)
        : !scope &&
          clausesBetween(segments, own, i) <= 1 &&
          (several || term.kind === 'figure' || !holdsFigure(statement, i)),
    );
  });
}

/** Asked is 上市企业, the figure counts 股改挂牌企业: the same noun, another word before it. */
function isOtherKind(own: number, { head }: Question, { segments }: Statement): boolean {
  const plain = segments[own]?.plain ?? '';
  const at = head ? plain.indexOf(head.noun) : -1;
  if (!head || at < 0 || UNMARKED.test(plain.slice(0, at))) return false;
  for (let i = own; i >= 0; i--) {
    if (speaksOf(segments[i]?.plain ?? '', head.modifier) > 0) return false;
    if (segments[i - 1]?.mark !== '、') break;
  }
  return true;
}

/** What stands before a noun without telling one kind from another. */
const UNMARKED =
  /(?:^|申报|申请|推荐|支持|获批|实施|承担|[对由按给向]|单[个家户项]|每[个家户项]|一[个家户项]|该|上述|同一|同类|所有|全部|各|等|以上|[的类])$/;

/** 设备投资300万元以上的: who asks how much is given is not told from how much on. */
const isThreshold = (text: string, at: number, { plain }: Question) =>
  GIVEN.test(plain) &&
  !/才|门槛|起步|至少|最[低少]|以[上下]/.test(plain) &&
  (ABOVE.test(text.slice(at)) || AT_LEAST.test(text.slice(0, at)));

/** 拿多少来搞培训 is spent, and not given. */
const GIVEN =
  /(?:[补奖贴]|奖励|补助|补贴|奖补|资助|拿|领|享受)(?:到|得|给|的?是|能|会)?多少(?![来去])/;

/** 研发费用不低于100万元: what is needed, and not given. */
const AT_LEAST = /(?:不(?:得)?[低少小]于|(?<!不)超过|高于|大于|达到?)$/;

const ABOVE = /^[^，。；、]{0,8}?(?:元|%|[家户个项人名亩])(?:及|\(含\)|（含）)?以[上下]/u;

/** How much of what is asked stands close before a figure: in its own part of the sentence, or in those before it. */
function nearness(statement: Statement, at: number, matches: TermMatch[]): number {
  const own = statement.segments.findLastIndex((s) => s.at <= at);
  let sum = 0;
  let total = 0;
  for (const { term, inside } of matches) {
    if (!inside) continue;
    total += term.weight;
    const distances = statement.segments.flatMap((segment, i) =>
      speaksOf(segment.plain, term.text) > 0 ? [i <= own ? own - i : (i - own) * 2] : [],
    );
    const distance = Math.min(...distances, 9);
    sum += term.weight * Math.max(0, 1 - 0.15 * distance);
  }
  return total === 0 ? 0 : sum / total;
}
