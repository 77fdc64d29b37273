import { dayOf } from '../calendar/county-time.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import type { Ledger } from '../summary/load.ts';
import type { Line } from '../summary/summarise.ts';
import { ledgerCsv } from './ledger-csv.ts';
import { ledgerXlsx } from './ledger-xlsx.ts';
import type { Previous } from './load-previous.ts';
import { officialDocx } from './official-docx.ts';
import { progressReport } from './progress-report.ts';
import { taskLedger } from './task-ledger.ts';
import { taskListPaper } from './task-list-paper.ts';
import { taskRows } from './task-rows.ts';
import { ledgerWords, reportWords } from './wording.ts';

export type PaperFile = { name: string; bytes: Uint8Array };

/** What a file is about; `months` 1–12. */
export type FileOf = {
  format: 'xlsx' | 'csv' | 'docx';
  year: number;
  months: number[];
  /** Empty: all units. */
  unitIds: string[];
  /** Where a line stands for who asks: by the leads' word, or a unit's own part. */
  statusOf: (line: Line) => TaskStatus;
  /** All tasks of the period rather than some of them. */
  isWhole: boolean;
  /** For a report: what it is held against. */
  previous?: Previous;
  asOf: Date;
  timeZone: string;
};

/** The file with these lines: a ledger, or as Word a 情况报告 (of some tasks their list). Undefined without any task. */
export async function paperFile(ledger: Ledger, of: FileOf): Promise<PaperFile | undefined> {
  const rows = taskRows(ledger, dayOf(of.asOf, of.timeZone), of.statusOf);
  if (rows.length === 0) return undefined;
  const units = of.unitIds.map((id) => ledger.units.get(id)?.name ?? id).join('、');
  const period = `${units}${reportWords.period(of.year, of.months)}`;
  if (of.format === 'docx') {
    const paper = of.isWhole ? progressReport(ledger, of) : taskListPaper(rows, { ...of, period });
    return {
      name: fileName(paper.title.replaceAll('\n', ''), 'docx'),
      bytes: await officialDocx(paper),
    };
  }
  const sheet = taskLedger(rows, { ...of, period });
  const bytes = of.format === 'csv' ? ledgerCsv(sheet) : await ledgerXlsx(sheet);
  return { name: fileName(ledgerWords.sheet(period), of.format), bytes };
}

/** Short enough for every client, without what file systems refuse. */
function fileName(title: string, suffix: string): string {
  const clean = title.replace(/[\\/:*?"<>|\s]/g, '');
  return `${[...clean].slice(0, 60).join('')}.${suffix}`;
}
