import { literally } from '../text/literally.ts';
import { verbose } from '../text/verbose.ts';
import type { Asked } from './asked.ts';
import { NOT_NOW } from './cue.ts';
import { figurePart, type Part } from './figure-part.ts';
import { readFigures, readMasked } from './figures.ts';
import { tellsFirm } from './fits.ts';
import { isHeavy, isUnitBracket, speaksOf, type TermMatch } from './match.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';

export function answerPart(
  asked: Asked,
  question: Question,
  statement: Statement,
  matches: TermMatch[],
): Part {
  if (statement.isList) {
    // A figure or a name stands in one of the items, which is a statement of its own.
    const isOpen = asked.kind === 'text' || asked.kind === 'yes-no';
    const asksAll = asked.kind === 'list' || (isOpen && question.cues.length > 0);
    // A list of everything about an application is not the list of its papers.
    const [opening = ''] = statement.text.split('\n');
    const isMixed = question.cues.some(({ best }) => best && !best.test(opening));
    return asksAll ? { kind: 'part', bonus: isMixed ? 0 : 0.2, figures: [] } : { kind: 'none' };
  }
  switch (asked.kind) {
    case 'figure':
      return figurePart(asked, question, statement, matches);
    case 'when':
      return asked.often && countsFrom(question, statement)
        ? { kind: 'none' }
        : whenPart(asked.often, statement);
    case 'where':
      return saysWhere(statement, matches)
        ? { kind: 'part', bonus: 0, figures: [] }
        : { kind: 'none' };
    case 'who':
      return whoPart(asked.role, question, statement);
    case 'list':
    case 'yes-no':
    case 'text': {
      if (asked.kind === 'list' && question.cues.length === 0 && namesNone(statement, matches))
        return { kind: 'none' };
      if (
        asked.kind === 'text' &&
        question.cues.length === 0 &&
        isBlank(statement.text) &&
        !tellsFirm(question, statement)
      )
        return { kind: 'none' };
      const inside = matches.filter((m) => m.inside).reduce((sum, m) => sum + m.term.weight, 0);
      const total = matches.reduce((sum, m) => sum + m.term.weight, 0) || 1;
      return inside / total >= 0.25 || question.cues.length > 0
        ? {
            kind: 'part',
            bonus:
              (asked.kind === 'yes-no' && MAY.test(statement.text) ? 0.15 : 0) +
              0.1 * (inside / total) +
              (asked.kind === 'list' ? listBonus(statement, matches) : 0),
            figures: readFigures(statement.text),
          }
        : { kind: 'none' };
    }
  }
}

/** 税收x.x亿元，增长xx%: every figure is left out, and nothing else is told. */
const isBlank = (text: string) => readMasked(text).length > 1 && readFigures(text).length === 0;

/** What says whether something may be done. */
const MAY = /不得|不能|禁止|严禁|严控|严格控制|不准|可以|允许|方可|不再|无需|不予/;

/** A span of time: 15个工作日内, 不超过3年. */
const SPAN = verbose`
  (?<![\d月])(?:\d+|[一二三四五六七八九十两]+)\s*(?:个)?(?:
    工作日|小时|天|日(?=[内前之，。；以])|个?月(?=[内前之，。；以])|年(?=[内前之，。；以])
    |个月
  )
  |当[天日场]|即时|随时
`;

const DAY = /\d{1,2}月|\d{1,2}日(?!内)|[上中下]旬|[年月]底|[年月]末|每[年月季周]/;

const TIME =
  /\d{1,2}[:：]\d{2}|\d{1,2}月|[上中下]旬|年底|年末|月底|年初|每[年月季周]|季度|[上下]半年|\d{4}年|\d{1,2}日|工作日|年内|长期|届满|之日|当年|次年/;

const WHERE = verbose`
  设在|设于|办公室设(?!立|置)|地点|地址|位于
  |[赴到在][^，。；、]{2,16}(?:举办|召开|举行|办理|设立|开展|观摩|培训|学习)
  |在[^，。；、]{2,12}(?:中心|大厅|馆|楼|窗口|平台|广场|会议室|网站|基地|园)
`;

const PLACES = /党校|大学|学院|基地|中心|馆|大厅/;

/** A place stands in the part of the sentence that speaks of what is asked. */
function saysWhere(statement: Statement, matches: TermMatch[]): boolean {
  if (WHERE.test(statement.text)) return true;
  const heavy = matches.filter((m) => isHeavy(m) && m.inside);
  return statement.segments.some(
    (segment) =>
      PLACES.test(heavy.reduce((rest, m) => rest.replaceAll(m.term.text, ' '), segment.plain)) &&
      heavy.every((m) => speaksOf(segment.plain, m.term.text) > 0),
  );
}

const OFTEN = /每[年月季周日天旬两三半]|定期|[一两三]次(?!性)/;

/** 公示多久 is not told by 公示结束后30日内拨付: there the time only begins. */
function countsFrom({ plain }: Question, statement: Statement): boolean {
  const event = /(\p{Script=Han}{2})(?:要|需要?|得|期|时间)*(?:多久|多长)/u.exec(plain)?.[1] ?? '';
  const said = statement.plain.split(event).slice(1);
  return event !== '' && said.length > 0 && said.every((behind) => BEHIND_IT.test(behind));
}

const BEHIND_IT = /^(?:结束|期满|完成|通过|合格|无异议)*(?:之?后|之日)/;

function whenPart(often: boolean, statement: Statement): Part {
  if (often && OFTEN.test(statement.text)) return { kind: 'part', bonus: 0.1, figures: [] };
  if (statement.cells?.month) return { kind: 'part', bonus: 0.1, figures: [] };
  if (often)
    return SPAN.test(statement.text) || DAY.test(statement.text)
      ? { kind: 'part', bonus: SPAN.test(statement.text) ? 0.05 : 0, figures: [] }
      : { kind: 'none' };
  return TIME.test(statement.text) || NOT_NOW.test(statement.text)
    ? { kind: 'part', bonus: DAY.test(statement.text) ? 0.05 : -0.1, figures: [] }
    : { kind: 'none' };
}

function whoPart(role: 'lead' | 'coop' | 'any', question: Question, statement: Statement): Part {
  const { cells, text } = statement;
  const part: Part = { kind: 'part', bonus: 0.15, figures: [] };
  if (NAME_ASKED.test(question.plain)) return NAME_GIVEN.test(text) ? part : { kind: 'none' };
  if (cells) {
    if (role === 'coop') return cells.coop ? part : { kind: 'none' };
    if (cells.lead) return part;
    if (role === 'lead') return { kind: 'none' };
  }
  const done = DONE_BY.exec(question.plain)?.[1];
  if (done && speaksOf(statement.plain, done) === 0) return { kind: 'none' };
  if (isUnitBracket(statement)) {
    const has = role === 'coop' ? /配合|责任|协/.test(text) : /牵头|责任|主办/.test(text);
    return has ? part : { kind: 'none' };
  }
  if (role === 'coop')
    return /配合|协助|参与/.test(text) ? { ...part, bonus: 0 } : { kind: 'none' };
  if (role === 'lead')
    return onlyInterprets(question, text)
      ? { kind: 'none' }
      : /牵头|负责|主办|承办|主抓|为组长|任组长/.test(text)
        ? { ...part, bonus: 0.05 }
        : { kind: 'none' };
  const others = question.terms.reduce((rest, t) => rest.replaceAll(t.text, ' '), statement.plain);
  return BODY.test(others) ? { ...part, bonus: 0 } : { kind: 'none' };
}

/** 由县经信局负责解释 does not say who is in charge. */
const onlyInterprets = ({ plain }: Question, text: string) =>
  /解释/.test(text) && !/解释/.test(plain) && !/牵头|主管|组织实施/.test(text);

/** 哪个部门组织评审: the sentence that answers says who does that. */
const DONE_BY = verbose`
  (?:谁|哪(?:个|些|一个)(?:部门|单位|局|机构)|什么(?:部门|单位))(?:来|去|要|应该|负责)*(
    组织|实施|审核|审批|拨付|评选|管理|验收|认定|受理|监督|考核|制定|公布|评审|推荐|汇总
    |召集|主持
  )
`;

/** 县长是谁 asks for a name; 由谁任组长 for an office. */
const NAME_ASKED =
  /(?<!办公室)(?:书记|县长|市长|省长|局长|主任|部长|院长|校长|会长|董事长|经理|负责人|联系人|法人)(?:现在)?(?:是|叫|姓)(?:谁|什么|啥|哪)/;

const NAME_GIVEN = verbose`
  (?:书记|长|主任|经理|负责人|联系人|法人)(?:
    (?:[:：]|由)?\p{Script=Han}{2,3}(?:同志|担任|先生|女士)
    |[:：]\p{Script=Han}{2,4}(?![\p{Script=Han}\d])
  )
`;

/** Somebody who does something: an office, a body, a firm, a named person. */
const BODY = verbose`
  书记|县长|市长|局长|主任|组长|领导|部门|公司|局|县委|政府|办公室|中心|委员会|大学|团队
  |教授|机构|药业|集团|协会|单位(?!能耗|产品|面积|排放|产出|gdp|增加值|工业)|乡镇|园区
  |第三方|专家|院所|高校|事务所|银行|支行|商会
`;

/** A list is asked for: the words asked stand at one of several things named in a row. */
function listBonus(statement: Statement, matches: TermMatch[]): number {
  return 0.15 * listedShare(statement, matches);
}

/** Things are named in a row, but none beside what is asked for. */
const namesNone = (statement: Statement, matches: TermMatch[]) =>
  !statement.cells &&
  statement.segments.some((s) => s.mark === '、') &&
  listedShare(statement, matches) === 0 &&
  !namesBehind(statement, matches) &&
  !spellsOut(statement, matches);

/** “四员”（代办员、监测员……）, “三个不足”：……: what a name stands for follows it. */
const spellsOut = ({ plain }: Statement, matches: TermMatch[]) =>
  matches.some(
    (m) =>
      isHeavy(m) &&
      m.inside &&
      new RegExp(`${literally(m.term.text)}[^,，。；;]{0,10}[（(:：][^（()）]*、`).test(plain),
  );

/** 安排专项资金，用于职工培训、企业诊断: what is listed belongs to what stands right before it. */
const namesBehind = ({ segments }: Statement, matches: TermMatch[]) =>
  segments.some(
    (row, i) =>
      row.mark === '、' &&
      LISTING.test(row.plain) &&
      matches.some((m) => isHeavy(m) && speaksOf(segments[i - 1]?.plain ?? '', m.term.text) > 0),
  );

const LISTING =
  /^(?:主要|重点|专项)?(?:用于|用在|投向|明确|包括|包含|涵盖|涉及|分为|分别为|规定|内容为|即|具体为)/;

/** Which share of the words asked for stands at one of several things named in a row. */
function listedShare(statement: Statement, matches: TermMatch[]): number {
  const { segments } = statement;
  const inRow = (i: number) => segments[i]?.mark === '、' || segments[i - 1]?.mark === '、';
  const heavy = matches.filter((m) => m.inside && m.term.weight >= 0.6);
  const listed = heavy.filter(({ term }) =>
    segments.some((segment, i) => inRow(i) && speaksOf(segment.plain, term.text) > 0),
  );
  return heavy.length === 0 ? 0 : listed.length / heavy.length;
}
