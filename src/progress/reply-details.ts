import { type Metric, readMetrics } from '../text/metrics.ts';
import { isLeft, isOfAnotherTime, isPlanned } from './figure-kinds.ts';
import type { Clause } from './reply-clauses.ts';
import type { ReplyContext } from './reply-statements.ts';
import { planFigures, touches } from './reply-topic.ts';
import { FINISH } from './status-words.ts';
import type { Voice } from './voices.ts';

/** Words in front of a verb that name no subject. */
const NO_SUBJECT = new RegExp(
  `${FINISH}|报送|上报|提交|印发|下发|出台|发布|召开|举办|组织|落实|通过|汇总|汇报|[FTPCQR_\\s✓✗]|已经?|业已?|现|我们?[局办委镇县]?|本?单位|任务|工作|事项|办理|只有|仅有|只剩|了|都|均|全部?|也|的|目前|现在|本月|按[时期]|如期|顺利|圆满|提前|超额|成功|早就?|刚刚?|总算|终于|算是?|才|就|统统|通通|一律|不折不扣|全面|(?:标记?|登记|更新|改|记)(?:为|成)|帮|麻烦|是|把|将|请|销号|之前|此前|昨晚|[今昨前]儿个?|[早晚]上|[上下]午|领导|同志|您|你|按照?|要求|哦|对|嗯|呃|啊|嘛|呢|那|这|没有?|未|一|个|哪|这|那|该|项|上|下|并|于|向|县|市|省|等|报|交|送|发|办|开|去|做|搞|弄|签|搬|建|材料|资料|数据|报表|总结|情况|统计|部门|局`,
  'gu',
);

/**
 * How many characters of a subject share none with the task's wording: two are a step on the way (方案已印发 of a task
 * without one), more may be another list's task altogether.
 */
export function foreignSubject(context: ReplyContext, no: number, voices: Voice[]): number {
  const content = context.index.tasks.find((t) => t.no === no)?.text ?? '';
  const subject = voices.map((v) => v.said.subject.replace(NO_SUBJECT, '')).join('');
  const han = subject.match(/\p{Script=Han}/gu) ?? [];
  const touched =
    han.some((c) => content.includes(c)) ||
    voices.some((v) => touches(context.index, no, v.clause.masked) > 0);
  return touched ? 0 : han.length;
}

export const within = (clauses: Clause[]) => (x: { at: number }) =>
  clauses.some((c) => x.at >= c.start && x.at < c.end);

/** The figures in some clauses. */
export function metricsIn(context: ReplyContext, clauses: Clause[]): Metric[] {
  const found = context.marked.metrics.filter(within(clauses));
  return [...found, ...clauses.flatMap((c) => countsIn(context, c, found))];
}

/** 上线事项12项: a count that turned out to be no number of a task. */
const countsIn = ({ marked }: ReplyContext, { masked, start }: Clause, found: Metric[]) =>
  [...masked.matchAll(/Q+/gu)].flatMap(({ index, 0: cover }): Metric[] => {
    const at = start + index;
    if (found.some((f) => f.at < at + cover.length && at < f.at + f.text.length)) return [];
    return readMetrics(marked.text.slice(at, at + cover.length)).map((m) => ({
      ...m,
      at: at + m.at,
    }));
  });

/** The figures in some clauses: those reached and those aimed at (目标20家，完成21家). */
export function figuresIn(
  context: ReplyContext,
  clauses: Clause[],
): { reached: Metric[]; aimedAt: Metric[] } {
  const corrects = /更正|有误|误[报填写]|[报填写发]错/u.test(context.marked.text);
  const isTarget = (m: Metric) =>
    /(?<!超[^,]{0,4})(?:目标|任务|计划|应)(?:数|是|为|总数)?\s*:?$/u.test(before(context, m)) &&
    !(corrects && /应[是为]?$/u.test(before(context, m)));
  const isTakenBack = (m: Metric) => /(?<!是)(?:并?非|不是)$/u.test(before(context, m));
  const all = metricsIn(context, clauses).filter((m) => !isTakenBack(m));
  const aimedAt = all.filter(isTarget);
  const isReached = (m: Metric) =>
    !aimedAt.includes(m) &&
    !isLeft(context, clauses, m) &&
    !isPlanned(context, clauses, m.at) &&
    !isOfAnotherTime(context, clauses, m.at);
  return { reached: all.filter(isReached), aimedAt };
}

/** 出租率84%, 增长11.2%: rates that the task measures, apart from the share of it that is done. */
export function ratesIn(
  context: ReplyContext,
  clauses: Clause[],
  done: number | undefined,
): Metric[] {
  return context.marked.shares
    .filter((s) => s.percent !== done && clauses.some((c) => s.at >= c.start && s.at < c.end))
    .filter(({ at }) => !isPlanned(context, clauses, at) && !isOfAnotherTime(context, clauses, at))
    .map(({ percent, text, at }) => ({ value: percent, unit: '%', amount: percent, text, at }));
}

const before = ({ marked }: ReplyContext, { at }: Metric) =>
  marked.text.slice(Math.max(0, at - 8), at);

/** The figures told as reached, apart from rates and from those by which a target is exceeded: 每人五千, 超年度目标2项. */
export const reachedIn = (context: ReplyContext, clauses: Clause[]): Metric[] =>
  figuresIn(context, clauses).reached.filter(
    (m) =>
      !/(?:超(?:[额出](?:完成|新增|达)?|(?:年度|全年|原定|既定)*(?:目标|任务|计划))|多)了?$|每[人户家亩个]$/u.test(
        before(context, m),
      ),
  );

/** 目标20家，完成21家. */
export function isTargetMet(context: ReplyContext, clauses: Clause[]): boolean {
  const { reached: told, aimedAt } = figuresIn(context, clauses);
  const [target] = aimedAt;
  const reached = told.find((m) => m.unit === target?.unit);
  return target !== undefined && reached !== undefined && reached.amount >= target.amount;
}

/** 公里 and km, 元 and a bare 万 count the same things. */
const kindOf = (unit: string) => unit.replace(/^[万亿]+/u, '').replace(/^(?:km|千米)$/u, '公里');

/** 办了1场 of a task that asks for 2: a figure told with the completion that none of the plan's own comes to. */
export function fallsShort(context: ReplyContext, no: number, clauses: Clause[]): boolean {
  // 超额1000株完成: by how much it is exceeded.
  const told = reachedIn(context, clauses);
  const asked = planFigures(context.index, no).filter((a) =>
    told.some((t) => ['', kindOf(a.unit)].includes(kindOf(t.unit))),
  );
  const most = Math.max(...asked.map((a) => a.amount));
  const reaches = ({ amount }: Metric) => amount >= most || asked.some((a) => a.amount === amount);
  const alike = told.filter((t) =>
    asked.some((a) => ['', kindOf(a.unit)].includes(kindOf(t.unit))),
  );
  return alike.length > 0 && !alike.some(reaches);
}

const FOUND =
  /(?:收集?|征集|查|发现|受理|梳理|摸排|排查|登记|反映)(?!.*(?:解决|办|改))\p{Script=Han}{0,4}$/u;
const SOLVED =
  /(?:办|解决|化解|整改|改|处理|答复|销号|销|办理|兑现)(?:结|完|好|掉|成)?(?:了|到位)?\p{Script=Han}?$/u;

/** 诉求收了20条，办了15条: of what was found some is left, and the plan asks for no fewer. */
export function leavesSome(context: ReplyContext, no: number, clauses: Clause[]): boolean {
  const { reached } = figuresIn(context, clauses);
  const asked = planFigures(context.index, no);
  const told = (words: RegExp) => reached.filter((m) => words.test(before(context, m)));
  return told(SOLVED).some(
    (s) =>
      !asked.some((a) => kindOf(a.unit) === kindOf(s.unit) && s.amount >= a.amount) &&
      told(FOUND).some((f) => f.at < s.at && f.unit === s.unit && f.amount > s.amount),
  );
}
