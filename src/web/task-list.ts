import { html } from 'hono/html';
import type { TaskStatus } from '../progress/task-status.ts';
import type { Ledger } from '../summary/load.ts';
import { type Line, leadStatus, partStatus } from '../summary/summarise.ts';
import { asOfText } from '../summary/wording.ts';
import { reportedState, short, stateChip } from './pieces.ts';
import type { Html, Visit } from './visit.ts';
import { words } from './wording.ts';

const ROWS = 300;

/** Where a line stands: for a unit that only cooperates its own part, else what the leads said taken together. */
export function statusFor(line: Line, unitId: string | undefined): TaskStatus {
  return unitId && !line.leads.includes(unitId) ? partStatus(line, unitId) : leadStatus(line);
}

/**
 * Tasks with state, deadline, units and the last words said; each opens. With `unitId` states are that unit's; a reader who
 * does not see all units is shown that unit's words only.
 */
export function taskList(visit: Visit, ledger: Ledger, lines: Line[], unitId?: string): Html {
  if (lines.length === 0) return html`<p class="empty">${words.listEmpty}</p>`;
  const rest = lines.length - ROWS;
  const reportsOf = Map.groupBy(ledger.reports, (r) => r.occurrenceId);
  return html`<ol class="tasks">${lines.slice(0, ROWS).map((line) => {
    const item = ledger.items.get(line.occurrenceId);
    if (!item) return '';
    const said = (reportsOf.get(line.occurrenceId) ?? [])
      .filter((r) => visit.access.reports === 'all' || r.unitId === unitId)
      .sort((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime())[0];
    return html`<li>
<div class="task-line"><a href="${visit.link(`/tasks/${item.taskId}`)}">${short(item.content, 160)}</a>${stateChip(statusFor(line, unitId))}</div>
<p class="facts"><span>${words.due} ${line.dueOn}</span><span>${words.leads} ${item.leadUnits.join('、')}</span>${unitId && !line.leads.includes(unitId) ? html`<span>${words.asCoop}</span>` : ''}</p>
${said ? html`<p class="said">${saidText(visit, ledger, said)}</p>` : ''}
</li>`;
  })}</ol>${rest > 0 ? html`<p class="note">${words.more(rest)}</p>` : ''}`;
}

/** One report as a line: when, who, what. */
function saidText(
  visit: Visit,
  ledger: Pick<Ledger, 'units'>,
  said: Ledger['reports'][number],
): string {
  return [
    asOfText(said.reportedAt, visit.deps.config.APP_TIMEZONE).split(' ')[0] ?? '',
    ` ${ledger.units.get(said.unitId)?.name ?? ''}${said.role === 'coop' ? words.asCoopMark : ''} ${said.reporter}：`,
    reportedState(said),
    said.percent === null ? '' : `，${words.percent(said.percent)}`,
    said.eta ? `，${words.eta(said.eta)}` : '',
    said.promised ? `，${words.etaBefore(said.promised)}` : '',
    said.note ? `。${said.note}` : '',
  ].join('');
}
