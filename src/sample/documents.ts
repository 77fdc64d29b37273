import exceljs from 'exceljs';
import { officialDocx } from '../papers/official-docx.ts';
import { paperText } from '../papers/paper-text.ts';
import { revisedPlan, specialPlan } from './other-plans.ts';
import { samplePlan } from './plan.ts';
import { PLAN_COLUMNS, planPaper, planRows } from './plan-paper.ts';
import { type SamplePolicy, samplePolicies } from './policies.ts';

/** A document that people can download in the chat page and send to the bot. */
export type SampleDocument = { name: string; about: string; bytes: () => Promise<Uint8Array> };

/** All documents of the sample county for a year. */
export function samples(year: number): SampleDocument[] {
  const { title } = samplePlan(year);
  const special = specialPlan(year);
  return [
    {
      name: `${title}.docx`,
      about: '年度计划（Word，已导入，再发一次不会改动）',
      bytes: () => planDocx(year),
    },
    { name: `${title}.xlsx`, about: '年度计划（Excel，内容相同）', bytes: () => planXlsx(year) },
    {
      name: `${title}.txt`,
      about: '年度计划（纯文本，内容相同）',
      bytes: async () => new TextEncoder().encode(planText(year)),
    },
    {
      name: `${special.title}.docx`,
      about: '尚未导入的专项计划，以督办人员身份发给机器人试试',
      bytes: () => officialDocx(planPaper(special)),
    },
    {
      name: `${title}（修订）.docx`,
      about: '年度计划的修订稿，发给机器人看变化对比',
      bytes: () => officialDocx(planPaper(revisedPlan(year))),
    },
    ...samplePolicies(year).map((policy) => ({
      name: policy.fileName,
      about: policy.about,
      bytes: () => policyDocx(policy),
    })),
  ];
}

/** The plan as it is issued: a true table, months merged, its header row on every page. */
export function planDocx(year: number): Promise<Uint8Array> {
  return officialDocx(planPaper(samplePlan(year)));
}

/** The plan's text, table cells divided by tabs. */
export function planText(year: number): string {
  return paperText(planPaper(samplePlan(year)));
}

export function policyDocx(policy: SamplePolicy): Promise<Uint8Array> {
  return officialDocx(policy.paper);
}

export function policyText(policy: SamplePolicy): string {
  return paperText(policy.paper);
}

/** Lines above the header of the sheet. */
const ABOVE = 2;

/** The plan as a sheet, as offices keep it: title lines above the header, merged months. */
export async function planXlsx(year: number): Promise<Uint8Array> {
  const plan = samplePlan(year);
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('重点工作明细表', {
    views: [{ state: 'frozen', ySplit: ABOVE + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = [8, 70, 22, 40].map((width) => ({ width }));
  sheet.addRow([plan.title]).font = { bold: true, size: 16 };
  sheet.addRow(['填报单位：工业强县领导小组办公室']);
  for (const row of [1, 2]) sheet.mergeCells(row, 1, row, PLAN_COLUMNS.length);
  sheet.getCell(1, 1).alignment = { horizontal: 'center' };
  sheet.addRow(PLAN_COLUMNS).font = { bold: true };
  for (const cells of planRows(plan))
    sheet.addRow(cells).alignment = { vertical: 'middle', wrapText: true };
  for (const { from, to } of monthBlocks(plan.tasks.map((t) => t.seq)))
    sheet.mergeCells(ABOVE + 2 + from, 1, ABOVE + 2 + to, 1);
  sheet.pageSetup.printTitlesRow = `${ABOVE + 1}:${ABOVE + 1}`;
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Runs of tasks of one month: a block begins where numbering begins anew. */
function monthBlocks(seqs: number[]): { from: number; to: number }[] {
  const starts = seqs.flatMap((seq, i) => (seq === 1 ? [i] : []));
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? seqs.length) - 1 }));
}
