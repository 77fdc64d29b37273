import { html } from 'hono/html';
import { splitDay } from '../calendar/county-time.ts';
import { range } from '../calendar/period.ts';
import type { PlanItem } from '../plan/item-queries.ts';
import { type Ledger, loadLedger } from '../summary/load.ts';
import type { Line } from '../summary/summarise.ts';
import { seesUnit } from './access.ts';
import { type Choice, chosenPeriod } from './period-choice.ts';
import { pageHead, short } from './pieces.ts';
import { statusFor } from './task-list.ts';
import type { Answer, Html, Visit } from './visit.ts';
import { STATE_WORDS, words } from './wording.ts';

const ROWS = 400;

/** 横道图: the tasks of the year in the plan's order, months as columns. */
export async function ganttPage(visit: Visit): Promise<Answer> {
  const choice = await chosenPeriod(visit);
  if (!choice) return { kind: 'moved', to: visit.link('/') };
  const unitId = visit.query('unit') || undefined;
  if (unitId && !seesUnit(visit.access, unitId)) return { kind: 'refused' };
  const ledger = await loadLedger(visit.deps.db, choice.year, range(1, 12));
  const own = visit.access.own.map((u) => u.unitId);
  const shown = unitId ? [unitId] : visit.access.reports === 'all' ? undefined : own;
  const lines = ledger.lines.filter(
    (l) => !shown || shown.some((u) => l.leads.includes(u) || l.coops.includes(u)),
  );
  const rows = [...Map.groupBy(lines, (l) => l.taskId).values()];
  const title = `${words.yearName(choice.year)}${words.gantt}`;
  const body = html`
${pageHead(visit, title, visit.wall ? '' : unitForm(visit, ledger, choice, unitId))}
<section class="card">
<p class="note">${words.ganttNote}${splitDay(visit.today).year === choice.year ? html` <a href="#now">${words.thisMonth}</a>` : ''}${legend()}</p>
<div class="scroll gantt-scroll"><div class="gantt">
${months(visit, choice.year)}
${rows.slice(0, ROWS).map((times) => row(visit, ledger, times, shown?.length === 1 ? shown[0] : undefined, choice.year))}
</div></div>
${rows.length > ROWS ? html`<p class="note">${words.more(rows.length - ROWS)}</p>` : ''}
${rows.length === 0 ? html`<p class="empty">${words.listEmpty}</p>` : ''}
</section>`;
  return { kind: 'page', title, body };
}

/** Columns 1–12 that one time of a task covers: from its start, or its first month, to its last. Pure. */
export function spanOf(
  item: Pick<PlanItem, 'months' | 'startOn' | 'dueOn'>,
  year: number,
): { from: number; to: number } {
  const first = Math.min(...item.months);
  const last = Math.max(...item.months);
  const scattered = item.months.length > 1 && last - first >= item.months.length;
  const start = item.startOn ? splitDay(item.startOn) : undefined;
  const due = splitDay(item.dueOn);
  // Shown in each quarter's last month: work that goes on all the year.
  const from = scattered ? 1 : first;
  const to = due.year > year ? 12 : due.year === year ? Math.max(last, due.month) : last;
  if (!start || start.year > year) return { from, to };
  return { from: start.year < year ? 1 : Math.min(start.month, to), to };
}

function months(visit: Visit, year: number): Html {
  const today = splitDay(visit.today);
  const isNow = (n: number) => today.year === year && today.month === n;
  return html`<div class="gantt-row gantt-head"><div class="gantt-name">${words.task}</div><div class="gantt-track">${range(
    1,
    12,
  ).map((n) =>
    isNow(n)
      ? html`<span id="now" class="now from-${n} to-${n}">${n}</span>`
      : html`<span class="from-${n} to-${n}">${n}</span>`,
  )}</div></div>`;
}

function row(
  visit: Visit,
  ledger: Ledger,
  times: Line[],
  unitId: string | undefined,
  year: number,
): Html | '' {
  const item = ledger.items.get(times[0]?.occurrenceId ?? '');
  if (!item) return '';
  const href = visit.link(`/tasks/${item.taskId}`);
  const today = splitDay(visit.today);
  return html`<div class="gantt-row"><div class="gantt-name"><a href="${href}">${short(item.content, 60)}</a><small>${short(item.leadUnits.join('、'), 24)}</small></div><div class="gantt-track">${
    today.year === year ? html`<i class="now from-${today.month} to-${today.month}"></i>` : ''
  }${times.map((line) => {
    const own = ledger.items.get(line.occurrenceId) ?? item;
    const { from, to } = spanOf(own, year);
    const status = statusFor(line, unitId);
    const later = status === 'none' && isLater(from, year, today);
    const label = later ? words.later : STATE_WORDS[status];
    return html`<a class="gantt-bar s-${later ? 'later' : status} from-${from} to-${to}" href="${href}" title="${`${label}，${words.due} ${line.dueOn}`}">${label}</a>`;
  })}</div></div>`;
}

/** Nobody is expected to have said anything about a month that has not begun. */
function isLater(month: number, year: number, today: { year: number; month: number }): boolean {
  return year * 12 + month > today.year * 12 + today.month;
}

function legend(): Html {
  return html`<span class="legend">${Object.entries(STATE_WORDS).map(
    ([status, name]) => html`<span class="state s-${status}">${name}</span>`,
  )}</span>`;
}

function unitForm(
  visit: Visit,
  ledger: Ledger,
  choice: Choice,
  unitId: string | undefined,
): Html | '' {
  const { access } = visit;
  const units =
    access.reports === 'all'
      ? [...ledger.units.values()].filter((u) => u.kind === 'unit')
      : access.own.map((u) => ({ id: u.unitId, name: u.unitName }));
  if (units.length < 2) return '';
  return html`<form class="choose" method="get" action="${visit.link('/gantt')}">
${choice.years.length > 1 ? html`<label>${words.year}<select name="period">${choice.years.map((y) => html`<option value="${String(y)}"${y === choice.year ? html` selected` : ''}>${words.yearName(y)}</option>`)}</select></label>` : ''}
<label>${words.unit}<select name="unit"><option value="">${words.allUnits}</option>${units.map(
    (u) =>
      html`<option value="${u.id}"${u.id === unitId ? html` selected` : ''}>${u.name}</option>`,
  )}</select></label><button type="submit">${words.show}</button></form>`;
}
