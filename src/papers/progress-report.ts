import { dayOf } from '../calendar/county-time.ts';
import { statusOfAll } from '../progress/task-status.ts';
import { compareSides } from '../summary/compare.ts';
import type { Ledger } from '../summary/load.ts';
import { leadStatus, type Summary, summarise } from '../summary/summarise.ts';
import { asOfText, percent } from '../summary/wording.ts';
import type { TargetView } from '../targets/view.ts';
import { aimText, standingText } from '../targets/wording.ts';
import type { Previous } from './load-previous.ts';
import type { Paper, PaperBlock, PaperTable } from './paper.ts';
import { sourceAnnex } from './source-annex.ts';
import { taskRows } from './task-rows.ts';
import { unitAnnex } from './unit-annex.ts';
import { type Difficulty, reportWords as w } from './wording.ts';

/** What a report is about; `months` 1–12; without units the whole county. */
export type ReportOf = {
  year: number;
  months: number[];
  unitIds?: string[];
  asOf: Date;
  timeZone: string;
  previous?: Previous;
  /** Numeric targets, each with what it rests on. */
  targets?: TargetView[];
};

/** From a quarter on a report is a pack: months beside each other, and every unit's tasks as an annex. */
const PACK_MONTHS = 3;

/**
 * 情况报告 of a period: conclusion and comparison, units, difficulties, who has said nothing; a year's also what is left
 * over. Beside figures stands on how many reports they rest. Pure.
 */
export function progressReport(ledger: Ledger, of: ReportOf): Paper {
  const today = dayOf(of.asOf, of.timeZone);
  const asOf = asOfText(of.asOf, of.timeZone);
  const asked = of.unitIds ?? [];
  const name = (id: string) => ledger.units.get(id)?.name ?? id;
  const whose = asked.map(name).join('、');
  const summary = summaryOf(ledger, of.months, today, asked);
  const period = `${whose}${w.period(of.year, of.months)}`;
  const isPack = of.months.length >= PACK_MONTHS;
  const isYear = of.months.length === 12;
  const hard = difficulties(ledger, name);
  const reports = reportsOf(ledger);
  return {
    title: isYear ? w.yearTitle(period) : w.title(period),
    body: [
      heading(w.overview),
      paragraph(w.conclusion(asOf, period, summary)),
      ...(summary.total > 0 ? [paragraph(w.states(summary))] : []),
      paragraph(w.basis(reports.length, new Set(reports.map((r) => r.unitId)).size)),
      ...comparison(summary, of, today, whose),
      ...(isPack && summary.byMonth.length > 1
        ? [paragraph(w.monthsNote), monthTable(ledger, summary)]
        : []),
      heading(w.byUnit),
      ...(summary.byUnit.length > 0
        ? [paragraph(w.tableNote(asOf)), unitTable(ledger, summary.byUnit, name)]
        : [paragraph(w.noUnits)]),
      heading(w.difficulties),
      ...(hard.length > 0
        ? hard.map((h, i) => paragraph(w.difficulty(i + 1, h)))
        : [paragraph(w.noDifficulties)]),
      heading(w.silent),
      paragraph(w.silentUnits(summary.silentUnits.map(name))),
      ...targetPart(of.targets ?? []),
      ...(isYear ? yearPart(ledger, today, (of.targets ?? []).length > 0) : []),
    ],
    date: today,
    ...(summary.total > 0
      ? {
          annexes: [
            ...(isPack && summary.byUnit.length > 0
              ? [unitAnnex(ledger, summary.byUnit, today, period, of.timeZone)]
              : []),
            sourceAnnex(ledger, of.timeZone),
          ],
        }
      : {}),
  };
}

/** The figures of these units, or of all, in the order of the county's own list. */
function summaryOf(ledger: Ledger, months: number[], today: string, asked: string[]): Summary {
  const only = asked.length === 1 ? asked[0] : undefined;
  const summary = summarise(ledger.lines, months, today, only);
  const order = new Map([...ledger.units.keys()].map((id, i) => [id, i]));
  const place = (id: string) => order.get(id) ?? order.size;
  const isAsked = (id: string) => asked.length === 0 || asked.includes(id);
  const byUnit = summary.byUnit
    .filter((u) => isAsked(u.unitId))
    .toSorted((a, b) => place(a.unitId) - place(b.unitId));
  const silentUnits = summary.silentUnits.filter(isAsked).toSorted((a, b) => place(a) - place(b));
  return { ...summary, byUnit, silentUnits, units: byUnit.length };
}

/** The reports that hold on the tasks of a ledger. */
function reportsOf(ledger: Ledger) {
  const shown = new Set(ledger.lines.map((l) => l.occurrenceId));
  return ledger.reports.filter((r) => shown.has(r.occurrenceId));
}

function comparison(now: Summary, of: ReportOf, today: string, whose: string): PaperBlock[] {
  if (!of.previous) return [];
  const { year, months, ledger } = of.previous;
  const before = summaryOf(ledger, months, today, of.unitIds ?? []);
  if (before.total === 0) return [];
  const rows = compareSides([
    { name: '', counts: now },
    { name: '', counts: before },
  ]);
  const differs = (figure: 'total' | 'done' | 'rate') =>
    rows.find((r) => r.figure === figure)?.difference ?? null;
  return [
    paragraph(
      w.compared(`${whose}${w.period(year, months)}`, before, reportsOf(ledger).length, {
        total: differs('total'),
        done: differs('done'),
        rate: differs('rate'),
      }),
    ),
  ];
}

function targetPart(targets: TargetView[]): PaperBlock[] {
  if (targets.length === 0) return [];
  return [
    heading(w.targets),
    ...targets.map((t, i) => paragraph(w.target(i + 1, aimText(t.target), standingText(t)))),
  ];
}

/** What the year has brought and what it leaves. */
function yearPart(ledger: Ledger, today: string, withTargets: boolean): PaperBlock[] {
  const done = taskRows(ledger, today).filter((r) => r.status === 'done');
  const [first, second] = withTargets ? ['六', '七'] : ['五', '六'];
  return [
    heading(w.doneHead(first ?? '')),
    ...(done.length === 0
      ? [paragraph(w.nothingDone)]
      : done.map((r, i) =>
          paragraph(w.doneItem(i + 1, r.content, r.leadUnits, r.ledBy?.note ?? '')),
        )),
    heading(w.left(second ?? '')),
    ...leftOver(ledger, today),
  ];
}

/** What a year leaves to the next: everything that is not done. */
function leftOver(ledger: Ledger, today: string): PaperBlock[] {
  const rows = taskRows(ledger, today).filter((r) => r.status !== 'done');
  if (rows.length === 0) return [paragraph(w.nothingLeft)];
  return [
    paragraph(w.leftHead(rows.length)),
    ...rows.map((r, i) => paragraph(w.leftItem(i + 1, r.content, r.leadUnits, r.status))),
  ];
}

function difficulties(ledger: Ledger, name: (id: string) => string): Difficulty[] {
  return [...Map.groupBy(ledger.lines, (l) => l.taskId).values()].flatMap((times) => {
    const status = statusOfAll(times.map(leadStatus));
    const item = ledger.items.get(times[0]?.occurrenceId ?? '');
    if (!item) return [];
    const ids = new Set(times.map((l) => l.occurrenceId));
    const said = ledger.reports
      .filter((r) => ids.has(r.occurrenceId))
      .flatMap(({ status, unitId, note }) =>
        status === 'blocked' || status === 'extension'
          ? [{ unit: name(unitId), status, note: note.trim() }]
          : [],
      );
    // A cooperating unit's difficulty counts as much: the report must not say that there is none.
    const isOpen = status === 'blocked' || status === 'extension';
    return isOpen || (said.length > 0 && status !== 'done')
      ? [{ content: item.content, leads: item.leadUnits, said }]
      : [];
  });
}

const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

const figure = (title: string) => ({ title, weight: 2, align: 'center' as const });

function unitTable(
  ledger: Ledger,
  units: Summary['byUnit'],
  name: (id: string) => string,
): PaperTable {
  const reports = Map.groupBy(reportsOf(ledger), (r) => r.unitId);
  return {
    kind: 'table',
    compact: true,
    columns: [
      { title: w.unit, weight: 5 },
      figure(w.lead),
      figure(w.done),
      figure(w.rate),
      figure(w.overdue),
      figure(w.noReport),
      figure(w.coop),
      figure(w.coopDone),
      figure(w.reports),
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
      String(reports.get(unitId)?.length ?? 0),
    ]),
  };
}

function monthTable(ledger: Ledger, summary: Summary): PaperTable {
  const monthsOf = new Map(ledger.lines.map((l) => [l.occurrenceId, l.months]));
  const reports = reportsOf(ledger);
  return {
    kind: 'table',
    columns: [
      { title: w.month, weight: 3, align: 'center' },
      ...[w.tasks, w.done, w.rate, w.overdue, w.noReport, w.reports].map(figure),
    ],
    rows: summary.byMonth.map((m) => [
      w.monthName(m.month),
      String(m.total),
      String(m.done),
      percent(m.rate),
      String(m.overdue),
      String(m.noReport),
      String(reports.filter((r) => monthsOf.get(r.occurrenceId)?.includes(m.month)).length),
    ]),
  };
}
