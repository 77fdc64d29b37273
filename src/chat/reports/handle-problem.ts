import { dayOf } from '../../calendar/county-time.ts';
import {
  chooseNumbered,
  fullNumber,
  shownNumber,
  type YearNumber,
} from '../../calendar/year-number.ts';
import { clip, escapeMarkdown, markdown } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { findItems } from '../../plan/item-queries.ts';
import { problemsCard, SolveClick } from '../../problems/cards.ts';
import { assignProblem, solveProblem } from '../../problems/problem.ts';
import {
  findOpenOfShare,
  findProblem,
  listOpenProblems,
  listProblemsByNo,
  type ProblemRow,
} from '../../problems/queries.ts';
import { words } from '../../problems/wording.ts';
import { type PendingOption, statusButtons } from '../../progress/cards.ts';
import { findCurrentReports } from '../../progress/queries.ts';
import { findUnits } from '../../units/queries.ts';
import { findUnit, nearestUnits } from '../../units/resolve.ts';
import { answeredAside } from '../aside.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onClick,
  refuse,
} from '../clicked.ts';
import { actOf, answer, type Context, say } from '../context.ts';
import { doneCard, sayWithUndo } from '../done-card.ts';
import { tellUnits } from '../orders/tell-units.ts';
import { isOffice } from '../roles.ts';
import { words as intentWords } from '../wording.ts';
import { handleReport } from './handle-report.ts';
import { keepQuestion } from './propose.ts';
import { mayReport, reportingUnits } from './report-scope.ts';
import { listsInMind, numbersKnown } from './shown-list.ts';

export const PROBLEM_CLICKS: ClickHandler[] = [onClick(SolveClick, solveByClick)];

/** 问题清单: the office and leaders see all of it, in private; a unit what it raised or has to solve. */
export async function problemList(context: Context): Promise<void> {
  const { deps, person, origin } = context;
  const isPrivate = origin.chatType === 'p2p';
  const seesAll = isPrivate && (person.roles.has('office') || person.roles.has('leader'));
  const units = isPrivate
    ? person.memberships.map((m) => m.unitId)
    : context.chatUnitId
      ? [context.chatUnitId]
      : [];
  const problems = await listOpenProblems(deps.db, seesAll ? undefined : units);
  if (problems.length === 0) return say(context, words.none);
  const card = problemsCard(
    problems.map((p) => ({
      ...p,
      no: shownNumber(p, context.today),
      raisedOn: dayOf(p.raisedAt, deps.config.APP_TIMEZONE),
      maySolve: maySolve(context, p),
    })),
  );
  await answer(context, { type: 'card', card });
}

/** 问题3已解决, 问题3销号. */
export async function solveByWord(
  context: Context,
  { also = [], ...said }: Extract<AdminCommand, { kind: 'solve-problem' }>,
): Promise<void> {
  await solveOne(context, said);
  for (const no of also) {
    const origin = { ...context.origin, key: `${context.origin.key}:${no}` };
    await solveOne({ ...context, origin }, { ...said, no });
  }
}

async function solveOne(context: Context, said: YearNumber): Promise<void> {
  const problem = await named(context, said);
  if (!problem) return;
  if (!maySolve(context, problem)) return say(context, words.notYours);
  await answeredAside(context, (there) => strikeAndTell(there, problem));
}

/** 第3项困难解决了: what the unit raised on that item; where nothing stands open, how the item stands is asked. */
export async function solveDifficulty(
  context: Context,
  { taskNo }: Extract<AdminCommand, { kind: 'solve-difficulty' }>,
  text: string,
): Promise<void> {
  const { db } = context.deps;
  const lists = await listsInMind(context, reportingUnits(context));
  const open: ProblemRow[] = [];
  for (const { no, unitId, occurrenceId } of lists.flatMap((l) => l.items))
    if (no === taskNo) open.push(...(await findOpenOfShare(db, unitId, [occurrenceId])));
  const [problem, second] = new Map(open.map((p) => [p.id, p])).values();
  if (problem && !second) {
    await answeredAside(context, (there) => strikeAndTell(there, problem));
    return;
  }
  if (second || /撤|取消|收回/u.test(text)) return problemList(context);
  if ((await handleReport(context, text)) === 'not-a-report') await say(context, words.none);
}

/** Strikes a problem off, and offers to say how its item stands now, where that is still told as in difficulty. */
async function strikeAndTell(context: Context, problem: ProblemRow): Promise<true> {
  const { db } = context.deps;
  const solved = await solve(context, problem);
  if (!solved) {
    await say(context, words.solvedBefore(shownNumber(problem, context.today)));
    return true;
  }
  const card = doneCard(solved.text, solved.changeId);
  const { occurrenceId, raisedUnitId } = problem;
  const ids = occurrenceId ? [occurrenceId] : [];
  const stands = (await findCurrentReports(db, ids)).find((r) => r.unitId === raisedUnitId);
  const [item] = await findItems(db, ids);
  if (stands?.status === 'blocked' && item && mayReport(context, raisedUnitId)) {
    const [unit] = await findUnits(db, [raisedUnitId]);
    const known = await numbersKnown(context, [raisedUnitId]);
    const option: PendingOption = {
      no: known.get(item.occurrenceId) ?? 0,
      unitId: raisedUnitId,
      unitName: unit?.name ?? '',
      occurrenceId: item.occurrenceId,
      role: stands.role,
      content: item.content,
    };
    const pending = await keepQuestion(context, words.over, [option]);
    card.body.elements.push(
      markdown(escapeMarkdown(words.stillBlocked(clip(item.content.replace(/\s+/g, ' '), 40)))),
      statusButtons(pending, 0, ['in_progress', 'done']),
    );
  }
  await answer(context, { type: 'card', card });
  return true;
}

/** 问题3 由自然资源局负责，4月底前解决: the office's word. */
export async function assign(
  context: Context,
  command: Extract<AdminCommand, { kind: 'assign-problem' }>,
): Promise<void> {
  if (!isOffice(context)) return say(context, words.onlyOffice);
  const { deps } = context;
  const problem = await named(context, command);
  if (!problem) return;
  const no = shownNumber(problem, context.today);
  if (problem.state !== 'open') return say(context, words.solvedBefore(no));
  const unit = command.unit ? await findUnit(deps.db, command.unit) : undefined;
  if (command.unit && !unit)
    return say(
      context,
      intentWords.unitUnknown(command.unit, await nearestUnits(deps.db, command.unit)),
    );
  const { dueOn } = command;
  if (!unit && !dueOn) return say(context, words.nothingToChange);
  const to = { ...(unit ? { unitId: unit.id } : {}), ...(dueOn ? { dueOn } : {}) };
  const assigned = await assignProblem(deps.db, actOf(context), problem.id, to, deps.newId);
  if (!assigned) return say(context, words.solvedBefore(no));
  const owner = unit ?? (await findUnits(deps.db, [problem.unitId]))[0];
  const due = dueOn ?? problem.dueOn ?? undefined;
  await tellUnits(deps, context.now, {
    key: `problem-assigned:${assigned.changeId}`,
    unitIds: [owner?.id ?? problem.unitId],
    purpose: 'push',
    content: { type: 'text', text: words.toOwner(no, clip(problem.content, 100), due) },
  });
  await sayWithUndo(context, words.changed(no, owner?.name ?? '', due), assigned.changeId);
}

async function solveByClick(clicked: Clicked, click: SolveClick): Promise<Answered> {
  const problem = await findProblem(clicked.deps.db, click.problem);
  if (!problem) return forged('unknown problem');
  if (!maySolve(clicked.context, problem)) return refuse(words.notYours);
  return change(clicked, async (context) => {
    const solved = await solve(context, problem);
    if (!solved) return info(words.solvedBefore(shownNumber(problem, context.today)));
    return ok(solved.text, doneCard(solved.text, solved.changeId));
  });
}

async function solve(
  context: Context,
  problem: ProblemRow,
): Promise<{ text: string; changeId: string } | undefined> {
  const { deps, person } = context;
  const done = await solveProblem(deps.db, actOf(context), problem.id, deps.newId);
  if (!done) return undefined;
  const content = clip(problem.content, 100);
  const no = shownNumber(problem, context.today);
  const own = reportingUnits(context);
  const others = [...new Set([problem.raisedUnitId, problem.unitId])].filter(
    (u) => !own.includes(u),
  );
  await tellUnits(deps, context.now, {
    key: `problem-solved:${done.changeId}`,
    unitIds: others,
    purpose: 'answer',
    content: { type: 'text', text: words.toRaiser(no, content, person.name) },
  });
  return { text: words.solved(no, content), changeId: done.changeId };
}

/** The office, the unit that has to solve it and the one that raised it may strike it off. */
function maySolve(
  context: Omit<Context, 'deps'>,
  problem: Pick<ProblemRow, 'unitId' | 'raisedUnitId'>,
): boolean {
  return (
    isOffice(context) ||
    mayReport(context, problem.unitId) ||
    mayReport(context, problem.raisedUnitId)
  );
}

/** The problem that is meant; says so where there is none, or where those of two years are open under the number. */
async function named(context: Context, said: YearNumber): Promise<ProblemRow | undefined> {
  const { deps, today } = context;
  const all = await listProblemsByNo(deps.db, said.no);
  const own = all.filter((p) => maySolve(context, p));
  const { one, several } = chooseNumbered(own.length > 0 ? own : all, said, today);
  if (one) return one;
  if (several && own.length === 0) {
    await say(context, words.notYours);
    return undefined;
  }
  if (!several) {
    await say(context, words.unknown(said.no));
    return undefined;
  }
  const units = await findUnits(
    deps.db,
    several.map((p) => p.unitId),
  );
  const lines = several.map((p) => {
    const unit = units.find((u) => u.id === p.unitId)?.name ?? '';
    return words.severalLine(fullNumber(p), clip(p.content, 40), unit, p.state === 'open');
  });
  const [example] = several.slice(-1).map(fullNumber);
  await say(context, words.several(said.no, lines, example ?? ''));
  return undefined;
}
