import { wordsOf } from './own-words.ts';
import { readClause } from './read-clause.ts';
import type { Ask } from './reading.ts';
import { leavesOut } from './reply-coverage.ts';
import type { Heard, ReplyContext, Statement } from './reply-statements.ts';

/** Statements by task: those that name it, and those on 全部 and 其余 where nothing names it. */
export function dealOut(
  context: ReplyContext,
  heard: Heard,
): { byTask: Map<number, Statement[]>; asks: Ask[] } {
  const { openNos } = context;
  const asks: Ask[] = [];
  const byTask = new Map<number, Statement[]>();
  const add = (no: number, s: Statement) => byTask.set(no, [...(byTask.get(no) ?? []), s]);
  for (const s of heard.statements) {
    if (s.target.kind !== 'tasks') continue;
    for (const no of new Set(s.target.nos)) add(no, s);
    if (s.disputed && s.target.nos.length === 0 && saysMore(s))
      asks.push({ why: 'own-or-not', text: wordsOf(context, s.clauses) });
  }
  // 全部完成，新增规上16家: a figure names a task, but not as an exception.
  const onlyFigures = [...byTask].filter(([, own]) => own.every(isFigure)).map(([no]) => no);
  // 都做了，就是专场对接没开: of that task only a part is left.
  const inPart = [...byTask].filter(
    ([no, own]) =>
      own.every((s) => s.by === 'topic') &&
      leavesOut(
        context.index,
        no,
        own.flatMap((s) => s.clauses.map((c) => c.masked)),
      ),
  );
  const alsoAll = new Set([...onlyFigures, ...inPart.map(([no]) => no)]);
  // A task asked about is not among 其余 either.
  const named = new Set([...byTask.keys(), ...heard.acts.flatMap((a) => a.tasks)]);
  const left = openNos.filter((no) => !named.has(no));
  for (const s of heard.statements) {
    if (s.target.kind === 'tasks') continue;
    const doubt = doubtOfRest(context, s, left, named.size);
    if (doubt) asks.push(doubt);
    else for (const no of s.target.kind === 'all' ? [...left, ...alsoAll] : left) add(no, s);
  }
  return { byTask, asks };
}

/** 其余 needs something that it is the rest of, and a count has to fit. */
function doubtOfRest(
  context: ReplyContext,
  { target, clauses }: Statement,
  left: number[],
  named: number,
): Ask | undefined {
  const { openNos } = context;
  const text = wordsOf(context, clauses);
  if (target.kind === 'some')
    return named > 0 && target.count === left.length
      ? undefined
      : { why: 'count-or-number', text, candidates: openNos };
  if (target.kind !== 'rest') return undefined;
  if (named === 0) return { why: 'which-task', text, candidates: openNos };
  return target.count === undefined || target.count === left.length
    ? undefined
    : { why: 'count-or-number', text, candidates: left };
}

function isFigure(s: Statement): boolean {
  const rules = s.clauses.map((c) => readClause(c)?.rule ?? 'figures');
  return s.by === 'topic' && rules.every((r) => /figures/.test(r));
}

/** 是县委办牵头的，我们配合，已经办完了: a status said after it was disowned. */
export const saysMore = (s: Statement) =>
  s.clauses.slice(1).some((c) => readClause(c) !== undefined);
