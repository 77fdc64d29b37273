import type { Ledger } from '../summary/load.ts';
import { ownView } from '../summary/own-view.ts';
import { type Line, leadStatus, partStatus, type Summary } from '../summary/summarise.ts';
import { STATUS_WORDS } from '../summary/wording.ts';
import type { Annex, PaperBlock } from './paper.ts';
import { type TaskRow, taskRows } from './task-rows.ts';
import { ledgerWords, annexWords as w, writtenDay } from './wording.ts';

/** Every unit with its tasks as a table: first what it leads, then what it helps with, each with its last report. Pure. */
export function unitAnnex(
  ledger: Ledger,
  units: Summary['byUnit'],
  today: string,
  period: string,
  timeZone: string,
): Annex {
  return {
    title: w.title(period),
    body: units.flatMap(({ unitId, lead, coop }, i): PaperBlock[] => {
      const own = ownView(ledger, [unitId]);
      const shown = new Set(own.lines.map((l) => l.occurrenceId));
      const reports = own.reports.filter((r) => r.unitId === unitId && shown.has(r.occurrenceId));
      const leads = (l: Line) => l.leads.includes(unitId);
      const rowsOf = (role: string, lines: Line[]) =>
        taskRows({ ...own, lines }, today, (l) =>
          leads(l) ? leadStatus(l) : partStatus(l, unitId),
        ).map((r) => rowOf(role, r, timeZone));
      const rows = [
        ...rowsOf(w.lead, own.lines.filter(leads)),
        ...rowsOf(
          w.coop,
          own.lines.filter((l) => !leads(l)),
        ),
      ];
      return [
        { kind: 'heading', level: 1, text: w.unit(i + 1, ledger.units.get(unitId)?.name ?? '') },
        { kind: 'paragraph', text: w.figures(lead, coop, reports.length) },
        {
          kind: 'table',
          compact: true,
          columns: [
            { title: ledgerWords.seq, weight: 1, align: 'center' },
            { title: ledgerWords.content, weight: 6 },
            { title: w.role, weight: 1.4, align: 'center' },
            { title: ledgerWords.due, weight: 2, align: 'center' },
            { title: ledgerWords.status, weight: 1.8, align: 'center' },
            { title: ledgerWords.said, weight: 5 },
          ],
          rows: rows.map((cells, n) => [String(n + 1), ...cells]),
        },
      ];
    }),
  };
}

function rowOf(role: string, row: TaskRow, timeZone: string): string[] {
  const { last } = row;
  return [
    row.content.replace(/\s+/g, ' '),
    role,
    writtenDay(row.dueOn),
    row.overdue ? w.overdue(STATUS_WORDS[row.status]) : STATUS_WORDS[row.status],
    last ? w.said(last.at, timeZone, last.unit, last.note || STATUS_WORDS[last.status]) : w.none,
  ];
}
