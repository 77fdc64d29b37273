import { html } from 'hono/html';
import { listMattersOf, type NamedMatter } from '../matters/history-queries.ts';
import { KIND_WORDS } from '../matters/wording.ts';
import { findItems } from '../plan/item-queries.ts';
import { findPlan, listOccurrences } from '../plan/queries.ts';
import { listHistory, type NamedReport } from '../progress/queries.ts';
import { type Ledger, ledgerOf } from '../summary/load.ts';
import { type Line, partStatus } from '../summary/summarise.ts';
import { asOfText } from '../summary/wording.ts';
import { ownUnit } from './access.ts';
import { pageHead, reportedState, section, stateChip } from './pieces.ts';
import { taskChanges } from './task-changes.ts';
import { statusFor } from './task-list.ts';
import type { Answer, Html, Visit } from './visit.ts';
import { words } from './wording.ts';

/**
 * One task with everything ever reported on it, withdrawn words included. Somebody who sees only their own unit reads that
 * unit's reports, and a member, who is not its liaison, only the one that holds (domain.md section 6).
 */
export async function taskPage(visit: Visit, taskId: string): Promise<Answer> {
  const { db } = visit.deps;
  const times = await listOccurrences(db, taskId);
  const ids = times.map((t) => t.id);
  const items = await findItems(db, ids);
  const [item] = items;
  const plan = item ? await findPlan(db, item.planId) : undefined;
  if (!item || !plan?.publishedAt) return { kind: 'missing' };
  const ledger = await ledgerOf(db, items);
  const units = [...new Set(ledger.lines.flatMap((l) => [...l.leads, ...l.coops]))];
  const readable = units.filter((u) => visit.access.reports === 'all' || ownUnit(visit.access, u));
  if (readable.length === 0) return { kind: 'refused' };
  const histories = await Promise.all(ledger.lines.map((l) => listHistory(db, l.occurrenceId)));
  const matters = (await listMattersOf(db, ids)).filter((m) => mayReadMatter(visit, m));
  const parts = ledger.lines.map((line, i) =>
    timeSection(visit, ledger, line, {
      no: ledger.lines.length > 1 ? i + 1 : undefined,
      readable,
      reports: (histories[i] ?? []).filter((r) => mayRead(visit, r, line, ledger)),
      matters: matters.filter((m) => m.occurrenceId === line.occurrenceId),
    }),
  );
  const fact = (label: string, value: string) =>
    value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : '';
  const body = html`
${pageHead(visit, words.task)}
<section class="lead task">
<p class="conclusion">${item.content}</p>
<dl class="facts-list">
${fact(words.plan, plan.title)}
${fact(words.planMonth, item.month === null ? '' : words.month(item.month))}
${fact(words.leads, item.leadUnits.join('、'))}
${fact(words.coops, item.coopUnits.join('、'))}
${item.state === 'active' ? '' : fact(words.stateNow, words.taskState[item.state])}
</dl>
${historyNote(visit, readable)}
</section>
${parts}
${await taskChanges(visit, { id: taskId, planId: item.planId })}`;
  return { kind: 'page', title: words.task, body };
}

function mayRead(visit: Visit, report: NamedReport, line: Line, ledger: Ledger): boolean {
  if (visit.access.reports === 'all') return true;
  const own = ownUnit(visit.access, report.unitId);
  if (!own) return false;
  if (own.history) return true;
  return ledger.reports.some((r) => r.id === report.id && r.occurrenceId === line.occurrenceId);
}

/** What a unit has put to the office concerns that unit and who answers it. */
function mayReadMatter(visit: Visit, matter: NamedMatter): boolean {
  if (visit.access.reports === 'all') return true;
  const own = ownUnit(visit.access, matter.unitId);
  return own !== undefined && (own.history || matter.state === 'open');
}

function historyNote(visit: Visit, readable: string[]): Html | '' {
  if (visit.access.reports === 'all') return '';
  const all = readable.every((u) => ownUnit(visit.access, u)?.history);
  return html`<p class="note">${words.ownHistory}${all ? '' : words.historyByLiaison}</p>`;
}

/** One time the task falls due. */
function timeSection(
  visit: Visit,
  ledger: Ledger,
  line: Line,
  shown: {
    no: number | undefined;
    readable: string[];
    reports: NamedReport[];
    matters: NamedMatter[];
  },
): Html {
  const { access } = visit;
  const mine = access.reports === 'all' ? undefined : shown.readable[0];
  const months = line.months.map(words.month).join('、');
  const heading = shown.no ? `${words.recurring(shown.no)}（${months}）` : months;
  const units = [...line.leads, ...line.coops].filter((u) => shown.readable.includes(u));
  const history = [
    ...shown.reports.map((r) => ({ at: r.reportedAt, shown: reportLine(visit, ledger, r) })),
    ...shown.matters.map((m) => ({ at: m.raisedAt, shown: matterLine(visit, ledger, m) })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return section(
    heading,
    html`
<p class="task-line"><span>${words.due} ${line.dueOn}</span>${stateChip(statusFor(line, mine))}</p>
<h3>${words.parts}</h3>
<ul class="unit-parts">${units.map(
      (u) =>
        html`<li>${access.reports === 'all' || ownUnit(access, u) ? html`<a href="${visit.link(`/units/${u}`)}">${ledger.units.get(u)?.name ?? u}</a>` : ''}<small>${line.leads.includes(u) ? words.lead : words.coop}</small>${stateChip(partStatus(line, u))}</li>`,
    )}</ul>
<h3>${words.history}</h3>
${
  history.length === 0
    ? html`<p class="empty">${words.noReportYet}</p>`
    : html`<ol class="history">${history.map((h) => h.shown)}</ol>`
}`,
  );
}

function reportLine(visit: Visit, ledger: Ledger, report: NamedReport): Html {
  const more = [
    report.percent === null ? '' : words.percent(report.percent),
    report.eta ? words.eta(report.eta) : '',
  ].filter(Boolean);
  return html`<li${report.withdrawnAt ? html` class="withdrawn"` : ''}>
<p class="facts"><time>${asOfText(report.reportedAt, visit.deps.config.APP_TIMEZONE)}</time><span>${ledger.units.get(report.unitId)?.name ?? ''} ${report.reporter}</span><span>${words.via[report.via]}</span></p>
<p><span class="state s-${report.status}">${reportedState(report)}</span> ${more.join('，')}${report.withdrawnAt ? html` <em>${words.withdrawn}</em>` : ''}</p>
${report.note ? html`<p class="words">${report.note}</p>` : ''}
${report.files ? html`<p class="words">${words.files}${report.files.map((f) => html` <a href="${visit.link(`/evidence/${f.id}`)}">${f.name}</a>`)}</p>` : ''}
</li>`;
}

function matterLine(visit: Visit, ledger: Ledger, m: NamedMatter): Html {
  const more = [
    words.matterState[m.state],
    m.askedOn ? words.askedOn(m.askedOn) : '',
    m.grantedOn ? words.grantedOn(m.grantedOn) : '',
  ].filter(Boolean);
  return html`<li>
<p class="facts"><time>${asOfText(m.raisedAt, visit.deps.config.APP_TIMEZONE)}</time><span>${ledger.units.get(m.unitId)?.name ?? ''} ${m.raiser}</span></p>
<p><span class="state s-extension">${KIND_WORDS[m.kind]}</span> ${more.join('，')}</p>
${m.reason ? html`<p class="words">${m.reason}</p>` : ''}
${m.answer ? html`<p class="words">${words.answered(m.answer)}</p>` : ''}
</li>`;
}
