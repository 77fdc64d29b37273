import type { Asked } from './asked.ts';
import { figurePart, type Part } from './figure-part.ts';
import { type Figure, readFigures } from './figures.ts';
import { isUnitBracket, matchTerms, speaksOf, type TermMatch } from './match.ts';
import type { Question } from './question.ts';
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
  // Where a question has only words that hold for every sentence of a bureau, they have to stand there themselves.
  const least = matches.some((m) => isHeavy(m) && m.term.kind !== 'place') ? 1 : 0.3;
  const heavy = matches.filter((m) => m.term.weight >= least);
  const lost = missing.filter((m) => m.term.weight >= least);
  if (lost.length > 0) return no(`missing ${lost.map((m) => m.term.text).join(' ')}`);
  const held = statement.cells !== undefined || isUnitBracket(statement);
  const said = heavy.filter((m) => m.term.kind !== 'place');
  if (said.length > 0 && !said.some((m) => m.inside || held)) return no('nothing inside');
  if (least < 1 && !said.every((m) => m.inside || held)) return no('common words elsewhere');
  if (asksOfDocument(question, statement) && !isOfDocument(statement))
    return no('not of the document');
  if (howTo(question) && !PROCEDURE.test(statement.text)) return no('no procedure');
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

const isHeavy = (m: TermMatch) => m.term.weight >= 1;

/** 《……》何时印发: the document itself is asked about, by the name it bears. */
const asksOfDocument = (question: Question, statement: Statement) =>
  /印发|发布|发文|文号|施行|实施|生效|有效期|废止|到期/.test(question.plain) &&
  question.terms.some((t) => t.strict && t.text.length >= 6 && statement.title.includes(t.text));

const isOfDocument = (statement: Statement) =>
  statement.passage.path === '版记' ||
  /本(?:措施|办法|意见|方案|通知|细则|规定|计划)|起(?:施行|实施|执行|生效)|有效期/.test(
    statement.text,
  );

/** 怎么申请: what is done where, not that it is done. */
const howTo = (question: Question) =>
  /(?:怎么样?|怎样|如何)(?:去|来|才能|可以)?(?:申请|申报|注册|办理|领取|报名|备案|登记|查询|参加|认定|评定|缴|换|下载)/.test(
    question.plain,
  );

const PROCEDURE =
  /提交|提出|登录|登陆|网上|窗口|报送|审核|受理|材料|填写|流程|程序|通过[^，。]{2,20}(?:申|报|办)|向[^，。]{2,20}(?:申|报|提)/;

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
      return saysWhere(statement, matches)
        ? { kind: 'part', bonus: 0, figures: [] }
        : { kind: 'none' };
    case 'who':
      return whoPart(asked.role, question, statement);
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
  /设在|设于|办公室设(?!立|置)|地点|地址|位于|[赴到在][^，。；、]{2,16}(?:举办|召开|举行|办理|设立|开展|观摩|培训|学习)|在[^，。；、]{2,12}(?:中心|大厅|馆|楼|窗口|平台|广场|会议室|网站|基地|园)/;

const PLACES = /党校|大学|学院|基地|中心|馆|大厅/;

/** A place stands in the part of the sentence that speaks of what is asked. */
function saysWhere(statement: Statement, matches: TermMatch[]): boolean {
  if (WHERE.test(statement.text)) return true;
  const heavy = matches.filter((m) => isHeavy(m) && m.inside);
  return statement.segments.some(
    (segment) =>
      PLACES.test(segment.plain) && heavy.every((m) => speaksOf(segment.plain, m.term.text) > 0),
  );
}

const OFTEN = /每[年月季周日天旬两三半]|定期|[一两三]次/;

function whenPart(often: boolean, statement: Statement): Part {
  if (often && OFTEN.test(statement.text)) return { kind: 'part', bonus: 0.1, figures: [] };
  if (statement.cells?.month) return { kind: 'part', bonus: 0.1, figures: [] };
  return TIME.test(statement.text) ? { kind: 'part', bonus: 0, figures: [] } : { kind: 'none' };
}

function whoPart(role: 'lead' | 'coop' | 'any', question: Question, statement: Statement): Part {
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
  if (NAME_ASKED.test(question.plain) && !NAME_GIVEN.test(text)) return { kind: 'none' };
  const others = question.terms.reduce((rest, t) => rest.replaceAll(t.text, ' '), statement.plain);
  return BODY.test(others) ? { ...part, bonus: 0 } : { kind: 'none' };
}

/** 县长是谁 asks for a name; 由谁任组长 for an office. */
const NAME_ASKED =
  /(?<!办公室)(?:书记|县长|市长|省长|局长|主任|部长|院长|校长|会长|董事长|经理|负责人|联系人|法人)(?:现在)?(?:是|叫|姓)(?:谁|什么|啥|哪)/;
const NAME_GIVEN =
  /(?:书记|长|主任|经理|负责人|联系人|法人)(?:[:：]|由)?\p{Script=Han}{2,3}(?:同志|担任|先生|女士)/u;

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
