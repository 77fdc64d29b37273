import { html } from 'hono/html';
import { findItems } from '../plan/item-queries.ts';
import { listOpenProblems } from '../problems/queries.ts';
import { ledgerOf, loadLedger } from '../summary/load.ts';
import { summarise, tasksIn } from '../summary/summarise.ts';
import { percent, words as summaryWords } from '../summary/wording.ts';
import { listContacts } from '../units/people-queries.ts';
import { findUnits } from '../units/queries.ts';
import { seesUnit } from './access.ts';
import { chosenPeriod, periodForm } from './period-choice.ts';
import { figures, pageHead, section } from './pieces.ts';
import { problem } from './problems.ts';
import { taskList } from './task-list.ts';
import type { Answer, Visit } from './visit.ts';
import { DUTY_WORDS, words } from './wording.ts';

/** One unit: its figures, its tasks, who speaks for it. */
export async function unitPage(visit: Visit, unitId: string): Promise<Answer> {
  if (!seesUnit(visit.access, unitId)) return { kind: 'refused' };
  const { db } = visit.deps;
  const [unit] = await findUnits(db, [unitId]);
  if (!unit) return { kind: 'missing' };
  const choice = await chosenPeriod(visit);
  if (!choice)
    return {
      kind: 'page',
      title: unit.name,
      body: html`${pageHead(visit, unit.name)}<p class="card empty">${words.noPlan}</p>`,
    };
  const ledger = await loadLedger(db, choice.year, choice.months);
  const lines = ledger.lines.filter((l) => l.leads.includes(unitId) || l.coops.includes(unitId));
  const summary = summarise(lines, choice.months, visit.today, unitId);
  const coop = summary.byUnit[0]?.coop;
  const contacts = await listContacts(db, [unitId]);
  const problems = await listOpenProblems(db, [unitId]);
  const behind = await ledgerOf(
    db,
    await findItems(
      db,
      problems.flatMap((p) => p.occurrenceId ?? []),
    ),
  );
  const title = summaryWords.unitTitle(unit.name, choice.name);
  const path = `/units/${unitId}`;
  const gantt = visit.link('/gantt', { unit: unitId });
  return {
    kind: 'page',
    title,
    body: html`
${pageHead(visit, title, periodForm(visit, path, choice))}
<section class="lead">
<p class="conclusion">${summaryWords.conclusion(choice.name, summary)}</p>
${figures([
  { value: String(summary.total), label: words.leadTotal },
  { value: String(summary.done), more: percent(summary.rate), label: words.done },
  { value: String(summary.noReport), label: words.awaited },
])}
${coop && coop.total > 0 ? html`<p class="note">${words.coopFigure(coop.done, coop.total)}</p>` : ''}
<p class="note"><a href="${gantt}">${words.gantt}</a></p>
</section>
${problems.length > 0 ? section(words.problemList, html`<ol class="tasks">${problems.map((p) => problem(visit, behind, p))}</ol>`) : ''}
${section(words.unitTasks, html`<p class="note">${words.listHead(tasksIn(lines), lines.length)}</p>${taskList(visit, ledger, lines, unitId)}`)}
${section(
  words.contacts,
  contacts.length === 0
    ? html`<p class="empty">${words.noContacts}</p>`
    : html`<ul class="people">${contacts.map((p) => html`<li>${p.name}<small>${DUTY_WORDS[p.duty]}</small></li>`)}</ul>`,
)}`,
  };
}
