import { html } from 'hono/html';
import { type Figures, type Ledger, loadBehind, loadFigures } from '../summary/load.ts';
import { leadStatus, type Summary, strugglingHelpers, summarise } from '../summary/summarise.ts';
import { percent, words as summaryWords } from '../summary/wording.ts';
import { reasonBehind } from '../summary/words-behind.ts';
import { monthChart, unitChart, WALL_UNITS } from './charts.ts';
import { type Choice, chosenPeriod, periodForm } from './period-choice.ts';
import { bar, chart, figures, pageHead, section, short } from './pieces.ts';
import type { Answer, Html, Visit } from './visit.ts';
import { STATE_WORDS, words } from './wording.ts';

/** Matters that wait for a leader's word and stand on the first page. */
const DECISIONS = 3;

/** The first page: for leaders and the office the county, for others what is theirs. */
export async function overviewPage(visit: Visit): Promise<Answer> {
  const { access, link } = visit;
  if (access.reports === 'own') return ownUnits(visit);
  if (access.reports === 'none')
    return access.undelivered === 'none'
      ? { kind: 'refused' }
      : { kind: 'moved', to: link('/undelivered') };
  const choice = await chosenPeriod(visit);
  if (!choice) {
    const body = html`${pageHead(visit, words.overview)}<p class="card empty">${words.noPlan}</p>`;
    return { kind: 'page', title: words.overview, body };
  }
  const ledger = await loadFigures(visit.deps.db, choice.year, choice.months);
  const summary = inPlanOrder(summarise(ledger.lines, choice.months, visit.today), ledger);
  const open = ledger.lines.filter(
    (l) => ['blocked', 'extension'].includes(leadStatus(l)) || strugglingHelpers(l).length > 0,
  );
  const behind = visit.wall ? undefined : await loadBehind(visit.deps.db, open.slice(0, DECISIONS));
  const title = summaryWords.title(choice.name);
  const parts = { visit, choice, ledger, summary };
  return {
    kind: 'page',
    title,
    charts: true,
    body: html`
${pageHead(visit, title, visit.wall ? '' : periodForm(visit, '/', choice))}
<section class="lead">
<p class="conclusion">${summaryWords.conclusion(choice.name, summary)}</p>
${countyFigures(parts)}
<p class="note">${summaryWords.silent(summary.silentUnits.length, summary.units)}</p>
${silentUnits(parts)}
</section>
${behind ? attention(visit, behind) : ''}
<div class="charts">
${byMonth(parts)}
${byUnit(parts)}
</div>`,
  };
}

type Parts = { visit: Visit; choice: Choice; ledger: Figures; summary: Summary };

function inPlanOrder(summary: Summary, ledger: Figures): Summary {
  const order = new Map([...ledger.units.keys()].map((id, i) => [id, i]));
  const place = (id: string) => order.get(id) ?? order.size;
  return {
    ...summary,
    byUnit: summary.byUnit.toSorted((a, b) => place(a.unitId) - place(b.unitId)),
    silentUnits: summary.silentUnits.toSorted((a, b) => place(a) - place(b)),
  };
}

function countyFigures({ visit, choice, summary }: Parts): Html {
  const list = (status?: string) => visit.link('/tasks', { period: choice.value, status });
  return figures([
    { value: String(summary.total), label: words.total, href: list() },
    {
      value: String(summary.done),
      more: percent(summary.rate),
      label: words.done,
      href: list('done'),
    },
    // Everybody who passes sees the wall.
    visit.wall
      ? { value: String(summary.noReport), label: words.awaited }
      : { value: String(summary.overdue), label: words.overdue, href: list('overdue') },
  ]);
}

function silentUnits({ visit, choice, ledger, summary }: Parts): Html | '' {
  if (visit.wall || summary.silentUnits.length === 0) return '';
  return html`<details class="silent"><summary>${words.silentUnits}</summary><p>${summary.silentUnits.map(
    (id) =>
      html`<a href="${visit.link(`/units/${id}`, { period: choice.value })}">${ledger.units.get(id)?.name ?? id}</a> `,
  )}</p></details>`;
}

function attention(visit: Visit, ledger: Ledger): Html | '' {
  if (ledger.lines.length === 0) return '';
  return section(
    words.needsDecision,
    html`<ul class="attention">${ledger.lines.map((line) => {
      const item = ledger.items.get(line.occurrenceId);
      const [helper] = strugglingHelpers(line);
      const note = reasonBehind(line, ledger.reports);
      const state = helper ? 'blocked' : leadStatus(line);
      return html`<li><span class="state s-${state}">${STATE_WORDS[state]}${helper ? words.asCoopMark : ''}</span>
<a href="${visit.link(`/tasks/${line.taskId}`)}">${short(item?.content ?? '', 90)}</a>${note ? html`<small>${note}</small>` : ''}</li>`;
    })}</ul><p class="note"><a href="${visit.link('/problems')}">${words.allProblems}</a></p>`,
  );
}

function byUnit({ visit, choice, ledger, summary }: Parts): Html {
  const rows = summary.byUnit
    .filter((u) => u.lead.total + u.coop.total > 0)
    .map((u) => ({
      ...u,
      name: ledger.units.get(u.unitId)?.name ?? u.unitId,
      href: visit.link(`/units/${u.unitId}`, { period: choice.value }),
    }));
  const leading = rows.filter((r) => r.lead.total > 0);
  const table = html`<div class="scroll"><table>
<thead><tr><th>${words.unit}</th><th>${words.leadDone}</th><th>${words.coopDone}</th></tr></thead>
<tbody>${rows.map(
    (r) =>
      html`<tr><th scope="row"><a href="${r.href}">${r.name}</a></th><td>${r.lead.total > 0 ? bar(r.lead.done, r.lead.total) : '—'}</td><td class="count">${r.coop.total > 0 ? `${r.coop.done}/${r.coop.total}` : '—'}</td></tr>`,
  )}</tbody></table></div>`;
  const spec = unitChart(
    leading.map((r) => ({ name: r.name, href: r.href, counts: r.lead })),
    visit.wall ? 'wall' : 'page',
  );
  return section(
    words.byUnit,
    html`<div class="split">${chart(spec, words.chart(words.byUnit), leading.length)}${table}</div>`,
    visit.wall
      ? leading.length > WALL_UNITS
        ? words.wallUnits(WALL_UNITS)
        : ''
      : words.byUnitNote,
  );
}

function byMonth({ visit, choice, summary }: Parts): Html {
  const hrefOf = (month: number) =>
    visit.link('/tasks', { period: `${choice.year}-${String(month).padStart(2, '0')}` });
  const table = html`<div class="scroll"><table>
<thead><tr><th>${words.monthHead}</th><th>${words.done}</th><th>${words.rate}</th></tr></thead>
<tbody>${summary.byMonth.map(
    (m) =>
      html`<tr><th scope="row"><a href="${hrefOf(m.month)}">${words.month(m.month)}</a></th><td>${bar(m.done, m.total)}</td><td class="count">${percent(m.rate)}</td></tr>`,
  )}</tbody></table></div>`;
  const spec = monthChart(summary.byMonth, hrefOf, visit.wall ? 'wall' : 'page');
  return section(
    words.byMonth,
    html`<div class="split">${summary.byMonth.length > 1 ? chart(spec, words.chart(words.byMonth), 9) : ''}${table}</div>`,
  );
}

async function ownUnits(visit: Visit): Promise<Answer> {
  const [first, ...others] = visit.access.own;
  if (first && others.length === 0)
    return { kind: 'moved', to: visit.link(`/units/${first.unitId}`) };
  const body = html`${pageHead(visit, words.overview)}<ul class="card links">${visit.access.own.map(
    (u) => html`<li><a href="${visit.link(`/units/${u.unitId}`)}">${u.unitName}</a></li>`,
  )}</ul>`;
  return { kind: 'page', title: words.overview, body };
}
