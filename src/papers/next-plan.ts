import { dayOf } from '../calendar/county-time.ts';
import { standingOf } from '../instructions/instruction.ts';
import type { TaskRow as PlanTask } from '../plan/queries.ts';
import { statusOfAll } from '../progress/task-status.ts';
import { leadStatus } from '../summary/summarise.ts';
import { STATUS_WORDS } from '../summary/wording.ts';
import { aimText, standingText } from '../targets/wording.ts';
import type { Pack } from './load-pack.ts';
import type { Paper, PaperBlock, PaperTable } from './paper.ts';
import { sourceAnnex, taskNo } from './source-annex.ts';
import { nextPlanWords as w } from './wording.ts';

/**
 * 下一年计划草稿: what this year leaves unfinished, what recurs, targets, open problems and instructions, each line with
 * what it derives from. It proposes no figure and no date that nobody has given. Pure.
 */
export function nextPlanPaper(pack: Pack, tasks: PlanTask[]): Paper {
  const { year } = pack;
  const today = dayOf(pack.asOf, pack.timeZone);
  const byTask = Map.groupBy(pack.ledger.lines, (l) => l.taskId);
  const stands = (id: string) => statusOfAll((byTask.get(id) ?? []).map(leadStatus));
  const last = (id: string) => {
    const lines = byTask.get(id) ?? [];
    // What stands beside it is the leads' word; a cooperating unit's report would contradict 未反馈.
    return pack.ledger.reports
      .filter((r) =>
        lines.some((l) => l.occurrenceId === r.occurrenceId && l.leads.includes(r.unitId)),
      )
      .toSorted((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime())[0];
  };
  const known = tasks.filter((t) => t.state === 'active' && byTask.has(t.id));
  const recurring = known.filter((t) => t.recurrence);
  const unfinished = known.filter((t) => !t.recurrence && stands(t.id) !== 'done');
  const suspended = tasks.filter((t) => t.state === 'suspended');
  const row = (t: PlanTask, how: string) => {
    const said = last(t.id);
    return [
      t.content.replace(/\s+/g, ' '),
      t.leadUnits.join('、'),
      t.coopUnits.join('、'),
      w.from(year, taskNo(t), how, said?.id.slice(0, 8)),
    ];
  };
  return {
    title: w.title(year + 1),
    body: [
      paragraph(w.notice(year)),
      heading(w.carried),
      ...listOr(
        unfinished.map((t) => row(t, STATUS_WORDS[stands(t.id)])),
        w.noCarried,
      ),
      heading(w.recurring),
      ...listOr(
        recurring.map((t) => row(t, w.every(t.recurrence?.every ?? 'ongoing'))),
        w.noRecurring,
      ),
      heading(w.suspended),
      ...listOr(
        suspended.map((t) => row(t, w.isSuspended)),
        w.noSuspended,
      ),
      heading(w.targets),
      ...(pack.targets.length === 0
        ? [paragraph(w.noTargets)]
        : pack.targets.map((t, i) =>
            paragraph(w.target(i + 1, t.target.name, year, aimText(t.target), standingText(t))),
          )),
      heading(w.open),
      ...(pack.problems.length + pack.instructions.length === 0
        ? [paragraph(w.noOpen)]
        : [
            ...pack.problems.map((p) => paragraph(w.problem(p.no, p.content, p.unitName))),
            ...pack.instructions
              .filter((i) => standingOf(i, today) !== 'closed')
              .map((i) => paragraph(w.instruction(i.no ?? 0, i.text))),
          ]),
    ],
    date: today,
    annexes: [sourceAnnex(pack.ledger, pack.timeZone)],
  };
}

const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

function listOr(rows: string[][], none: string): PaperBlock[] {
  if (rows.length === 0) return [paragraph(none)];
  const table: PaperTable = {
    kind: 'table',
    compact: true,
    columns: [
      { title: w.no, weight: 1, align: 'center' },
      { title: w.task, weight: 6 },
      { title: w.leads, weight: 2.6 },
      { title: w.coops, weight: 2.6 },
      { title: w.basis, weight: 4 },
    ],
    rows: rows.map((cells, i) => [String(i + 1), ...cells]),
  };
  return [table];
}
