import { type Day, splitDay } from '../calendar/county-time.ts';
import { findPeriods } from '../calendar/find-periods.ts';
import { findNoSuchDay } from '../calendar/no-such-day.ts';
import { findNoSuchPeriod } from '../calendar/no-such-period.ts';
import type { TaskChange } from '../plan/change-task.ts';
import { asks } from '../text/asks.ts';
import { findUnits } from '../text/find-units.ts';
import { fold } from '../text/fold.ts';
import { readNumber } from '../text/number.ts';
import { isTurnedRound, opensTurned } from '../text/turned-round.ts';
import type { UnitNames } from '../text/unit-name.ts';
import { verbose } from '../text/verbose.ts';
import type { SaidPlanOrder, Which } from './plan-order.ts';
import { readNewTask } from './read-new-task.ts';
import { contentOf, dueOf, moveOf, unitsOf } from './said-change.ts';

type Groups = Record<string, string | undefined>;

type OrderRule = {
  pattern: RegExp;
  /** Undefined where the words turn out to be something else. */
  read: (groups: Groups, today: Day, planYear: number) => TaskChange | undefined;
  example: string;
};

const W = '(?<which>[^。？?！!\\n]{2,80}?)';
const THIS = '(?:的)?(?:[这那该]?一?[项个件](?:任务|工作|事项)?|任务|工作|事项)?';
const END = '\\s*(?:吧|了|一下|谢谢)?[。.！!~]*$';
const TO = '(?:为|到|至|成|在|给|由)';
const CHANGE =
  '(?:改|调整|变更|修改|更改|调|移|挪|往?[前后]?推|放宽|宽限|放|延长|推迟|提前|顺延|延期|延|换|转|更换)';

const rule = (words: string, example: string, read: OrderRule['read']): OrderRule => ({
  pattern: new RegExp(`^(?:请|麻烦)?(?:帮我|给我)?(?:把|将|对)?\\s*${words}${END}`, 'u'),
  read,
  example,
});

const state = (to: 'active' | 'suspended' | 'cancelled') => (): TaskChange => ({
  kind: 'state',
  state: to,
});

const SUSPEND =
  '(?:[,，]?(?:先|暂时|暂|予以)*(?:暂缓|暂停|搁置|缓办|缓一缓|中止|放一放|停一停|停一下|停下来|停了|挂起来?|压一压|(?<=暂时?)不(?:开|办|做|搞)了?)(?:办理|实施|推进|开展|执行)?)+';
const CANCEL =
  '(?:予以)?(?:取消|撤下来?|撤掉|撤了|撤销|删除|删掉|去掉|拿掉|砍掉|销掉|划掉|不再(?:开展|实施|办理|推进|作?要求|安排)|不作要求|免了|不做|不搞|作废)';
const RESUME = '(?:予以)?(?:恢复|重启|重新启动|继续)(?:办理|实施|推进|开展|执行)?';

/** 取消安全检查，县里统一搞了: why, behind the order. */
const WHY = '(?:[,，;；][^?？]{2,40})?';

/** How the office changes one task. The first row that fits is taken. */
const RULES: readonly OrderRule[] = [
  rule(
    `${W}${THIS}的?(?:完成|办结)?(?:期限|时限|截止(?:日期|时间)?|时间|日期)\\s*${CHANGE}?(?:${TO}|[:：])\\s*(?<when>[^，,。]{2,14}?)`,
    '5月第3项期限改为5月20日',
    dueOf,
  ),
  rule(
    `${W}${THIS}的?(?<role>牵头|主办|责任|承办|配合|协办|协助)(?:单位|部门)?的?\\s*${CHANGE}?(?:${TO}|[:：])\\s*(?<units>.{2,100}?)`,
    '5月第3项牵头单位改为财政局',
    unitsOf,
  ),
  rule(
    `${W}${THIS}(?:改为|改由|换成|调整为|由)\\s*(?<units>[^，,。]{2,100}?)(?<role>牵头|主办|负责|配合|协办|协助)`,
    '5月第3项改由财政局牵头',
    unitsOf,
  ),
  rule(
    `${W}${THIS}的?(?:再)?(?:增加|新增|加上|增列|补充|加)(?:一?个)?(?<role>牵头|责任|配合|协办|协助)(?:单位|部门)?\\s*[:：为]?\\s*(?<units>.{2,100}?)`,
    '5月第3项增加配合单位财政局',
    (groups) => {
      const change = unitsOf(groups);
      return change?.kind === 'units' ? { ...change, more: true } : undefined;
    },
  ),
  rule(
    `${W}${THIS}(?:交给|交由|转给|转由|转交|改派给?|改派到|派给)\\s*(?<units>[^，,。]{2,60}?)(?:来)?(?:办理?|负责|牵头|承办|落实)?`,
    '5月第3项改派财政局',
    unitsOf,
  ),
  rule(
    `${W}${THIS}的?(?:内容|表述|文字|任务内容)\\s*${CHANGE}?(?:${TO}|[:：])\\s*[:：]?[“"]?(?<content>.{4,500}?)[”"]?`,
    '5月第3项内容改为召开两次对接会',
    ({ content }) => (content ? { kind: 'content', content } : undefined),
  ),
  rule(
    `(?:修改|更改|调整|变更)?(?:任务)?[:：\\s]*(?<which>[^。？?！!\\n]{1,40}?(?:项|条|号任务))的?[\\s,，:：]*(?<behind>\\p{Script=Han}{2,12}?)(?:的?(?:数|额|目标|任务数))?${CHANGE}${TO}\\s*(?<figure>约?[\\d.]+\\s*(?!月|[日号年])[\\p{Script=Han}%]{1,4})`,
    '5月第3项授信改为5亿元',
    ({ behind, figure }) =>
      behind && figure
        ? { kind: 'content', content: figure.replace(/\s/gu, ''), behind }
        : undefined,
  ),
  rule(
    `${W}${THIS}的?\\s*(?<old>[\\d.]+\\s*(?!月|[日号年])[\\p{Script=Han}%]{1,3}?)\\s*${CHANGE}${TO}\\s*(?<figure>[\\d.]+\\s*(?!月|[日号年])[\\p{Script=Han}%]{1,3})`,
    '走访企业那项的10家改成12家',
    ({ old, figure }) =>
      old && figure
        ? { kind: 'content', content: figure.replace(/\s/gu, ''), old: old.replace(/\s/gu, '') }
        : undefined,
  ),
  rule(
    `${W}${THIS}\\s*${CHANGE}(?:${TO})?\\s*(?<when>[^，,。]{2,12}?)(?:再)?(?:办理|完成|实施|开展|办|做)?`,
    '5月第3项改到6月',
    (groups, today, planYear) => moveOf(groups, today, planYear) ?? dueOf(groups, today),
  ),
  rule(
    `(?<which>[^。？?！!\\n]{0,40}?第[\\d一二三四五六七八九十]{1,3}[项条号][^。？?！!\\n,，]{0,40}?)${THIS}\\s*(?:的?目标(?:值|任务)?)?\\s*(?:改|调整|变更|修改|更改)(?:为|成)\\s*[:：]?[“"]?(?<content>.{4,500}?)[”"]?`,
    '5月第3项改成出租率达到80%',
    contentOf,
  ),
  rule(`${SUSPEND}\\s*${W}${WHY}`, '暂缓5月第3项', state('suspended')),
  rule(`${W}${THIS}\\s*${SUSPEND}`, '5月第3项暂缓', state('suspended')),
  rule(`${CANCEL}\\s*${W}${WHY}`, '取消5月第3项', state('cancelled')),
  rule(`${W}${THIS}\\s*${CANCEL}`, '5月第3项不再开展', state('cancelled')),
  rule(`${RESUME}\\s*${W}${WHY}`, '恢复5月第3项', state('active')),
  rule(`${W}${THIS}\\s*${RESUME}`, '5月第3项恢复办理', state('active')),
];

/** 推迟半个月, 宽限几天: how much, not until when. */
const VAGUE = new RegExp(
  `^(?:请|麻烦)?(?:帮我|给我)?(?:把|将|对)?\\s*${W}${THIS}\\s*(?:再)?(?:的?(?:期限|时间))?(?:再)?(?:[往向]?[前后]推|推迟|延后|延期|延长|顺延|宽限|放宽|提前|延)(?:办理|完成)?(?:半|几|\\d{1,2}|[一二两三四五六七八九十]{1,2})?(?:一段时间|一阵子?|个?(?:多)?(?:天|日|周|星期|月|季度))${END}`,
  'u',
);

/**
 * The order that somebody of the office gives about one task of the plan, or undefined. Whether the task exists is the
 * caller's to see.
 */
export function readPlanOrder(
  text: string,
  context: { refDate: Day; units: UnitNames },
): SaidPlanOrder | undefined {
  const said = text
    .normalize('NFC')
    .replace(/@[^\s,，。@]+\s*/gu, '')
    .trim();
  const added = readNewTask(said, context);
  if (added) return added;
  if (asks(said) || opensTurned(said)) return undefined;
  if (!GOES_ON.test(said)) return readChange(said, context);
  const order = readChange(`那项${said.replace(/^(?:再|还是|就)/u, '')}`, context);
  // 时间改成9点半 is no wording of a task.
  const isWording = order?.kind === 'change' && order.change.kind === 'content';
  return isWording && !said.includes('内容') ? undefined : order;
}

/** 改成12月10号, 牵头单位改为财政局, 再加个配合单位发改局: behind what was just added or changed, of that. */
const GOES_ON = verbose`
  ^(?:再|还是|就)?
  (?:(?:完成|办结)?(?:期限|时限|时间|日期)|牵头(?:单位)?|责任单位|配合(?:单位)?|内容)?
  (?:改|调整|换|推迟|延|放宽|提前)(?:成|为|到|至|由)
  |^再?(?:加|增加|补充|增列)(?:上|一?个)?(?:牵头|责任|配合|协办)(?:单位|部门)?
`;

function readChange(
  said: string,
  context: { refDate: Day; units: UnitNames },
): SaidPlanOrder | undefined {
  for (const { pattern, read } of RULES) {
    const m = pattern.exec(said);
    if (isTurnedRound(m?.groups?.which ?? '')) return undefined;
    const noMonth = m && findNoSuchPeriod(fold(m.groups?.which ?? ''));
    if (noMonth) return { kind: 'no-such-day', day: noMonth };
    const which = m && readWhich(m.groups?.which ?? '', POINTED.test(said), context);
    const change = which && read(m.groups ?? {}, context.refDate, which.year);
    if (which && change) return { kind: 'change', which, change };
    const day = which && findNoSuchDay(fold(m.groups?.when ?? ''), context.refDate);
    if (day) return { kind: 'no-such-day', day };
  }
  const vague = VAGUE.exec(said);
  const which = vague && readWhich(vague.groups?.which ?? '', POINTED.test(said), context);
  return which ? { kind: 'vague', which } : undefined;
}

const N = '\\d{1,3}|[一二三四五六七八九十]{1,3}';

const POINTED = /(?:这|那|该)一?[项个件]/u;

/** 那个任务, 刚才新增的那项, 上一条: no more than that it was just spoken of. */
const LAST = verbose`
  ^(?:刚才?|刚刚|上面|前面)?(?:新增|新加|加|添加|交办|改)?的?
  (?:(?<=[刚上前面才增加办改的]{1,6})|[那这该上前])[那这该]?一?[个项条件]?
  (?:任务|工作|事项|事儿?)?的?$
`;

/** 5月第3项, 科技经信局5月第2项, “银企对接会”: undefined where nothing tells one task from the others. */
function readWhich(
  words: string,
  isPointed: boolean,
  { refDate, units }: { refDate: Day; units: UnitNames },
): Which | undefined {
  const text = fold(words).replace(/\s+/gu, '');
  if (LAST.test(text)) return { months: null, year: splitDay(refDate).year, last: true };
  const periods = findPeriods(text, refDate);
  const [period] = periods;
  const rest = periods.reduce((s, p) => s.replace(p.text, ''), text);
  const no = new RegExp(`第?(${N})(?:项|条|号|件|个任务)|第(${N})$`, 'u').exec(rest);
  const number = no ? readNumber(no[1] ?? no[2] ?? '') : undefined;
  const [unit] = number === undefined ? [] : findUnits(rest, units);
  const quoted = /[“"《「](.{2,60}?)[”"》」]/u.exec(rest)?.[1];
  const topic =
    quoted ??
    rest.replace(
      /^的+|^(?:任务|工作|事项)[:：]?|(?:这|那|该)?[一]?[项个件]?(?:任务|工作|事项)$|的?(?:这|那|该)一?[项个件](?:事儿?)?$|的+$/gu,
      '',
    );
  const at = {
    months: period ? period.months : null,
    year: period?.year ?? splitDay(refDate).year,
  };
  if (no && number !== undefined) {
    const behind = quoted ?? besideNumber(rest.slice(no.index + no[0].length));
    return {
      ...at,
      no: number,
      ...(unit ? { unit: unit.name } : {}),
      ...(/\p{Script=Han}{4}/u.test(behind) ? { topic: behind } : {}),
    };
  }
  // 供电公司那项: the one that it leads.
  const [whole] = isPointed ? findUnits(topic, units) : [];
  if (whole && whole.length === topic.length) return { ...at, unit: whole.name };
  // 厂房那项 points at one; 厂房 alone may stand in any sentence.
  const least = isPointed ? /\p{Script=Han}{2}/u : /\p{Script=Han}{4}/u;
  return least.test(topic) ? { ...at, topic } : undefined;
}

/** 第11项走访外贸企业: the words of the task behind its number, without what only points at it. */
function besideNumber(words: string): string {
  return words
    .replace(/^[\s,，:：、()（）的]+|[\s,，:：、()（）]+$/gu, '')
    .replace(/^(?:(?:这|那|该)?一?[项个件条]?(?:重点)?(?:任务|工作|事项))?[:：]?|的+$/gu, '')
    .replace(/(?:任务|工作|事项)?的?(?:完成|办结|原定|目前|现在)?(?:期限|时限|时间)?$/u, '');
}

/** One example of each way to give such an order. */
export const PLAN_ORDER_EXAMPLES = RULES.map((r) => r.example);
