import { wallClock } from '../calendar/county-time.ts';
import { STATUS_WORDS } from '../summary/wording.ts';
import type { Ledger } from './ledger-xlsx.ts';
import type { TaskRow } from './task-rows.ts';
import { ledgerWords, saidBy } from './wording.ts';

/** 任务台账: the rows of a period as one sheet; every row says of when it is. */
export function taskLedger(
  rows: TaskRow[],
  of: { period: string; asOf: Date; timeZone: string },
): Ledger {
  const moment = (at: Date) => {
    const { day, time } = wallClock(at, of.timeZone);
    return `${day} ${time}`;
  };
  const w = ledgerWords;
  return {
    sheet: w.sheet(of.period),
    columns: [
      { title: w.month, width: 8 },
      { title: w.seq, width: 8 },
      { title: w.content, width: 60 },
      { title: w.leads, width: 24 },
      { title: w.coops, width: 24 },
      { title: w.due, width: 13 },
      { title: w.status, width: 11 },
      { title: w.percent, width: 12 },
      { title: w.said, width: 40 },
      { title: w.unit, width: 18 },
      { title: w.reporter, width: 12 },
      { title: w.reportedAt, width: 18 },
      { title: w.overdue, width: 10 },
      { title: w.asOf, width: 18 },
      { title: w.files, width: 30 },
    ],
    rows: rows.map((r) => [
      r.month,
      r.seq,
      r.content,
      r.leadUnits.join('、'),
      r.coopUnits.join('、'),
      r.dueOn,
      STATUS_WORDS[r.status],
      r.percent,
      r.last ? r.last.note || STATUS_WORDS[r.last.status] : '',
      r.last ? saidBy(r.last) : '',
      r.last?.reporter ?? '',
      r.last ? moment(r.last.at) : '',
      r.overdue ? w.yes : w.no,
      moment(of.asOf),
      r.files.join('、'),
    ]),
  };
}
