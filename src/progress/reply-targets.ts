import type { TaskRef } from '../text/task-number.ts';
import type { Ask } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import type { ReplyContext, Statement, Target } from './reply-statements.ts';
import { findTopic } from './reply-topic.ts';

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

/** 第1项：… at the head of a line owns every clause up to the next such head. */
function headsLine(context: ReplyContext, clause: Clause, ref: TaskRef): boolean {
  const after = context.marked.text.slice(ref.at + ref.text.length);
  return ref.at === clause.start && clause.fresh && /^[:、]/u.test(after);
}
