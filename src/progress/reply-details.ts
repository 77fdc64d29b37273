import type { Day } from '../calendar/county-time.ts';
import type { DatePhrase } from '../calendar/date-phrase.ts';
import { type Metric, readMetrics } from '../text/metrics.ts';
import { CANNOT } from './forecast.ts';
import type { Clause } from './reply-clauses.ts';
import { MASK } from './reply-marks.ts';
import type { ReplyContext } from './reply-statements.ts';
import { originalOf, type ReplyText } from './reply-text.ts';
import { planFigures, touches } from './reply-topic.ts';
import type { Status } from './report.ts';
import { FINISH } from './status-words.ts';
import { statusOf, type Voice } from './voices.ts';

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

const within = (clauses: Clause[]) => (x: { at: number }) =>
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

/** The figures in some clauses, apart from those that are aimed at: 目标20家，完成21家. */
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
  return { reached: all.filter((m) => !isTarget(m)), aimedAt: all.filter(isTarget) };
}

/** 出租率84%, 增长11.2%: rates that the task measures, apart from the share of it that is done. */
export function ratesIn(
  { marked }: ReplyContext,
  clauses: Clause[],
  done: number | undefined,
): Metric[] {
  return marked.shares
    .filter((s) => s.percent !== done && clauses.some((c) => s.at >= c.start && s.at < c.end))
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

/** Behind these words a date is no forecast. */
const NO_FORECAST = /原[定计本拟](?:划|于|在)?$|截[至止]$|不是$|[自从]$/u;

/** 延期到11月20日 on the 25th: a day that is past is still the one that was asked for, and whoever takes it says so. */
const ASKED_TO = /(?:延[期后长]?|推[迟后]|顺延|宽限|放宽|改)[^,.;。]{0,4}[到至]$/u;

/** 25号前完不成: the day is given up. */
const GIVEN_UP = new RegExp(`^[^,。;R\\s]{0,8}?(?:${CANNOT})`, 'u');

/** 市里说月底给回话: a day that others named for what is theirs. */
const HEARSAY =
  /(?:^|[^\p{Script=Han}]|[的由])(?!我)(?:[省市县区]里?|上级|上面|财政|银行|厂家|企业|对方|他们|中介|\p{Script=Han}{2,8}(?:局|厅|委|办|公司|行|方|院))[^,。;]{0,3}(?:说|讲|答应|答复|回复|通知|反馈|承诺|表示)(?:是|了|的)?[^,。;]{0,6}$/u;

/** 4月的还没发: whose it is, and no forecast either. */
const WHOSE = /^份?的(?!时候|话)/u;

/** 本月新增3项: a period to speak of, not to be ready in. */
const AT_PRESENT = /^(?:本|当|这个?)[月周季](?:度|份)?$/u;

/** 拖到元旦以后: some day after it, which nobody has named; a request for time needs one. */
const SOME_DAY_AFTER = /\p{Script=Han}(?<![天日周月])[之以]?后$/u;

/** The last day of the period in which the writer means to finish; a date beside a promise goes before others. */
export function forecastOf(
  context: ReplyContext,
  voices: Voice[],
  clauses: Clause[],
  status: Status,
): DatePhrase | undefined {
  const { dates, masked } = context.marked;
  const isAskedTo = (at: number) =>
    status === 'extension' && ASKED_TO.test(masked.slice(Math.max(0, at - 8), at));
  const ahead = dates.filter(
    (d) =>
      (d.end >= context.input.refDate || isAskedTo(d.at)) &&
      !NO_FORECAST.test(masked.slice(Math.max(0, d.at - 4), d.at)) &&
      !WHOSE.test(masked.slice(d.at + d.text.length)) &&
      !GIVEN_UP.test(masked.slice(d.at + d.text.length)) &&
      !HEARSAY.test(masked.slice(Math.max(0, d.at - 16), d.at)) &&
      !(status === 'extension' && SOME_DAY_AFTER.test(d.text)),
  );
  const promises = voices.filter((v) => /later|promise|condition|missing/.test(v.said.rule));
  const promised = ahead.filter(within(promises.map((v) => v.clause)));
  const told = voices.filter((v) => statusOf(v) === 'done').map((v) => v.clause);
  const open = clauses.filter((c) => !told.includes(c));
  const meant = ahead.filter((d) => within(open)(d) && !AT_PRESENT.test(d.text));
  return promised.at(-1) ?? meant.at(-1);
}

/** 25日前 on the 26th: next month's, for this month's is past; told so that the writer can object. */
export const isOfNextMonth = ({ text, end }: DatePhrase, today: Day): boolean =>
  /^[\d一二三四五六七八九十廿]{1,3}[日号]/u.test(text) && end.slice(0, 7) !== today.slice(0, 7);

const BARE = new RegExp(
  `${FINISH}|[R\\s,.!、:。;]|已经?|都|均|全部?|也|了|的|目前|现在|还|没有?|未|正在?|推进|进行|中|在|弄|搞|做|办|其[余他它]|剩下`,
  'gu',
);

/** Whether clauses say no more than a status. */
export const isBare = (clauses: Clause[]) =>
  clauses.every((c) => c.masked.replace(BARE, '') === '');

/**
 * The writer's words, all of them but the number at their head; empty where they say no more than the status. `told` are
 * the clauses that are of some task: 谢谢领导 and 不对 in between are of none, and stay.
 */
export function noteOf(context: ReplyContext, clauses: Clause[], told: Clause[]): string {
  if (isBare(clauses)) return '';
  const isOfAnother = (from: number, to: number) =>
    context.marked.masked.slice(from, to).includes(MASK.ref) ||
    told.some((c) => c.start >= from && c.end <= to);
  return quote(context, clauses, isOfAnother, /^R+[项条]?的?/u);
}

/** Clauses as written. */
export const wordsOf = (context: ReplyContext, clauses: Clause[]) =>
  quote(context, clauses, (from, to) =>
    /[\p{L}\p{N}]/u.test(context.marked.masked.slice(from, to)),
  );

const BRACKETS = ['（）', '()', '【】', '“”', '《》', '〔〕'] as const;

/** 已印发（县工信〔2026〕15号）: with the bracket that closes what was opened in it. */
function withClosing(reply: ReplyText, said: string, end: number): string {
  const next = originalOf(reply, end, end + 1);
  const pair = BRACKETS.find(([, close]) => close === next);
  const [open = ''] = pair ?? '';
  const isOpen = pair && said.split(open).length > said.split(next).length;
  return isOpen ? said + next : said;
}

/** What was written, with its own signs; …… for what is left out. */
function quote(
  { reply }: ReplyContext,
  clauses: Clause[],
  leavesOut: (from: number, to: number) => boolean,
  head = /^$/u,
): string {
  const inOrder = [...new Set(clauses)].sort((a, b) => a.start - b.start);
  const runs: Clause[][] = [];
  for (const clause of inOrder) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (before && !leavesOut(before.end, clause.start)) run?.push(clause);
    else runs.push([clause]);
  }
  return runs
    .flatMap((run) => {
      const { start = 0, masked = '' } = run[0] ?? {};
      const lead = head.exec(masked)?.[0].length ?? 0;
      const end = run.at(-1)?.end ?? start;
      const said = withClosing(reply, originalOf(reply, start + lead, end), end);
      return said.replace(/\s*\n\s*/gu, ' ').replace(/^[\s：:、，,.．]+|\s+$/gu, '') || [];
    })
    .join('……');
}
