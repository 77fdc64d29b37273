import { verbose } from '../text/verbose.ts';
import { answerPart } from './answer-part.ts';
import { NOT_NOW } from './cue.ts';
import type { Figure } from './figures.ts';
import { unfitness } from './fits.ts';
import { plainForm } from './language.ts';
import { isHeavy, isUnitBracket, matchTerms, speaksOf, type TermMatch } from './match.ts';
import type { Question } from './question.ts';
import { type Statement, shownText } from './statements.ts';

/** A statement that answers, with the figures asked for. */
export type Candidate = {
  statement: Statement;
  score: number;
  figures: Figure[];
};

export type Verdict =
  | { kind: 'answers'; candidate: Candidate }
  | { kind: 'masked'; score: number }
  | { kind: 'no'; score: number; why: string };

/** Covers below this say that the word is not spoken of. */
const SPOKEN = 0.55;

/** Clauses of procedure hold for every grant of their document and name none. */
const GRANT = /^(?:奖励|奖补|补贴|补助|资助|奖金|津贴|专项资金|扶持)$/;

/** A clause that grants something itself holds for that alone. */
const GRANTS =
  /(?:奖励|补助|补贴|资助|奖补)[^\d，。；]{0,8}\d|按[^。；]{0,24}%[^。；]{0,12}(?:奖|补|贴|资助)/;

/** What such clauses stand under. */
const STEPS = /程序|流程|办理|受理|审核|拨付|兑现/;

/** How much a word counts that only the rest of the document speaks of, where a clause holds for all of it. */
const ELSEWHERE = 0.6;

/**
 * Whether a statement answers a question, and how well; `documentText` is what was found of its document, in the compared
 * form: some clauses hold for all that the document speaks of.
 */
export function judge(question: Question, statement: Statement, documentText = ''): Verdict {
  const exact = question.asked.some((a) => a.kind === 'figure');
  const own = matchTerms(question.terms, statement, exact);
  const isStep = STEPS.test(statement.headings);
  const whole =
    question.cues.some((cue) => cue.whole || (isStep && cue.wholeSteps)) &&
    !GRANTS.test(statement.clause);
  const matches = own.map((m) =>
    (whole || ((question.cues.length > 0 || isStep) && GRANT.test(m.term.text))) &&
    m.cover < ELSEWHERE &&
    speaksOf(documentText, m.term.text) > 0
      ? { ...m, cover: ELSEWHERE }
      : m,
  );
  // Of two matters it speaks of one only: the clause for all of them is meant.
  const partial = whole && own.some((m) => m.cover >= SPOKEN) && own.some((m) => m.cover < SPOKEN);
  const score = scoreOf(matches);
  const no = (why: string): Verdict => ({ kind: 'no', score, why });
  const unfit = unfitness(question, statement);
  if (unfit) return no(unfit);
  // A row of a work plan tells what will be done, not what holds.
  const done =
    statement.cells?.month !== undefined &&
    question.asked.every((a) => a.kind !== 'when') &&
    !MONTH_ASKED.test(question.plain);
  const cue = question.cues.find(({ holds }) => done || !holds.test(shownText(statement)));
  if (cue) return no(`cue ${cue.name}`);
  const missing = matches.filter((m) => m.cover < SPOKEN);
  const strict = missing.find((m) => m.term.strict);
  if (strict) return no(`strict ${strict.term.text}`);
  // Where a question has only words that hold for every sentence of a bureau, they have to stand there themselves.
  const least = matches.some((m) => isHeavy(m) && m.term.kind !== 'place') ? 1 : 0.3;
  const heavy = matches.filter((m) => m.term.weight >= least);
  const lost = missing.filter((m) => m.term.weight >= least);
  if (lost.length > 0) return no(`missing ${lost.map((m) => m.term.text).join(' ')}`);
  if (asksWhen(question) && NOT_NOW.test(statement.text) && !heavy.every((m) => m.inside))
    return no('something else is put off');
  if (isMeasuredElsewhere(question, statement, matches)) return no('measured elsewhere');
  const held =
    question.cues.length > 0 ||
    question.isBound ||
    statement.cells !== undefined ||
    isUnitBracket(statement);
  const said = heavy.filter((m) => m.term.kind !== 'place');
  // （一）创新型企业。得分达到60分以上: a unit that only one figure has may be asked for by the name alone.
  const counted = question.asked.some((a) => a.kind === 'figure' && a.measures.length > 0);
  const byName = counted && said.every((m) => m.named || m.inside);
  // 每家企业限报1个项目: what the whole document is about stands in its title, all else in the sentence.
  const light = matches.filter((m) => m.term.weight < least && m.term.kind === 'word');
  const restInside = light.length > 1 && light.every((m) => m.inside);
  const headed = exact && said.some((m) => !m.inside && isHeadedBy(statement, m.term.text));
  if (said.length > 0 && !said.some((m) => m.inside || held || byName || restInside || headed))
    return no('nothing inside');
  if (least < 1 && !said.every((m) => m.inside || held)) return no('common words elsewhere');
  const parts = question.asked.map((asked) => answerPart(asked, question, statement, matches));
  const failed = parts.find((p) => p.kind !== 'part');
  if (failed?.kind === 'masked')
    return {
      kind: 'masked',
      score: score + failed.bonus + likeness(question.plain, statement),
    };
  if (failed) return no('kind');
  const fine = parts.filter((p) => p.kind === 'part');
  const best =
    Math.max(...fine.map((p) => p.bonus)) + (isMadeFor(question, statement) ? MADE_FOR : 0);
  return {
    kind: 'answers',
    candidate: {
      statement,
      score:
        score +
        best +
        (headed ? HEADED : 0) +
        likeness(question.plain, statement) -
        lengthPenalty(statement) -
        (partial ? PARTIAL : 0) -
        (statement.policy.repealedBy ? REPEALED : 0) -
        (isAside(statement, matches) ||
        isNarrowed(statement, matches) ||
        isForOthers(question, statement)
          ? ASIDE
          : 0) -
        (isForOneTrade(question, statement) ? ONE_TRADE : 0) -
        (isAgainst(question, statement) ? AGAINST : 0),
      figures: fine.flatMap((p) => p.figures),
    },
  };
}

const asksWhen = ({ cues }: Question) => cues.some(({ as }) => as?.kind === 'when');

/** 第六条 上云补助。企业购买云服务……: what a clause grants is named by the few words that head it. */
const isHeadedBy = ({ passage, plain }: Statement, word: string) =>
  GRANTS.test(plain) &&
  passage.headings.slice(-1).some((h) => h.length <= HEADING && speaksOf(plainForm(h), word) > 0);

const HEADING = 14;

/** As near as a word in the sentence itself. */
const HEADED = 0.15;

const MONTH_ASKED = /几月|哪个?月|什么时候|啥时候|何时|几号/;

/** The sentence gives a figure, and not of what is measured: that stands around it only. */
const isMeasuredElsewhere = ({ measured }: Question, { cells }: Statement, matches: TermMatch[]) =>
  !cells && matches.some((m) => m.term.text === measured && !m.inside && !m.named);

/** 其中购置机器人的，……: a special case of the sentence before; whoever does not name it asks for the general one. */
const isAside = ({ text, segments }: Statement, matches: TermMatch[]) =>
  /^(?:其中|此外|另外)|(?:比例|标准|限额|上限|金额|额度)[^，。；]{0,6}(?:提高|上浮|上调|放宽)/.test(
    text,
  ) && matches.every((m) => !isHeavy(m) || speaksOf(segments[0]?.plain ?? '', m.term.text) === 0);

/** 对介绍机构按每人300元给予补贴: what others than firms get is not what is asked for without naming them. */
function isForOthers({ plain }: Question, { plain: said }: Statement): boolean {
  const [, given, doing] = GRANTEE.exec(said) ?? [];
  const whom = given ?? doing;
  return whom !== undefined && !plain.includes(whom);
}

const GRANTEE = verbose`
  (?:对|向|给予)[^，。；对向]{0,8}?
  (机构|个人|院校|高校|乡镇|村|园区|员工|职工|平台|商会|协会|服务商|专家|银行|团队)(?:的)?
  (?:[，,]|按|给予|奖|补|每|一次性|发放)
  |^[^，。；]{0,8}?(机构|院校|高校|平台|商会|协会|服务商|银行)
  (?:在|为|新|每|年|开展|提供|组织|引进|介绍|举办|承担|入驻|落户)
`;

/** 茶叶加工厂 in 买设备补多少: what makers of one thing get stands behind what everybody gets. */
function isForOneTrade({ plain }: Question, { plain: said }: Statement): boolean {
  const trade = TRADE.exec(said)?.[1];
  // 茶厂 is what makers of 茶叶 call theirs.
  return trade !== undefined && !NO_TRADE.test(trade) && ![...trade].some((c) => plain.includes(c));
}

const TRADE =
  /(\p{Script=Han}{2})(?:精深|初)?(?:加工|制造|生产|装备|纺织|养殖|种植|制品)(?:厂|企业|户|基地)/u;

const NO_TRADE =
  /工业|产品|装备|先进|规上|智能|高端|重点|中小|小微|当地|本地|实际|安全|独立|[类业的等及和]/;

/** 电费能补点吗: whose price is raised, or who gets nothing, stands behind whoever is given something. */
const isAgainst = ({ plain, cues }: Question, { plain: said }: Statement) =>
  cues.every(({ name }) => name === 'benefit') &&
  SUPPORT_ASKED.test(plain) &&
  !/还(?:能|可以|有|给|会)/.test(plain) &&
  DENIES.test(said) &&
  !GRANTS.test(said);

const SUPPORT_ASKED =
  /(?:[补奖贴]|补贴|奖励|补助|优惠|贴息|扶持)(?:点|些|息)?(?:钱|政策)?(?:吗|么|没有?)?$/;

const DENIES = /不得享受|不予|不享受|不再享受|取消[^，。；]{0,8}资格|加价|加收|同时废止/;

/** 绿色工厂建设项目的贴息比例: whose words before 的 the question does not name is not what it asks for in general. */
function isNarrowed({ segments }: Statement, matches: TermMatch[]): boolean {
  const heavy = matches.filter((m) => isHeavy(m) && m.inside).map((m) => m.term.text);
  const first = segments.find((s) => heavy.some((word) => s.plain.includes(word)));
  const at = Math.min(...heavy.map((w) => first?.plain.indexOf(w) ?? -1).filter((i) => i >= 0));
  return NARROWING.test(first?.plain.slice(0, at) ?? '');
}

const NARROWING = /^(?![对按将把给为])\p{Script=Han}{4,}的$/u;

/** 下列企业不予补贴 where 哪些企业不能报 is asked, and not any sentence with 不得. */
export const isMadeFor = ({ cues }: Question, statement: Statement) =>
  cues.some(({ best }) =>
    // The columns of a table say nothing of what its rows are for; a heading with a comma is a sentence that answers itself.
    best?.test(
      [
        ...statement.passage.headings.filter((h) => !h.includes('，')),
        statement.cells ? '' : shownText(statement),
      ].join('\n'),
    ),
  );

const MADE_FOR = 0.5;

const ASIDE = 0.15;

/** Less than SEVERAL of what is shown together: it still stands behind the general one. */
const ONE_TRADE = 0.26;

const AGAINST = 0.3;

const PARTIAL = 0.4;

/** What is repealed stands behind what holds. */
const REPEALED = 0.05;

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
