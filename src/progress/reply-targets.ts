import type { TaskRef } from '../text/task-number.ts';
import type { Ask } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import { MASK } from './reply-marks.ts';
import type { ReplyContext, Statement, Target } from './reply-statements.ts';
import { findTopic, planFigures } from './reply-topic.ts';
import { EVENT, FINISH } from './status-words.ts';

/** The tasks that the references in a clause name, or what has to be asked about them. */
export type Named = {
  nos: number[];
  by: 'number' | 'header';
  target?: Target;
  asks: Pick<Ask, 'why' | 'candidates' | 'unknown'>[];
};

/** Resolves the references of a clause; `current` is the statement before, which 这两项 points back at. */
export function namedTasks(
  context: ReplyContext,
  clause: Clause,
  current: Statement | undefined,
): Named {
  const found: Named = { nos: [], by: 'number', asks: [] };
  for (const [i, ref] of clause.refs.entries()) {
    // 不是第2项，是第3项: the first is taken back.
    if (i === 0 && /^.{0,3}不是R/u.test(clause.masked)) continue;
    resolve(context, clause, ref, current, found);
  }
  found.nos = [...new Set([...found.nos, ...namedBeside(context, clause, found.nos)])];
  return found;
}

/** 第2项和现场会都完成了: what stands beside a number is named by its words. */
function namedBeside({ index }: ReplyContext, clause: Clause, nos: number[]): number[] {
  const m = /R(?:以及|还有|[和与及跟])([^R]{2,12}?)(?:都|均|全部)/u.exec(clause.masked);
  const topic = m && nos.length > 0 ? findTopic(index, m[1] ?? '') : undefined;
  return topic?.kind === 'task' ? [topic.no] : [];
}

function resolve(
  context: ReplyContext,
  clause: Clause,
  ref: TaskRef,
  current: Statement | undefined,
  found: Named,
): void {
  const { openNos } = context;
  const doubt = (why: Ask['why'], candidates = openNos) => found.asks.push({ why, candidates });
  switch (ref.kind) {
    case 'numbers':
      if (ref.numbers.some((n) => !openNos.includes(n))) {
        const unknown = ref.numbers.filter((n) => !openNos.includes(n));
        found.asks.push({ why: 'unknown-number', candidates: openNos, unknown });
      }
      found.nos.push(...ref.numbers);
      if (ref.style === 'header' || headsLine(context, clause, ref)) found.by = 'header';
      return;
    case 'end':
      if (ref.count > openNos.length) doubt('unknown-number');
      else if (ref.from === 'first') found.nos.push(...openNos.slice(0, ref.count));
      else found.nos.push(...openNos.slice(-ref.count));
      return;
    case 'from-end': {
      const no = openNos.at(-ref.nth);
      if (no === undefined) doubt('unknown-number');
      else found.nos.push(no);
      return;
    }
    case 'middle': {
      const aside = ref.count === undefined ? 1 : (openNos.length - ref.count) / 2;
      if (!Number.isInteger(aside) || aside < 1) doubt('which-task');
      else found.nos.push(...openNos.slice(aside, -aside));
      return;
    }
    case 'all':
      if (ref.count !== undefined && ref.count !== openNos.length) doubt('count-or-number');
      else found.target = { kind: 'all' };
      return;
    case 'rest':
      found.target = { kind: 'rest', ...(ref.count === undefined ? {} : { count: ref.count }) };
      return;
    case 'these':
      // 第2项本月无此项工作: the one just named.
      if (found.nos.length > 0) return;
      resolveThese(context, clause, ref, current, found);
      return;
    case 'count':
      found.target = { kind: 'some', count: ref.count };
      return;
    case 'some':
      doubt('which-task');
      return;
    case 'other':
      if (ref.month !== undefined && /清单|台账|表$/u.test(ref.text)) {
        // 报送2月台账 can be a task of March.
        if (ref.month !== context.input.month && !context.index.plan.includes(`${ref.month}月`))
          doubt('other-month', []);
      } else if (ref.month === context.input.month) {
        // 6月那项集中开工: which one, its words say.
        if (/那一?[项个]$/u.test(ref.text)) return;
        if (!clause.refs.some((r) => r.kind === 'numbers')) found.target = { kind: 'all' };
      } else doubt('other-month', []);
      return;
  }
}

function resolveThese(
  { openNos, index }: ReplyContext,
  clause: Clause,
  ref: TaskRef & { kind: 'these' },
  current: Statement | undefined,
  found: Named,
): void {
  const topic = findTopic(index, clause.masked);
  const before = current?.target.kind === 'tasks' ? current.target.nos : [];
  // 5G那两项: as many as its words fit.
  if (topic.kind === 'several' && topic.nos.length === ref.count) found.nos.push(...topic.nos);
  // 个体户那个还差200户, behind what was said of another task.
  else if (
    topic.kind === 'task' &&
    /\p{Script=Han}{2}R+/u.test(clause.masked) &&
    !before.includes(topic.no)
  )
    found.nos.push(topic.no);
  else if (ref.count !== undefined && ref.count > 1 && ref.count !== before.length) {
    if (ref.count === openNos.length) found.target = { kind: 'all' };
    else found.asks.push({ why: 'which-task', candidates: openNos });
  } else if (before.length > 0) found.nos.push(...before);
  else if (openNos.length === 1) found.nos.push(...openNos);
  else if (/以上|上述/u.test(ref.text)) found.target = { kind: 'all' };
  // 征地那个事: its own words say which.
  else if (topic.kind === 'task') found.nos.push(topic.no);
  else found.asks.push({ why: 'which-task', candidates: openNos });
}

/** The clause with 3项 as a figure where it counts things, not tasks. */
export function countsAsFigures(
  context: ReplyContext,
  clause: Clause,
  current: Statement | undefined,
): Clause {
  const within =
    clause.refs.find((r) => r.kind === 'numbers') ?? (clause.fresh ? undefined : current);
  const known = context.openNos.length === 1 || clause.refs.length > 1;
  const counts = isQuantity(context, clause, current);
  // 植树1.2万株，余下的清明后补: what is left of the figure.
  const figure = clause.fresh ? '' : (current?.clauses.at(-1)?.masked ?? '');
  // 查了12家还有5家，剩下的都完成了: what is left of the figure was just said to be open.
  const ofFigure =
    figure.includes(MASK.quantity) &&
    !(/[还尚仍](?:有|剩|差|欠)/u.test(figure) && ALL_DONE.test(clause.masked));
  // 120亩清了90, 签了12组: more than the list holds, behind the verb.
  const beyond = (r: TaskRef) =>
    r.kind === 'numbers' &&
    r.style === 'bare' &&
    r.at > clause.start &&
    /^\d+$/u.test(r.text) &&
    r.numbers.every((n) => n > Math.max(...context.openNos)) &&
    (/^\p{Script=Han}/u.test(clause.masked.slice(r.at - clause.start + r.text.length)) ||
      clause.masked.includes(MASK.quantity));
  // 站建了四个，第五个在装: of the things that the task spoken of counts.
  const ofCount = (r: TaskRef) =>
    r.kind === 'numbers' &&
    /^第.*[个场次家户]$/u.test(r.text) &&
    current?.target.kind === 'tasks' &&
    r.numbers.every((n) => !context.openNos.includes(n)) &&
    current.target.nos.some((no) =>
      planFigures(context.index, no).some((f) => f.amount >= Math.max(...r.numbers)),
    );
  const isLoose = (r: TaskRef) =>
    beyond(r) ||
    ofCount(r) ||
    (r.kind === 'count' && counts && !isAmong(clause, r)) ||
    (r.kind === 'all' && r.count !== undefined && isBesideNumber(clause, r)) ||
    // 隐患46条都整改了.
    (r.kind === 'all' && (r.count ?? 0) > context.openNos.length && counts) ||
    (r.kind === 'some' && known) ||
    (r.kind === 'rest' && /^(?:余下|剩下|剩余)的?$/u.test(r.text) && ofFigure) ||
    // 隐患46条，还有5条没改.
    (r.kind === 'rest' && r.count !== undefined && isLeftOf(context, r, current)) ||
    (r.kind === 'rest' && /[\d一二三四五六七八九十两]个$/u.test(r.text) && counts) ||
    (r.kind === 'rest' && within !== undefined && !namesTasks(clause, r));
  const loose = clause.refs.filter(isLoose);
  if (loose.length === 0) return clause;
  let { masked } = clause;
  for (const r of loose) {
    const at = r.at - clause.start;
    const isWord = r.kind === 'rest' || r.kind === 'some' || ofCount(r);
    const words = isWord ? r.text : MASK.quantity.repeat(r.text.length);
    masked = masked.slice(0, at) + words + masked.slice(at + r.text.length);
  }
  return { ...clause, masked, refs: clause.refs.filter((r) => !isLoose(r)) };
}

/** So many of what was counted right before, in the same measure and beyond the list. */
function isLeftOf({ marked, openNos }: ReplyContext, rest: TaskRef, current?: Statement): boolean {
  const before = current?.clauses.at(-1);
  const told = before ? marked.text.slice(before.start, before.end) : '';
  const measure = /[项件条个]$/u.exec(rest.text)?.[0] ?? '-';
  return [...told.matchAll(/(\d+)([项件条个])/gu)].some(
    ([, count, of]) => of === measure && Number(count) > openNos.length,
  );
}

/** 3项里面只有公厕没完: of so many tasks. */
const isAmong = ({ masked, start }: Clause, { at, text }: TaskRef) =>
  /^(?:任务|工作)?(?:里面?|其中|当中|之?中)/u.test(masked.slice(at + text.length - start));

/** 第4项两条都跑起来了: all the things of that task. */
const isBesideNumber = ({ refs, masked, start }: Clause, all: TaskRef) =>
  refs.some((r) => r.kind === 'numbers' && r.at + r.text.length === all.at) &&
  /^[都均全]/u.test(masked.slice(all.at + all.text.length - start));

/** 其余已完成, 其余两项, 剩下的月底办: the other tasks; 其余小区, 余下的池体 are of what was spoken of. */
function namesTasks({ masked, start }: Clause, rest: TaskRef): boolean {
  const after = masked.slice(rest.at - start + rest.text.length);
  // 剩下的30家.
  if (/^的?Q/u.test(after)) return false;
  return (
    /[项件条]$|任务|工作|事项/u.test(rest.text) ||
    !/^的?\p{Script=Han}/u.test(after) ||
    OF_TASKS.test(after)
  );
}

const ALL_DONE = new RegExp(`[都均全](?:部|都)?(?:已经?)?(?:${FINISH})`, 'u');
/** What may follow 其余 and 剩下的 where they stand for tasks: a status, how or when it came about. */
const OF_TASKS = new RegExp(
  `^的?(?:任务|工作|事项|[几各]?[项件条]|[都均全皆也已还正在没未尚仍待要将会能可拟预争计按照暂继因由于]|就|则|再给|基本|有序|稳步|正常|抓紧|推进|进行|准备|启动|开始|进展|延|${FINISH}|${EVENT})`,
  'u',
);

/** 4、6项交给二股在做，1项我已办结: behind numbers written in the same way it may be the next of them, and is asked about. */
function isInStyle(
  { openNos }: ReplyContext,
  { refs, start, masked }: Clause,
  current: Statement,
): boolean {
  const [count] = refs;
  const before = current.clauses[0]?.refs[0];
  if (count?.kind !== 'count' || count.at !== start || before?.kind !== 'numbers') return false;
  const told = masked.slice(count.text.length);
  const isTold = /^(?:我们?|由|已|正|还|尚|未|没|在)/u.test(told);
  const isNew = openNos.includes(count.count) && !before.numbers.includes(count.count);
  return /^\d.*[项条]$/u.test(before.text) && /^\d/u.test(count.text) && isNew && isTold;
}

/** Where the task is already known, a number of 项 belongs to it. */
function isQuantity(
  context: ReplyContext,
  clause: Clause,
  current: Statement | undefined,
): boolean {
  if (context.openNos.length === 1 || clause.refs.length > 1) return true;
  if (current && !clause.fresh) return !isInStyle(context, clause, current);
  return findTopic(context.index, clause.masked).kind === 'task';
}

/** 第1项：… at the head of a line owns every clause up to the next such head. */
function headsLine(context: ReplyContext, clause: Clause, ref: TaskRef): boolean {
  const after = context.marked.text.slice(ref.at + ref.text.length);
  return ref.at === clause.start && clause.fresh && /^[:、]/u.test(after);
}
