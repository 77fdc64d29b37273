import type { Paper, PaperTable } from '../papers/paper.ts';
import { COUNTY } from './county.ts';
import { outline } from './outline.ts';
import type { SamplePlan } from './plan.ts';

/** 月度, 工作内容, 牵头单位, 配合单位: the month stands in its first row only. */
export const PLAN_COLUMNS = ['月度', '工作内容', '牵头单位', '配合单位'];

/** The plan as rows of cells, as counties print it. */
export function planRows(plan: SamplePlan): string[][] {
  return plan.tasks.map((t) => [
    t.seq > 1 ? '' : t.month === null ? '全年' : `${t.month}月`,
    `${t.seq}.${t.content}`,
    t.leadUnits.join('、'),
    t.coopUnits.join('、'),
  ]);
}

/** The plan as it is issued: a short notice, the table in its annex. */
export function planPaper(plan: SamplePlan): Paper {
  const table: PaperTable = {
    kind: 'table',
    columns: [
      { title: PLAN_COLUMNS[0] ?? '', weight: 2, align: 'center' },
      { title: PLAN_COLUMNS[1] ?? '', weight: 9 },
      { title: PLAN_COLUMNS[2] ?? '', weight: 3, align: 'center' },
      { title: PLAN_COLUMNS[3] ?? '', weight: 4, align: 'center' },
    ],
    rows: planRows(plan),
    merged: 1,
  };
  return {
    head: { issuer: `${COUNTY}工业强县领导小组文件`, number: `清工强〔${plan.year}〕1号` },
    title: `关于印发《${plan.title}》的通知`,
    to: '各乡镇人民政府，开发区管委会，县直有关单位',
    body: outline(`
现将《${plan.title}》印发给你们，请结合实际抓好落实，并按下列要求报送进展。
一、牵头单位对任务完成情况负总责，配合单位按职责分工推进并反馈本单位进展。
二、各单位明确一名主联络员和一名副联络员，每月25日前反馈当月任务进展。
三、任务确需延期或者调整的，由牵头单位书面说明理由，报领导小组办公室研究。
`),
    signature: `${COUNTY}工业强县领导小组`,
    date: `${plan.year}-01-04`,
    annexes: [{ title: plan.title, body: [table] }],
    imprint: { printer: `${COUNTY}工业强县领导小组办公室`, date: `${plan.year}-01-04` },
  };
}
