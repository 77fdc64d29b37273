import { type Figure, kindOfUnit, readFigures, readMasked } from './figures.ts';
import { narrows } from './language.ts';
import { isUnitBracket, matchTerms, speaksOf, type TermMatch } from './match.ts';
import type { Asked, Question } from './question.ts';
import type { Statement } from './statements.ts';

/** A statement that answers, with the figures asked for. */
export type Candidate = {
  statement: Statement;
  score: number;
  figures: Figure[];
  /** Where the answering part stands in the text. */
  at?: number;
};

export type Verdict =
  | { kind: 'answers'; candidate: Candidate }
  | { kind: 'masked'; score: number }
  | { kind: 'no'; score: number; why: string };

/** Covers below this say that the word is not spoken of. */
const SPOKEN = 0.55;

/** Whether a statement answers a question, and how well. */
export function judge(question: Question, statement: Statement): Verdict {
  const exact = question.asked.some((a) => a.kind === 'figure');
  const matches = matchTerms(question.terms, statement, exact);
  const score = scoreOf(matches);
  const no = (why: string): Verdict => ({ kind: 'no', score, why });
  if (!fitsYears(question, statement)) return no('year');
  if (!fitsMonths(question, statement)) return no('month');
  const missing = matches.filter((m) => m.cover < SPOKEN);
  const strict = missing.find((m) => m.term.strict);
  if (strict) return no(`strict ${strict.term.text}`);
  const heavy = matches.filter((m) => m.term.weight >= 1);
  const lost = missing.filter((m) => m.term.weight >= 1);
  if (lost.length > 0) return no(`missing ${lost.map((m) => m.term.text).join(' ')}`);
  if (
    heavy.length > 0 &&
    !heavy.some((m) => m.inside || statement.cells || isUnitBracket(statement))
  )
    return no('nothing inside');
  if (isUnitBracket(statement) && question.asked.every((a) => a.kind !== 'who')) return no('units');
  const parts = question.asked.map((asked) => answerPart(asked, question, statement, matches));
  const failed = parts.find((p) => p.kind !== 'part');
  if (failed?.kind === 'masked')
    return {
      kind: 'masked',
      score: score + failed.bonus + likeness(question.plain, statement),
    };
  if (failed) return no('kind');
  const fine = parts.filter((p) => p.kind === 'part');
  const best = Math.max(...fine.map((p) => p.bonus));
  return {
    kind: 'answers',
    candidate: {
      statement,
      score: score + best + likeness(question.plain, statement) - lengthPenalty(statement),
      figures: fine.flatMap((p) => p.figures),
      ...(fine[0]?.at === undefined ? {} : { at: fine[0].at }),
    },
  };
}

function scoreOf(matches: TermMatch[]): number {
  const total = matches.reduce((sum, m) => sum + m.term.weight, 0);
  return total === 0 ? 0 : matches.reduce((sum, m) => sum + m.term.weight * m.cover, 0) / total;
}

/** How much of the question stands in the statement as it is: its pairs of characters, and its longest piece. */
function likeness(question: string, statement: Statement): number {
  const text = isUnitBracket(statement)
    ? `${statement.headings} ${statement.clause}`
    : `${statement.plain} ${statement.leads.join(' ')}`;
  const chars = [...question];
  const pairs = chars.slice(1).map((c, i) => (chars[i] ?? '') + c);
  const shared = pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length);
  let longest = 0;
  for (let i = 0; i < chars.length; i++) {
    while (i + longest < chars.length && text.includes(chars.slice(i, i + longest + 1).join('')))
      longest++;
  }
  return 0.15 * shared + 0.15 * (longest / Math.max(1, chars.length));
}

const lengthPenalty = (statement: Statement) => Math.min(0.06, statement.text.length / 5000);

/** A year asked about must be the statement's: said in it or above it, or else the document's own. */
export function fitsYears(question: Question, statement: Statement): boolean {
  return question.years.every((year) => {
    const near = `${statement.text} ${statement.headings} ${statement.leads.join(' ')}`;
    const said = yearsIn(near);
    if (said.includes(year)) return true;
    if (said.length > 0 && Math.min(...said) < year && year < Math.max(...said)) return true;
    const own = yearsIn(statement.title);
    const inTitle = own.length > 0 ? year >= Math.min(...own) && year <= Math.max(...own) : false;
    const documents = inTitle || (own.length === 0 && statement.policy.year === year);
    return documents && said.length === 0;
  });
}

const yearsIn = (text: string) =>
  [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|\s*[-－—~～至到]+\s*(?:19|20)\d{2}年)/g)].map(
    (m) => Number(m[1]),
  );

function fitsMonths(question: Question, statement: Statement): boolean {
  const month = statement.cells?.month;
  if (question.months.length === 0) return true;
  if (month) return question.months.some((m) => new RegExp(`(?<!\\d)${m}月`).test(month));
  return question.months.some((m) => new RegExp(`(?<!\\d)${m}月`).test(statement.text));
}

type Part =
  | { kind: 'part'; bonus: number; figures: Figure[]; at?: number }
  | { kind: 'masked'; bonus: number }
  | { kind: 'none' };

function answerPart(
  asked: Asked,
  question: Question,
  statement: Statement,
  matches: TermMatch[],
): Part {
  switch (asked.kind) {
    case 'figure':
      return figurePart(asked, question, statement, matches);
    case 'when':
      return whenPart(asked.often, statement);
    case 'where':
      return WHERE.test(statement.text)
        ? { kind: 'part', bonus: 0, figures: [] }
        : { kind: 'none' };
    case 'who':
      return whoPart(asked.role, statement);
    case 'list':
    case 'yes-no':
    case 'text': {
      const inside = matches.filter((m) => m.inside).reduce((sum, m) => sum + m.term.weight, 0);
      const total = matches.reduce((sum, m) => sum + m.term.weight, 0) || 1;
      return inside / total >= 0.2
        ? {
            kind: 'part',
            bonus:
              0.1 * (inside / total) + (asked.kind === 'list' ? listBonus(statement, matches) : 0),
            figures: readFigures(statement.text),
          }
        : { kind: 'none' };
    }
  }
}

const TIME =
  /\d{1,2}月|[上中下]旬|年底|年末|月底|年初|每[年月季周]|季度|[上下]半年|\d{4}年|\d{1,2}日|工作日|年内|长期|届满|之日|当年|次年/;

const WHERE =
  /设在|地点|地址|位于|[赴到在][^，。；、]{2,16}(?:举办|召开|举行|办理|设立|开展|观摩|培训|学习)|党校|大学|学院|基地/;

const OFTEN = /每[年月季周日天旬两三半]|定期|[一两三]次/;

function whenPart(often: boolean, statement: Statement): Part {
  if (often && OFTEN.test(statement.text)) return { kind: 'part', bonus: 0.1, figures: [] };
  if (statement.cells?.month) return { kind: 'part', bonus: 0.1, figures: [] };
  return TIME.test(statement.text) ? { kind: 'part', bonus: 0, figures: [] } : { kind: 'none' };
}

function whoPart(role: 'lead' | 'coop' | 'any', statement: Statement): Part {
  const { cells, text } = statement;
  const part: Part = { kind: 'part', bonus: 0.15, figures: [] };
  if (cells) {
    if (role === 'coop') return cells.coop ? part : { kind: 'none' };
    return cells.lead ? part : { kind: 'none' };
  }
  if (isUnitBracket(statement)) {
    const has = role === 'coop' ? /配合|责任|协/.test(text) : /牵头|责任|主办/.test(text);
    return has ? part : { kind: 'none' };
  }
  if (role === 'coop')
    return /配合|协助|参与/.test(text) ? { ...part, bonus: 0 } : { kind: 'none' };
  if (role === 'lead')
    return /牵头|负责|主办|承办|主抓|为组长|任组长/.test(text)
      ? { ...part, bonus: 0.05 }
      : { kind: 'none' };
  return BODY.test(text) ? { ...part, bonus: 0 } : { kind: 'none' };
}

/** Somebody who does something: an office, a body, a firm, a named person. */
const BODY =
  /书记|县长|市长|局长|主任|组长|领导|部门|公司|局|县委|政府|办公室|中心|委员会|大学|团队|教授|机构|药业|集团|协会|单位|乡镇|园区|第三方|专家|院所|高校/;

/** A list is asked for: the words asked stand at one of several things named in a row. */
function listBonus(statement: Statement, matches: TermMatch[]): number {
  const { segments } = statement;
  const inRow = (i: number) => segments[i]?.mark === '、' || segments[i - 1]?.mark === '、';
  const heavy = matches.filter((m) => m.inside && m.term.weight >= 0.6);
  const listed = heavy.filter(({ term }) =>
    segments.some((segment, i) => inRow(i) && speaksOf(segment.plain, term.text) > 0),
  );
  return heavy.length === 0 ? 0 : 0.15 * (listed.length / heavy.length);
}

function figurePart(
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
  const near = (at: number) => nearness(statement, at, matches);
  const figures = readFigures(statement.text)
    .filter((f) => right(f.unit) && !question.plain.includes(f.text) && !/^一/.test(f.text))
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
  return { kind: 'part', bonus: 0.2 * best.near, figures: [best.figure], at: best.figure.at };
}

const EACH =
  /每(?:一)?(?:家|户|个|名|人|亩|台|套|项|处|盒|期|只|件|次)|单[个户家台]|一家|一户|一名/;
const FOR_EACH = /每|单[个户家台]|户均|[各一]家|给予|标准|不超过|最高|封顶/;

/** How many there are is not how many come. */
const STOCK = /一共|共有|总数|总共|总量|现有|总计|合计|目前有|累计有/;
const GROWTH = /新增|净增|增加|新建|新培育/;
/** By how much something grows is not which part it is. */
const RISE = /增长|增速|增幅|提高|下降/;
const PART = /占|比重|比例/;

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
  if (isOtherKind(own, question, statement)) return false;
  if (STOCK.test(question.plain) && GROWTH.test(segment.plain)) return false;
  if (kindOfUnit(unit) === 'share') {
    const [asks, says] = [question.plain, segment.plain];
    if (RISE.test(asks) && !PART.test(asks) && PART.test(says)) return false;
    if (PART.test(asks) && !RISE.test(asks) && RISE.test(says)) return false;
  }
  return matches.every(({ term, inside }) => {
    if (term.weight < 0.6 || !inside) return true;
    const places = segments.flatMap((s, i) => (speaksOf(s.plain, term.text) > 0 ? [i] : []));
    if (places.length === 0) return true;
    const scope = /^全[国省市]$/.test(term.text);
    return places.some((i) =>
      i <= own
        ? !ownsFigure(statement, i, own, unit)
        : !scope && clausesBetween(segments, own, i) <= 1,
    );
  });
}

/** Asked is 上市企业, the figure counts 股改挂牌企业: the same noun, another word before it. */
function isOtherKind(own: number, { head }: Question, { segments }: Statement): boolean {
  const segment = segments[own];
  if (!head || !segment?.plain.includes(head.noun)) return false;
  for (let i = own; i >= 0; i--) {
    if (speaksOf(segments[i]?.plain ?? '', head.modifier) > 0) return false;
    if (segments[i - 1]?.mark !== '、') break;
  }
  return true;
}

/** A part before, with a figure of the same kind, speaks of that one: 产值增长8%，税收增长5%. */
function ownsFigure(statement: Statement, at: number, own: number, unit: string): boolean {
  const { segments } = statement;
  if (at === own || clausesBetween(segments, at, own) === 0) return false;
  const from = segments[at]?.at ?? 0;
  const to = segments[at + 1]?.at ?? statement.text.length;
  return readFigures(statement.text).some(
    (f) => f.at >= from && f.at < to && kindOfUnit(bareUnit(f.unit)) === kindOfUnit(bareUnit(unit)),
  );
}

const bareUnit = (unit: string) => unit.replace(/^[万亿余]+(?!元)/, '');

/** Marks greater than 、 between two parts of a sentence. */
const clausesBetween = (segments: Statement['segments'], from: number, to: number) =>
  segments.slice(from, to).filter((s) => s.mark !== '、').length;

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
