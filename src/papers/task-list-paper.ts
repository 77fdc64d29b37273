import { dayOf } from '../calendar/county-time.ts';
import { STATUS_WORDS } from '../summary/wording.ts';
import type { Paper } from './paper.ts';
import type { TaskRow } from './task-rows.ts';
import { ledgerWords, saidBy, listWords as w } from './wording.ts';

/** 任务清单 as a document: one row a task, with what was said last. Pure. */
export function taskListPaper(
  rows: TaskRow[],
  of: { period: string; asOf: Date; timeZone: string },
): Paper {
  return {
    title: w.title(of.period),
    body: [
      { kind: 'paragraph', text: w.head(of.asOf, of.timeZone, rows.length) },
      {
        kind: 'table',
        columns: [
          { title: ledgerWords.seq, weight: 1, align: 'center' },
          { title: ledgerWords.content, weight: 6 },
          { title: ledgerWords.leads, weight: 3 },
          { title: ledgerWords.due, weight: 2, align: 'center' },
          { title: ledgerWords.status, weight: 2, align: 'center' },
          { title: ledgerWords.said, weight: 4 },
        ],
        rows: rows.map((r, i) => [
          String(i + 1),
          r.content.replace(/\s+/g, ' '),
          r.leadUnits.join('、'),
          r.dueOn,
          STATUS_WORDS[r.status],
          r.last ? w.said(saidBy(r.last), r.last.note || STATUS_WORDS[r.last.status]) : '',
        ]),
      },
    ],
    date: dayOf(of.asOf, of.timeZone),
  };
}
