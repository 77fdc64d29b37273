import { literally } from '../text/literally.ts';
import { verbose } from '../text/verbose.ts';
import { plainForm } from './language.ts';
import type { Term } from './question-terms.ts';
import { listLead, type Statement } from './statements.ts';
import { formsOf } from './word-groups.ts';

/** How fully a text speaks of a word: 1 it does, 0 it does not; between them it says something close. */
export function speaksOf(text: string, word: string): number {
  if (word.startsWith('#')) return namesNumber(text, Number(word.slice(1))) ? 1 : 0;
  const level = LEVELS.find((l) => l.word === word);
  if (level) return level.forms.test(text) ? 1 : 0;
  if (IMPLIED.find((i) => i.word.test(word))?.by.test(text)) return 1;
  for (const form of formsOf(word)) if (includesWord(text, form)) return 1;
  if (COUNTED_PART.test(word)) return 0;
  const chars = [...word];
  if (chars.length === 3 && word.startsWith('新') && text.includes(word.slice(1))) return 0.7;
  if (chars.length === 3 && isShortened(text, word)) return 0.7;
  if (chars.length >= 3) {
    const covered = coveredChars(text, chars);
    const ends = AFFIX.test(word) ? 1 : 0;
    const share = covered / chars.length;
    if (!(word.match(/\d+/g) ?? []).every((digits) => text.includes(digits))) return 0;
    return covered + ends >= chars.length || (chars.length >= 5 && share >= 0.85) ? share : 0;
  }
  if (chars.length === 2 && /^\p{Script=Han}{2}$/u.test(word)) {
    // 技改 for 技术改造: an abbreviation takes one character of each word.
    const [a = '', b = ''] = chars;
    if (new RegExp(`${a}\\p{Script=Han}${b}`, 'u').test(text)) return 0.6;
  }
  return 0;
}

/** 小微园 for 小微企业园: a word left out of a name. */
function isShortened(text: string, word: string): boolean {
  const [a = '', b = '', c = ''] = word;
  return (
    /^\p{Script=Han}{3}$/u.test(word) &&
    new RegExp(`${a}${b}\\p{Script=Han}{2}${c}|${a}\\p{Script=Han}{2}${b}${c}`, 'u').test(text)
  );
}

/** 二季度 is not the first one, 第二批 not the third: nothing less than the word names it. */
const COUNTED_PART = /^(?:第.+|首批|[一二三四]季度|[上下]半年|[a-e]类)$/;

/** Words that a sentence need not say because what it holds says them: 按设备投资额的8%给予补助 gives a 比例. */
const IMPLIED: { word: RegExp; by: RegExp; example: [string, string] }[] = [
  {
    word: /^(?:比例|占比|比重|点)$/,
    by: /按[^。；]{0,24}(?:\d%|百分之)|\d%[^。；]{0,6}(?:补|奖|贴|减|返)|占[^。；]{0,16}%/,
    example: ['补助比例', '按投资额的10%给予补助'],
  },
  {
    word: /^(?:最长|期限|最久)$/,
    by: /(?:不超过|最多|以内|内)[^。；]{0,4}(?:年|月|天|日)|\d(?:个)?(?:年|月|天|工作日)(?:内|以内)/,
    example: ['最长几天', '不超过10天'],
  },
  {
    word: /^免租金?$/,
    by: /租金[^，。；]{0,8}(?:全?免|减免)|免[收交缴除]?[^，。；]{0,6}租/,
    example: ['免租吗', '前两年租金全免'],
  },
  {
    word: /^(?:德国|美国|日本|韩国|法国|英国|意大利|俄罗斯|越南|泰国|印度|印尼|迪拜|欧洲|中东|非洲|东南亚|中亚)$/,
    by: /境外|国外|海外/,
    example: ['去德国参展', '参加境外展会'],
  },
  {
    word: /^外地$/,
    by: /迁[入来]|搬[入来]|引进|(?:首次|新)[来到入][我本]?[县市区]/,
    example: ['从外地搬过来', '整体迁入我县的企业'],
  },
  {
    word: /^(?:儿媳妇?|媳妇|女婿|老婆|老公|妻子|丈夫|儿子|女儿|亲戚|家属|家人|兄弟|姐妹|弟弟|哥哥|父母)$/,
    by: /亲属|配偶|家庭成员/,
    example: ['儿媳妇能干吗', '不得由近亲属担任'],
  },
  {
    word: /^(?:面积)$/,
    by: /\d(?:亩|平方米|公顷|平方公里)/,
    example: ['厂房面积', '用地5亩以上'],
  },
  {
    word: /^(?:电话|热线|联系方式)$/,
    by: /\d{3,4}-\d{7,8}/,
    example: ['联系电话', '请拨0000-2345678'],
  },
];

/** 省级 is also said as 省“专精特新”企业, 省工业设计中心. */
const LEVELS = [
  {
    word: '省级',
    forms: /省级|(?<![全外各跨])省(?=\p{Script=Han})(?![外内长份会市属委厅])|全省首批/u,
  },
  {
    word: '市级',
    forms: /市级|(?<![全城上超都县各门省])市(?=\p{Script=Han})(?![场外内长民区属县政委值])/u,
  },
  {
    word: '市里',
    forms: verbose`
      市[级委里局]|全市
      |上级(?:政策|奖励|资金|奖补)(?=[^，。；]{0,6}(?:重复|叠加|同时|就高))|由市(?=[、和及])
      |[、和及]市(?=[、和及级])|(?<!都|城|上|超)市(?:经信|工信|科技|财政|政府)
    `,
  },
  {
    word: '省里',
    forms: /省[级委里厅]|全省|[、和及]省(?=[、和及级])|省(?:经信|工信|科技|财政|政府)/,
  },
  { word: '省厅', forms: /(?<![大餐客展])厅/ },
  { word: '国家级', forms: /国家级|(?<![全])国家(?=\p{Script=Han})|国字号/u },
];

/** A last character that adds nothing: 制造业, 交易额. */
const AFFIX = /[业额率性化度量部局县市省证]$/;

/** 副组长 is no 组长, 非公企业 no 公企业. */
function includesWord(text: string, word: string): boolean {
  if (/^[a-z\d]+$/.test(word)) return new RegExp(`(?<![a-z\\d.])${word}(?![a-z\\d])`).test(text);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (
      (!/[副非]/.test(text.charAt(at - 1)) || /[副非]/.test(word.charAt(0))) &&
      !(word === '车' && FOR_CARS.test(text.slice(at)))
    )
      return true;
  return false;
}

/** 汽车充电桩, 车间: what is for cars, or only so called, is no car. */
const FOR_CARS = /^车(?:间|床|站|位|库|轮|辆?(?:充电|停放|维修|检测|配件|零部件))/;

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function namesNumber(text: string, value: number): boolean {
  const numeral = NUMERALS[value];
  return new RegExp(
    `(?<![\\d.])${value}(?![\\d.])${numeral ? `|(?<![十百])${numeral}(?:个|名|位|家|项|条|大|方面|类|是)` : ''}`,
  ).test(text);
}

/** 1 when each character of a word stands in the text together with its neighbour in the question. */
function coveredBeside(text: string, { text: word, beside }: Term): number {
  // Where the word itself stands there, `speaksOf` has the say: 副县长 is no 县长.
  if (beside === undefined || word.length < 2 || text.includes(word)) return 0;
  // A long word has to stand there but for its edge; else its pairs may come from anywhere.
  if (word.length > 3 && !text.includes(word.slice(1)) && !text.includes(word.slice(0, -1)))
    return 0;
  const from = beside.indexOf(word);
  for (let i = from; i < from + word.length; i++) {
    const pairs = [beside.slice(Math.max(0, i - 1), i + 1), beside.slice(i, i + 2)];
    if (!pairs.some((pair) => pair.length === 2 && text.includes(pair))) return 0;
  }
  return 1;
}

/** Characters of a word that stand in the text as parts of at least two characters, in order and close together. */
function coveredChars(text: string, chars: string[]): number {
  const parts: string[] = [];
  let i = 0;
  while (i < chars.length) {
    let length = chars.length - i;
    while (length >= 2 && !text.includes(chars.slice(i, i + length).join(''))) length--;
    if (length >= 2) parts.push(chars.slice(i, i + length).join(''));
    i += Math.max(1, length);
  }
  const near = new RegExp(parts.map(literally).join('[^。；]{0,8}'), 'u');
  const held = parts.length < 2 || near.test(text) ? parts : parts.slice(0, 1);
  return held.reduce((sum, part) => sum + [...part].length, 0);
}

/** How much what stands around a statement counts for what it says. */
const AROUND = { lead: 0.85, headings: 0.9, previous: 0.7, title: 0.7, clause: 0.4, bracket: 0.8 };

/** `named`: a short sentence before it, （一）智能工厂。, says that it is about this. */
export type TermMatch = { term: Term; cover: number; inside: boolean; named?: boolean };

/**
 * For each word, how fully the statement with its surroundings speaks of it. `exact`: a figure is asked for, so the words
 * must stand closer.
 */
export function matchTerms(terms: Term[], statement: Statement, exact: boolean): TermMatch[] {
  const ofItself = isOfDocument(statement);
  const lead = plainForm(listLead(statement));
  // Under 申报条件 a title tells whose conditions they are.
  const ofMatter =
    /条件|要求|范围|对象|材料|程序|流程|时间/.test(statement.headings) ||
    ONE_MATTER.test(statement.title);
  return terms.map((term) => {
    const inside = Math.max(
      speaksOf(statement.plain, term.text),
      0.9 * coveredBeside(statement.plain, term),
    );
    if (inside === 1 || saysLastYear(term, statement)) return { term, cover: 1, inside: true };
    if (term.kind === 'place' && speaksOf(statement.title, term.text) > 0)
      return { term, cover: 1, inside: false };
    if (ofItself && speaksOf(statement.title, term.text) > 0)
      return { term, cover: 1, inside: true };
    if (term.kind === 'figure' && term.strict) return { term, cover: 0, inside: false };
    // What a title is about does not tell whose figure a sentence gives.
    const title = exact && !term.strict && !ofMatter ? 0.5 : AROUND.title;
    const previous = exact && !isElliptic(statement) ? 0.5 : AROUND.previous;
    if (lead && speaksOf(lead, term.text) > 0)
      return { term, cover: Math.max(inside, 0.95), inside: true };
    const around = [
      ...statement.leads.map((lead) => AROUND.lead * speaksOf(lead, term.text)),
      AROUND.headings * speaksOf(statement.headings, term.text),
      title * speaksOf(statement.title, term.text),
      previous * speaksOf(statement.previous, term.text),
      (isUnitBracket(statement) ? AROUND.bracket : AROUND.clause) *
        speaksOf(statement.clause, term.text),
    ];
    const best = Math.max(inside, ...around);
    const named = statement.leads.some((l) => speaksOf(l, term.text) === 1);
    return { term, cover: best, inside: inside > 0 && best === inside, named };
  });
}

/** 去年 in the year of a document is the year before: 2025年度营业收入 in a notice of 2026. */
const saysLastYear = ({ text }: Term, { policy, plain }: Statement) =>
  /^(?:去年|上年)$/.test(text) && policy.year !== null && plain.includes(`${policy.year - 1}年`);

/** Documents about one matter, which is in their title; measures, opinions and plans are about many. */
const ONE_MATTER =
  /^(?!.*(?:措施|意见|计划|要点|方案|政策)).*(?:办法|细则|规定|规则|指南|申报[^，]{0,30}的通知)/s;

/** 本办法自……起施行, the imprint: what the document says about itself. */
export const isOfDocument = (statement: Statement) =>
  statement.passage.path === '版记' ||
  verbose`
    (?:本|此)(?:若干)?(?:措施|办法|意见|方案|通知|细则|规定|计划|政策|规划|要点)(?:所称)?
    [^。]{0,12}(?:自|有效期|施行|执行|实施|解释|印发|适用)
    |自(?:印发|发布|公布)之日起|有效期(?:为|至|[一二三四五六七八九十\d])
  `.test(statement.text);

/** `（牵头单位：……；责任单位：……）` holds for the whole clause that it closes. */
export function isUnitBracket(statement: Statement): boolean {
  return /^（[^（）]*(?:牵头|责任|配合)[^（）]*）$/.test(statement.text);
}

/** A sentence that goes on from the one before: 对复审通过的，…… ; 其中，…… */
const isElliptic = (statement: Statement) =>
  /^[^，。；]{2,24}的，/.test(statement.text) ||
  /^(?:其中|同时|对|另外|此外|单个|每|最高|上述|前款|该|其|给予|按|连续|再|分别|达到|属于|符合|首次|通过)/.test(
    statement.text,
  );

/** Whether a word is one the question is about, not one that holds for every sentence. */
export const isHeavy = (match: TermMatch) => match.term.weight >= 1;
