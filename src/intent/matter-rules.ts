import { findDatePhrases } from '../calendar/date-phrase.ts';
import { readYearNumber, YEAR_BEFORE, YEAR_IN } from '../calendar/year-number.ts';
import { asks } from '../text/asks.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import { type CommandRule, plain, rule, UNIT_NAME } from './command-rule.ts';
import type { AdminCommand } from './intent.ts';
import { opensProxy } from './read-proxy.ts';

const N = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const PROBLEM = `${YEAR_BEFORE}(?:问题(?:清单)?(?:上|里|中)?的?第?${YEAR_IN()}(?<no>${N})[号个]?(?:问题)?|第?${YEAR_IN('yearIn2')}(?<no2>${N})号问题)`;
const SOLVED =
  '(?:现?已经?|都)?(?:解决|销号|处理好|处理完|办结|协调好|落实好)(?:了)?(?:[,，]?(?:请|可以?|申请)?销号)?';
const TAKEN_BACK = '(?:撤销|撤回|撤掉|撤下来?|撤|取消|收回)';
const NAME = '[\\p{Script=Han}·a-zA-Z]{2,12}?';
/** A name that ends like a body is one: 第3项转给发改局 is no matter inside the unit. */
const BODY = /(?:局|委|办|中心|镇|乡|公司|区|部|院|会|行|站|所|股|科|室|单位|街道)$/;

/** 交接工作完成了吗 names nobody. */
const NO_NAME = /工作|完成|情况|一下|材料|任务|事项|清单|手续|[了吗呢的]$/u;
const isName = (text: string) =>
  !BODY.test(text) &&
  !NO_NAME.test(text) &&
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}+·\p{Script=Han}+|[a-z]+(?: [a-z]+)*)$/iu.test(text);

/** 已于3月20日解决, 没有在4月底前解决: what has been, and no order. */
const TELLS = /没有?|未|不(?![晚迟]于|超过)|已|曾|[昨前]天/u;

const numberOf = (g: Record<string, string | undefined>) => readNumber(g.no ?? g.no2 ?? '');

function solve(g: Record<string, string | undefined>): AdminCommand | undefined {
  const named = readYearNumber(g);
  return named && { kind: 'solve-problem', ...named };
}

/** 问题1、问题2 and 问题1和2. */
const PROBLEMS = `问题(?:清单)?第?(?<list>${N}号?(?:(?:[、,，和及与]|还有)+(?:问题)?第?${N}号?(?:问题)?)+)`;

function solveAll(g: Record<string, string | undefined>): AdminCommand | undefined {
  const nos = (g.list ?? '').match(new RegExp(N, 'gu'))?.flatMap((n) => readNumber(n) ?? []) ?? [];
  const [no, ...also] = new Set(nos);
  return no === undefined ? undefined : { kind: 'solve-problem', no, also };
}

function solveDifficulty(g: Record<string, string | undefined>): AdminCommand | undefined {
  const taskNo = numberOf(g);
  return taskNo === undefined ? undefined : { kind: 'solve-difficulty', taskNo };
}

function transfer(g: Record<string, string | undefined>): AdminCommand | undefined {
  const no = numberOf(g);
  const { person } = g;
  if (no === undefined || (person && !isName(person))) return undefined;
  return { kind: 'transfer', no, ...(person ? { person } : {}) };
}

/** Orders about what goes back and forth between units and the office. The first row that fits is taken. */
export const MATTER_RULES: readonly CommandRule[] = [
  plain(
    '(?:开启|启用|打开|开通|恢复|实行)(?:任务|工作)?(?:的)?办结审核(?:功能)?|办结(?:要|需要?|须)(?:经)?审核',
    '开启办结审核',
    { kind: 'review', on: true },
  ),
  plain(
    '(?:关闭|停用|关掉|取消|停止)(?:任务|工作)?(?:的)?办结审核(?:功能)?|办结(?:不用|无需|不再|不需要?)审核(?:了)?',
    '关闭办结审核',
    { kind: 'review', on: false },
  ),
  plain(
    '(?:查看|看|看下|看一下|看看|列出|打开)?(?:全部|所有)?(?:待|等待)(?:我)?(?:答复|审核|审批|批复)(?:的)?(?:事项|申请|清单|列表)?|(?:还)?(?:有)?(?:哪些|什么)(?:事项|申请)?(?:待|等待|要|需要|等)(?:我们?)?(?:答复|审核|审批|批复|审|批)(?:的)?(?:事项|申请)?|(?:还)?有(?:哪些|什么)(?:延期|办结|归属)(?:申请|审核)(?:没批|待批|要批)?',
    '待答复事项',
    { kind: 'open-matters' },
  ),
  plain(
    '(?:查看|看|看下|看一下|看看|列出|打开|发一?下|我们?的?)问题清单|(?:还有)?(?:哪些|什么)?(?:未|没|没有)(?:销号|解决)(?:的)?问题(?:有哪些|清单)?|(?:还)?有?(?:哪些|什么)问题(?:还)?(?:未|没有?)销号(?:的)?',
    '查看问题清单',
    { kind: 'problem-list' },
  ),
  rule(`${PROBLEM}${SOLVED}`, '问题3已解决', solve),
  rule(`(?:请|把|将)?${PROBLEM}(?:给我|先)?${TAKEN_BACK}(?:吧|了)?`, '问题3撤了吧', solve),
  rule(`${TAKEN_BACK}${PROBLEM}`, '撤销问题3', solve),
  rule(
    `${TAKEN_BACK}第?(?<no>${N})(?:项|号任务)(?:任务|工作)?的?(?:困难|难题|问题)|第?(?<no2>${N})(?:项|号任务)(?:任务|工作)?的?(?:困难|难题|问题)(?:给我|先)?${TAKEN_BACK}(?:吧|了)?`,
    '撤销第1项问题',
    solveDifficulty,
  ),
  rule(
    `第?(?<no>${N})(?:项|号任务)(?:任务|工作)?的?(?:困难|难题|难点|问题|堵点|卡点|障碍)(?:现?已经?|都|目前|现在)*(?:解决|化解|消除|协调好|处理好|克服|没有?)(?:了)?`,
    '第3项困难解决了',
    solveDifficulty,
  ),
  rule(`${PROBLEMS}(?:都|均|全部|也)*${SOLVED}`, '问题1、问题2已经解决', solveAll),
  rule(
    `${PROBLEM}(?:可以|就|请|先)*(?:撤[了掉销回]|撤|销|取消|去掉|删[了掉除])[了吧掉]*`,
    '问题3撤了吧',
    solve,
  ),
  rule(`(?:把|将)?${PROBLEM}(?:给我)?(?:销号|销掉|划掉|勾掉)`, '把问题3销号', solve),
  rule(
    `${PROBLEM}(?:其实|已经?|确)*(?:是|属于?|系)?(?:误报|错报|重报|重复|虚报|不存在|不属实|不成立)[了的]?(?:[,，;；。\\s]*(?:请|予以|可以?|给|直接)*(?:销号|销掉|划掉|勾掉|去掉|撤销|取消))`,
    '问题1是误报，销号',
    solve,
  ),
  rule(
    `(?:申请|请)?销号\\s*[:]?\\s*${YEAR_BEFORE}(?:问题)?第?${YEAR_IN()}(?<no>${N})号?(?:问题)?`,
    '销号3号',
    solve,
  ),
  {
    pattern: new RegExp(`^(?:请|把|将)?${PROBLEM}[\\s,:]*(?<rest>.{2,60}?)[。.!]*$`, 'u'),
    read: (g, _, today) => {
      const named = readYearNumber(g);
      const rest = g.rest ?? '';
      if (!named || asks(rest) || TELLS.test(rest)) return undefined;
      const [date] = findDatePhrases(rest, today);
      const unit = verbose`
        (?:
          由|交(?:给|由|办)?|转(?:给|办)?|(?:指派|安排|分|派)?给|指派|让|请|归
          |责任单位(?:改)?[为成是:]?|^(?=[^\s,。]{2,12}(?:负责|牵头))
        )\s*(?<unit>[^\s,。]{2,16}?)(?:来)?(?:
          负责|牵头|解决|办理?(?![\p{Script=Han}])|处理|协调|$
          |(?=[\s,。]|\d|年|月|[一二三四五六七八九十]+月)
        )
      `.exec(date ? rest.replace(date.text, ' ') : rest)?.groups?.unit;
      if (!unit && !date) return undefined;
      return {
        kind: 'assign-problem',
        ...named,
        ...(unit ? { unit } : {}),
        ...(date ? { dueOn: date.end } : {}),
      };
    },
    example: '问题3 由财政局负责，4月底前解决',
  },
  {
    pattern: /^(?<all>[\s\S]{6,})$/u,
    read: ({ all }) => (opensProxy(all ?? '') ? { kind: 'proxy-report' } : undefined),
    example: '代填 科技经信局 第1项已完成（电话，张三）',
  },
  rule(
    `转办\\s*第?(?<no>${N})[项条号]?(?:任务|工作)?\\s*(?:给|至|到|由)?\\s*(?<person>${NAME})?(?:办理?|负责|跟进)?`,
    '转办 第3项 给 王五',
    transfer,
  ),
  rule(
    `(?:把|将)?第(?<no>${N})[项条](?:任务|工作)?\\s*转(?:办|交)?(?:给|至|到)\\s*(?<person>${NAME})?(?:来)?(?:办理?|负责|跟进|处理)?`,
    '第3项转给王五办',
    transfer,
  ),
  plain('(?:联络员)?(?:工作)?(?:交接|移交|交班)', '交接', { kind: 'hand-over' }),
  plain('代填|代报|代为填报', '代填', { kind: 'proxy-report' }),
  rule(
    `(?:我(?:的)?)?(?:工作|联络员)?(?:工作)?(?:交接|移交|交班)(?:工作)?\\s*(?:给|至|到)?\\s*[:]?\\s*(?:(?<unit>${UNIT_NAME})(?:\\s+|的)?(?:联络员)?\\s*(?:给)?\\s+)?(?<person>${NAME})`,
    '交接 李四',
    ({ person, unit }) =>
      person && isName(person)
        ? { kind: 'hand-over', person, ...(unit ? { unit } : {}) }
        : undefined,
  ),
  rule(
    `(?<unit>[^\\s,。、]{1,19}?(?:局|委|办|中心|镇|乡|公司|区|部|院|会|站|所|集团|街道|园))(?:的)?(?:原?联络员)?\\p{Script=Han}{2,4}?(?:已经?|要)?(?:调走|调离|调动|退休|离职|离岗|转岗|借调|请长假)了?,?(?:工作|以后)?(?:由|请|改由|换)(?<person>${NAME})(?:同志)?(?:来)?(?:接手|接任|接替|接管|接)(?:工作)?`,
    '科技经信局王某某调走了，由李四接手',
    ({ person, unit }) =>
      person && isName(person)
        ? { kind: 'hand-over', person, ...(unit ? { unit } : {}) }
        : undefined,
  ),
  rule(
    `(?:原?联络员)?(?<leaver>\\p{Script=Han}{2,4}?)(?:同志)?(?:已经?|要)?(?:调走|调离|调动|退休|离职|离岗|转岗|借调|请长假)了?[,;]\\s*(?:以后|工作|后面)?(?:由|请|改由|换)?(?<person>${NAME})(?:同志)?(?:来)?(?:接手|接任|接替|接管|接)(?:他|她)?的?(?:工作|班)?`,
    '王小明调走了，李四接',
    ({ person, leaver }) =>
      person && leaver && isName(person) && isName(leaver)
        ? { kind: 'hand-over', person, leaver }
        : undefined,
  ),
  rule(
    `(?<unit>${UNIT_NAME})?(?:的)?联络员?(?:工作)?(?:交接|移交)(?:给|到)\\s*(?<person>${NAME})`,
    '科技经信局联络员交接给李四',
    ({ person, unit }) =>
      person && isName(person)
        ? { kind: 'hand-over', person, ...(unit ? { unit } : {}) }
        : undefined,
  ),
];
