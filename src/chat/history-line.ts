import { wallClock } from '../calendar/county-time.ts';
import type { NamedReport } from '../progress/queries.ts';
import { words as progressWords, stateWords } from '../progress/wording.ts';
import type { Figures } from '../summary/load.ts';
import { words } from '../summary/wording.ts';

/** A report in one line: day, unit, person, state, words, and what became of it. */
export function historyLine(
  report: NamedReport,
  { units }: Pick<Figures, 'units'>,
  timeZone: string,
): string {
  const { day } = wallClock(report.reportedAt, timeZone);
  const line = words.historyLine(
    day,
    `${units.get(report.unitId)?.name ?? ''}${report.role === 'coop' ? words.asCoop : ''}`,
    report.reporter,
    stateWords(report),
    report.note,
  );
  const after = [
    ...(report.decision ? [words.decision(report.status, report.decision)] : []),
    ...(report.via === 'office' ? [words.proxy(report.source)] : []),
    ...(report.files ? [progressWords.files(report.files)] : []),
    ...(report.withdrawnAt ? [words.withdrawn] : []),
  ];
  return `${line}${after.join('')}`;
}
