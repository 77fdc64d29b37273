import type { TaskRef } from '../text/task-number.ts';
import type { Clause } from './reply-clauses.ts';
import { MASK } from './reply-marks.ts';
import type { ReplyContext, Statement } from './reply-statements.ts';
import { findTopic, planFigures } from './reply-topic.ts';
import { EVENT, FINISH } from './status-words.ts';

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
