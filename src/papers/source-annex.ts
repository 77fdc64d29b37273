import { dayOf } from '../calendar/county-time.ts';
import type { PlanItem } from '../plan/item-queries.ts';
import type { Ledger } from '../summary/load.ts';
import { STATUS_WORDS } from '../summary/wording.ts';
import type { Annex } from './paper.ts';
import { sourceWords as w, writtenDay } from './wording.ts';

/** The number under which papers name a task: month and number of the plan, 3-2. */
export function taskNo(item: Pick<PlanItem, 'month' | 'seq'>): string {
  return `${item.month ?? w.noMonth}-${item.seq}`;
}

/** 数据来源: every task behind the figures, with the reports that hold, by their numbers. Pure. */
export function sourceAnnex(ledger: Ledger, timeZone: string): Annex {
  const reportsOf = Map.groupBy(ledger.reports, (r) => r.occurrenceId);
  const rows = ledger.lines.flatMap((line) => {
    const item = ledger.items.get(line.occurrenceId);
    if (!item) return [];
    const reports = reportsOf.get(line.occurrenceId) ?? [];
    const behind = reports.map((r) =>
      w.report(
        r.id.slice(0, 8),
        ledger.units.get(r.unitId)?.name ?? '',
        writtenDay(dayOf(r.reportedAt, timeZone)),
        STATUS_WORDS[r.status],
      ),
    );
    return [[taskNo(item), item.content.replace(/\s+/g, ' '), behind.join('\n') || w.none]];
  });
  return {
    title: w.title,
    body: [
      { kind: 'paragraph', text: w.head },
      {
        kind: 'table',
        compact: true,
        columns: [
          { title: w.no, weight: 1.3, align: 'center' },
          { title: w.task, weight: 5 },
          { title: w.behind, weight: 6 },
        ],
        rows,
      },
    ],
  };
}
