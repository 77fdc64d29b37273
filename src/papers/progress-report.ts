import { dayOf } from '../calendar/county-time.ts';
import { statusOfAll } from '../progress/task-status.ts';
import type { Ledger } from '../summary/load.ts';
import { leadStatus, type Summary, summarise } from '../summary/summarise.ts';
import { asOfText, percent } from '../summary/wording.ts';
import type { Paper, PaperBlock, PaperTable } from './paper.ts';
import { type Difficulty, reportWords as w } from './wording.ts';

/** 情况报告 of a period: conclusion, units, difficulties, and who has said nothing. `months` 1–12. Pure. */
export function progressReport(
  ledger: Ledger,
  of: { year: number; months: number[]; asOf: Date; timeZone: string; unitIds?: string[] },
): Paper {
  const today = dayOf(of.asOf, of.timeZone);
  const asked = of.unitIds ?? [];
  const asOf = asOfText(of.asOf, of.timeZone);
  const only = asked.length === 1 ? asked[0] : undefined;
  const summary = summarise(ledger.lines, of.months, today, only);
  // The order of the county's own list of units.
  const order = new Map([...ledger.units.keys()].map((id, i) => [id, i]));
  const place = (id: string) => order.get(id) ?? order.size;
  const name = (id: string) => ledger.units.get(id)?.name ?? id;
  const isAsked = (id: string) => asked.length === 0 || asked.includes(id);
  const units = summary.byUnit
    .filter((u) => isAsked(u.unitId))
    .toSorted((a, b) => place(a.unitId) - place(b.unitId));
  const silent = summary.silentUnits
    .filter(isAsked)
    .toSorted((a, b) => place(a) - place(b))
    .map(name);
  const period = `${asked.map(name).join('、')}${w.period(of.year, of.months)}`;
  const hard = difficulties(ledger, name);
  return {
    title: w.title(period),
    body: [
      heading(w.overview),
      paragraph(w.conclusion(asOf, period, summary)),
      ...(summary.total > 0 ? [paragraph(w.states(summary))] : []),
      heading(w.byUnit),
      ...(units.length > 0
        ? [paragraph(w.tableNote(asOf)), unitTable(units, name)]
        : [paragraph(w.noUnits)]),
      heading(w.difficulties),
      ...(hard.length > 0
        ? hard.map((h, i) => paragraph(w.difficulty(i + 1, h)))
        : [paragraph(w.noDifficulties)]),
      heading(w.silent),
      paragraph(w.silentUnits(silent)),
    ],
    date: today,
  };
}

function difficulties(ledger: Ledger, name: (id: string) => string): Difficulty[] {
  return [...Map.groupBy(ledger.lines, (l) => l.taskId).values()].flatMap((times) => {
    const status = statusOfAll(times.map(leadStatus));
    const item = ledger.items.get(times[0]?.occurrenceId ?? '');
    if (!item || (status !== 'blocked' && status !== 'extension')) return [];
    const ids = new Set(times.map((l) => l.occurrenceId));
    const said = ledger.reports
      .filter((r) => ids.has(r.occurrenceId))
      .flatMap(({ status, unitId, note }) =>
        status === 'blocked' || status === 'extension'
          ? [{ unit: name(unitId), status, note: note.trim() }]
          : [],
      );
    return [{ content: item.content, leads: item.leadUnits, said }];
  });
}

const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

function unitTable(units: Summary['byUnit'], name: (id: string) => string): PaperTable {
  const figure = (title: string) => ({ title, weight: 2, align: 'center' as const });
  return {
    kind: 'table',
    columns: [
      { title: w.unit, weight: 5 },
      figure(w.lead),
      figure(w.done),
      figure(w.rate),
      figure(w.overdue),
      figure(w.noReport),
      figure(w.coop),
      figure(w.coopDone),
    ],
    rows: units.map(({ unitId, lead, coop }) => [
      name(unitId),
      String(lead.total),
      String(lead.done),
      percent(lead.rate),
      String(lead.overdue),
      String(lead.noReport),
      String(coop.total),
      String(coop.done),
    ]),
  };
}
