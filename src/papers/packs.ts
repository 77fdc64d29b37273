import type { Db } from '../db/db.ts';
import { listPublishedPlans, listTasks } from '../plan/queries.ts';
import { dispatchPaper } from './dispatch-paper.ts';
import { words as dispatchWords } from './dispatch-wording.ts';
import { loadPack, type Pack } from './load-pack.ts';
import { loadPrevious } from './load-previous.ts';
import { nextPlanPaper } from './next-plan.ts';
import { officialDocx } from './official-docx.ts';
import type { Paper } from './paper.ts';
import type { PaperFile } from './paper-file.ts';
import { progressReport } from './progress-report.ts';
import { nextPlanWords, reportWords } from './wording.ts';

/** Papers about all of the county: 情况报告 or 总结, 调度材料, next year's plan. */
export const PACK_KINDS = ['report', 'dispatch', 'next-plan'] as const;
export type PackKind = (typeof PACK_KINDS)[number];

export type PackOf = { year: number; months: number[]; asOf: Date; timeZone: string };

/** One of these papers as a file, with the figures it was made from. */
export async function packFile(
  db: Db,
  kind: PackKind,
  of: PackOf,
): Promise<PaperFile & { pack: Pack }> {
  const pack = await loadPack(db, of);
  const paper = await paperOf(db, kind, pack);
  const bytes = await officialDocx(paper);
  return { name: `${nameOf(kind, of)}.docx`, bytes, pack };
}

/** The months a paper is about: next year's plan rests on the whole of this one. */
export function monthsOfPack(kind: PackKind, months: number[]): number[] {
  return kind === 'next-plan' ? Array.from({ length: 12 }, (_, i) => i + 1) : months;
}

async function paperOf(db: Db, kind: PackKind, pack: Pack): Promise<Paper> {
  switch (kind) {
    case 'dispatch':
      return dispatchPaper(pack);
    case 'next-plan': {
      const plans = (await listPublishedPlans(db)).filter((p) => p.year === pack.year);
      const tasks = [];
      for (const plan of plans) tasks.push(...(await listTasks(db, plan.id)));
      return nextPlanPaper(pack, tasks);
    }
    case 'report': {
      const previous = await loadPrevious(db, pack.year, pack.months);
      return progressReport(pack.ledger, { ...pack, ...(previous ? { previous } : {}) });
    }
  }
}

function nameOf(kind: PackKind, { year, months }: PackOf): string {
  const period = reportWords.period(year, months);
  if (kind === 'dispatch') return dispatchWords.fileName(period);
  const title =
    kind === 'next-plan'
      ? nextPlanWords.title(year + 1)
      : months.length === 12
        ? reportWords.yearTitle(period)
        : reportWords.title(period);
  return title.replaceAll('\n', '');
}
