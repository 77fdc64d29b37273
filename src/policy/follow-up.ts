import { type Cue, TEXT } from './cue.ts';
import { type Question, readQuestion } from './question.ts';
import type { Term } from './question-terms.ts';

const OPENING = /^(?:那么|那|如果是?|要是|换成|还有|至于)/;
/** Of these one takes the place of the other: 微型企业补多少, then 小型的呢. */
const SIZE = /^(?:[大中小微]型|小微)(?:企业)?$/;
const CLASSES = [SIZE, /^规[上下](?:企业)?$/, /^(?:国家|[省市县])级$/];
/** What was asked about a sum, where the new question asks for no sum. */
const OF_A_SUM = /^(?:最高|最多|最长|封顶|上限|比例|标准|奖励|补助|补贴|奖补|奖|补)$/;

const CLOSING = /呢[?？。]*$/;

/** 那复审呢, 桃江的呢: a question that lives on the one before. */
function isFollowUp(text: string): boolean {
  const trimmed = text.trim();
  return (
    (OPENING.test(trimmed) && [...trimmed].length <= 16) ||
    (CLOSING.test(trimmed) && [...trimmed].length <= 14)
  );
}

/**
 * Readings of a follow-up question, the fullest first: everything asked before with the new words, then with one or two
 * neighbouring words of the old question given up for them. A new place, year or month takes the place of the old one.
 */
export function readFollowUp(text: string, previous: string, places: string[]): Question[] {
  const own = readQuestion(
    spelledOut(text.trim().replace(OPENING, '').replace(CLOSING, '')),
    places,
  );
  const before = readQuestion(previous, places);
  const asked =
    own.cues.length > 0 || own.asked.some((a) => a.kind !== 'text') || before.asked.length === 0
      ? own.asked
      : before.asked;
  const fresh = own.terms.map((t) => ({ ...t, weight: t.weight * 2, strict: !isLight(t) }));
  const hasPlace = own.terms.some((t) => t.kind === 'place');
  const kept = before.terms.filter(
    (t) =>
      !(hasPlace && t.kind === 'place') &&
      !CLASSES.some((one) => one.test(t.text) && own.terms.some((f) => one.test(f.text))) &&
      !fresh.some((f) => f.text === t.text) &&
      !(own.cues.length > 0 && OF_A_SUM.test(t.text)),
  );
  const base = {
    text: `${previous} ${text}`,
    plain: `${before.plain}${own.plain}`,
    asked,
    cues: own.cues,
    years: own.years.length > 0 ? own.years : before.years,
    months: own.months.length > 0 ? own.months : before.months,
    own: own.own.length > 0 ? own.own : before.own,
    isBound: own.isBound,
  };
  const ways = asksTermAlone(text) ? [kept] : withoutRuns(kept);
  const readings = ways.map((terms) => ({ ...base, terms: [...fresh, ...terms] }));
  const asksNothing = own.cues.length === 0 && own.asked.every((a) => a.kind === 'text');
  if (!asksNothing || fresh.every(isLight) || before.asked.every((a) => a.kind !== 'figure'))
    return readings;
  const denied = { ...base, asked: [TEXT], cues: [DENIED] };
  return [...readings, { ...denied, terms: fresh }];
}

/** 那退库再入呢 after a sum is answered by what says that there is none. */
const DENIED: Cue = {
  name: 'denied',
  asked: /$^/,
  holds: /不享受|不予|不再|不得|不重复|不能/,
  seek: '不享受 不予 不再',
  as: TEXT,
  example: ['那停产的呢', '停产的企业不享受补贴。'],
};

/** 期限呢: of the matter where its clause has one, else of the document. */
export const asksTermAlone = (text: string) =>
  /^(?:那|那么)?.?期限$/u.test(text.trim().replace(CLOSING, ''));

/** A word that says nothing of which matter: 要交哪些材料 has no other. */
export const isLight = (term: Pick<Term, 'weight'>) => term.weight < 1;

/** Whether a question says of which matter it is: 最高多少 and 找谁 do not. */
export const namesMatter = ({ terms }: Pick<Question, 'terms'>): boolean =>
  terms.some((t) => !isLight(t) && !OF_A_SUM.test(t.text) && t.text !== '期限');

/** Whether a question is read together with the one before: it says so, or names no subject of its own. */
export function livesOnBefore(text: string, { terms }: Pick<Question, 'terms'>): boolean {
  if (isFollowUp(text)) return true;
  // 小型企业最高多少: of which size, and not of which matter.
  const heavy = terms.filter((t) => !isLight(t) || isLoose(t));
  const isSizeAlone = heavy.some((t) => SIZE.test(t.text));
  return heavy.every((t) => isSizeAlone && (SIZE.test(t.text) || OF_A_SUM.test(t.text)));
}

/** 光伏, 对接会: of a name that no dictionary has a loose character is left, and it is no verb of asking. */
const isLoose = ({ text, kind }: Term) =>
  kind === 'word' && /^\p{Script=Han}$/u.test(text) && !ASKING_VERB.test(text);

const ASKING_VERB =
  /^[补奖给报拿发领办交评审批享打付退填签看问寄送跑开管收算选投查盖等排扣免减返]$/u;

/**
 * What the next follow-up lives on after this question was answered: 材料呢 leaves the subject as it was, 那复审呢 is said
 * beside it, anything else is a subject of its own.
 */
export function subjectAfter(question: string, previous: string | undefined): string {
  if (previous === undefined || !livesOnBefore(question, readQuestion(question, [])))
    return question;
  const words = question.trim().replace(OPENING, '').replace(CLOSING, '');
  const isPlain = spelledOut(words) !== words || !isFollowUp(question);
  return isPlain ? previous : `${previous} ${question}`;
}

/** What a word alone asks for: 材料呢. */
const ALONE: readonly [RegExp, string][] = [
  [/^(?:申[报请])?(?:材料|资料|手续)$/, '要什么材料'],
  [/^(?:申[报请]|认定)?(?:条件|要求|门槛|资格)$/, '有什么条件'],
  [/^(?:申[报请]|办理)?(?:时间|日期)$/, '什么时候申报'],
  [/^截止(?:时间|日期)?$/, '什么时候截止'],
  [/^(?:咨询|联系)?(?:电话|联系方式)$/, '联系电话多少'],
  [/^(?:金额|标准|补贴标准|奖励标准|钱|数额)$/, '多少钱'],
  [/^(?:比例|占比)$/, '比例多少'],
  [/^(?:上限|封顶|最高|限额)$/, '最高多少'],
  [/^有效期$/, '有效期多久'],
  [/^(?:.?期限|年限)$/, '期限多久'],
  [/^(?:流程|程序|步骤|办法)$/, '怎么申请'],
  [/^(?:由|是|找)?哪?(?:个|些)?(?:部门|单位)$/, '哪个部门负责'],
  [/^(?:地点|地址|地方)$/, '在哪里申请'],
];

const spelledOut = (text: string) => ALONE.find(([word]) => word.test(text))?.[1] ?? text;

function withoutRuns(terms: Term[]): Term[][] {
  const free = (run: Term[]) => run.every((t) => t.kind === 'word');
  const readings = [terms];
  for (const length of [1, 2]) {
    for (let i = 0; i + length <= terms.length; i++) {
      if (free(terms.slice(i, i + length)))
        readings.push([...terms.slice(0, i), ...terms.slice(i + length)]);
    }
  }
  return readings;
}
