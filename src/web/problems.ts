import { html } from 'hono/html';
import { wallClock } from '../calendar/county-time.ts';
import { range } from '../calendar/period.ts';
import { type Ledger, loadLedger } from '../summary/load.ts';
import { chosenPeriod } from './period-choice.ts';
import { pageHead, short } from './pieces.ts';
import type { Answer, Html, Visit } from './visit.ts';
import { STATE_WORDS, words } from './wording.ts';

/** Difficulties and extension requests that stand now, in the plan's order: what may need a decision. */
export async function problemsPage(visit: Visit): Promise<Answer> {
  const choice = await chosenPeriod(visit);
  if (!choice) return { kind: 'moved', to: visit.link('/') };
  const ledger = await loadLedger(visit.deps.db, choice.year, range(1, 12));
  const reportsOf = Map.groupBy(ledger.reports, (r) => r.occurrenceId);
  const open = ledger.lines.flatMap((line) =>
    (reportsOf.get(line.occurrenceId) ?? [])
      .filter((r) => r.status === 'blocked' || r.status === 'extension')
      .map((report) => ({ line, report })),
  );
  const blocked = open.filter((o) => o.report.status === 'blocked').length;
  const body = html`
${pageHead(visit, words.problems)}
<p class="conclusion">${open.length === 0 ? words.problemsNone : words.problemsHead(blocked, open.length - blocked)}</p>
${open.length === 0 ? '' : html`<section class="card"><ol class="tasks">${open.map((o) => problem(visit, ledger, o))}</ol></section>`}`;
  return { kind: 'page', title: words.problems, body };
}

function problem(
  visit: Visit,
  ledger: Ledger,
  { line, report }: { line: Ledger['lines'][number]; report: Ledger['reports'][number] },
): Html {
  const { day } = wallClock(report.reportedAt, visit.deps.config.APP_TIMEZONE);
  return html`<li>
<div class="task-line"><a href="${visit.link(`/tasks/${line.taskId}`)}">${short(ledger.items.get(line.occurrenceId)?.content ?? '', 160)}</a><span class="state s-${report.status}">${STATE_WORDS[report.status]}</span></div>
<p class="facts"><a href="${visit.link(`/units/${report.unitId}`)}">${ledger.units.get(report.unitId)?.name ?? ''}</a><span>${report.role === 'lead' ? words.lead : words.coop}</span><span>${words.since(day)}</span><span>${words.due} ${line.dueOn}</span>${report.eta ? html`<span>${words.eta(report.eta)}</span>` : ''}</p>
${report.note ? html`<p class="said">${report.note}</p>` : ''}
</li>`;
}
