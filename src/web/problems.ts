import { html } from 'hono/html';
import { dayOf } from '../calendar/county-time.ts';
import { range } from '../calendar/period.ts';
import { listOpenMatters, type MatterRow } from '../matters/queries.ts';
import { KIND_WORDS } from '../matters/wording.ts';
import { findItems } from '../plan/item-queries.ts';
import { listOpenProblems, type NamedProblem } from '../problems/queries.ts';
import { type Ledger, ledgerOf, loadLedger } from '../summary/load.ts';
import { type Unlisted, unlisted } from '../summary/unlisted.ts';
import { seesUnit } from './access.ts';
import { chosenPeriod } from './period-choice.ts';
import { pageHead, section, short } from './pieces.ts';
import type { Answer, Html, Visit } from './visit.ts';
import { STATE_WORDS, words } from './wording.ts';

/**
 * What may need a decision: problems not yet struck off, what units have put to the office, and difficulties that were
 * reported without being on the list. Each in its own order, never by unit.
 */
export async function problemsPage(visit: Visit): Promise<Answer> {
  const { db } = visit.deps;
  const choice = await chosenPeriod(visit);
  const [listed, waiting] = await Promise.all([listOpenProblems(db), listOpenMatters(db)]);
  const year = choice && (await loadLedger(db, choice.year, range(1, 12)));
  const others = year ? unlisted(year, listed) : [];
  const behind = await ledgerOf(
    db,
    await findItems(
      db,
      [...listed, ...waiting].flatMap((x) => x.occurrenceId ?? []),
    ),
  );
  const total = listed.length + waiting.length + others.length;
  const list = (title: string, rows: Html[], note = '') =>
    rows.length === 0 ? '' : section(title, html`<ol class="tasks">${rows}</ol>`, note);
  const body = html`
${pageHead(visit, words.problems)}
<p class="conclusion">${total === 0 ? words.problemsNone : words.problemsHead(listed.length, waiting.length, others.length)}</p>
${list(
  words.waiting,
  waiting.map((m) => matter(visit, behind, m)),
  words.waitingHow,
)}
${list(
  words.problemList,
  listed.map((p) => problem(visit, behind, p)),
)}
${list(words.otherBlocked, year ? others.map((o) => difficulty(visit, year, o)) : [])}`;
  return { kind: 'page', title: words.problems, body };
}

/** One problem of the list; on a unit's own page too. */
export function problem(visit: Visit, ledger: Ledger, p: NamedProblem): Html {
  return entry(visit, ledger, p.occurrenceId, {
    head: html`<span class="number">${words.problemNo(p.no)}</span>${p.content}`,
    unit: { id: p.unitId, name: p.unitName },
    facts: [words.since(dayOf(p.raisedAt, visit.deps.config.APP_TIMEZONE))],
    due: p.dueOn,
  });
}

function matter(visit: Visit, ledger: Ledger, m: MatterRow): Html {
  return entry(visit, ledger, m.occurrenceId, {
    head: html`<span class="state s-extension">${KIND_WORDS[m.kind]}</span>`,
    unit: { id: m.unitId, name: ledger.units.get(m.unitId)?.name ?? '' },
    facts: [
      m.role === 'lead' ? words.lead : words.coop,
      words.since(dayOf(m.raisedAt, visit.deps.config.APP_TIMEZONE)),
      ...(m.askedOn ? [words.askedOn(m.askedOn)] : []),
    ],
    due: ledger.items.get(m.occurrenceId)?.dueOn ?? null,
    said: m.reason,
  });
}

function difficulty(visit: Visit, ledger: Ledger, { line, report }: Unlisted): Html {
  return entry(visit, ledger, line.occurrenceId, {
    head: html`<span class="state s-blocked">${STATE_WORDS.blocked}</span>`,
    unit: { id: report.unitId, name: ledger.units.get(report.unitId)?.name ?? '' },
    facts: [
      report.role === 'lead' ? words.lead : words.coop,
      words.since(dayOf(report.reportedAt, visit.deps.config.APP_TIMEZONE)),
      ...(report.eta ? [words.eta(report.eta)] : []),
      ...(report.promised ? [words.etaBefore(report.promised)] : []),
    ],
    due: line.dueOn,
    said: report.note,
  });
}

function entry(
  visit: Visit,
  ledger: Ledger,
  occurrenceId: string | null,
  of: {
    head: Html;
    unit: { id: string; name: string };
    facts: string[];
    due: string | null;
    said?: string;
  },
): Html {
  const item = occurrenceId ? ledger.items.get(occurrenceId) : undefined;
  const line = ledger.lines.find((l) => l.occurrenceId === occurrenceId);
  const opens = line && [...line.leads, ...line.coops].some((u) => seesUnit(visit.access, u));
  const content = short(item?.content ?? '', 160);
  return html`<li>
<p>${of.head}</p>
${item ? html`<p>${opens ? html`<a href="${visit.link(`/tasks/${item.taskId}`)}">${content}</a>` : content}</p>` : ''}
<p class="facts">${seesUnit(visit.access, of.unit.id) ? html`<a href="${visit.link(`/units/${of.unit.id}`)}">${of.unit.name}</a>` : html`<span>${of.unit.name}</span>`}${of.facts.map((f) => html`<span>${f}</span>`)}${of.due ? html`<span>${words.due} ${of.due}</span>` : ''}</p>
${of.said ? html`<p class="said">${of.said}</p>` : ''}
</li>`;
}
