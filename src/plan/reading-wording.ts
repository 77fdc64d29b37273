import type { Source } from './plan.ts';

/** Why a document is no plan. */
export type NotAPlan = 'no-tasks' | 'no-unit-column';

/** One line for people: why nothing was imported, and what to do next. */
export function notAPlanText(reason: NotAPlan): string {
  switch (reason) {
    case 'no-unit-column':
      return '表格中没有牵头单位或责任单位一栏，不能作为工作计划。请补上这一栏后重新发送。';
    case 'no-tasks':
      return '文件中没有找到工作任务（表格，或写明牵头单位、责任单位的条目），不能作为工作计划。请确认发送的是任务分解表或工作方案。';
  }
}

/** Where in the document a task or a doubt stands. */
export function placeText(source: Source): string {
  const parts = [
    source.sheet === undefined ? '' : `工作表“${source.sheet}”`,
    source.page === undefined ? '' : `第${source.page}页`,
    source.table === undefined ? '' : `表${source.table}`,
    source.row === undefined ? '' : `第${source.row}行`,
    source.paragraph === undefined ? '' : `第${source.paragraph}段`,
  ];
  return parts.join('') || '全文';
}

/** What is doubtful about one task, by kind. */
export const DOUBTS = {
  inheritedUnits: '单位一栏为空，按上一行的单位填写，请核对',
  noUnits: '没有写牵头单位或责任单位，请补充',
  noLead: '只有配合单位，没有牵头单位，请补充',
  deadline: (text: string, dueOn: string | null) =>
    `完成时限“${text}”不能换算成日期，${dueOn ? `暂按${dueOn}计，` : ''}请明确`,
  passing: (text: string, dueOn: string) =>
    `没有写完成时限，按正文中的“${text}”暂定为${dueOn}，请核对`,
  noSuchDay: (text: string) => `“${text}”这一天不存在，请明确期限`,
  period: (text: string) => `月份“${text}”不能识别，请明确`,
  elsewhere: (text: string, period: string) =>
    `正文写有“${text}”，与所在的“${period}”不一致，暂按“${period}”计，请核对`,
  longUnit: (text: string) => `“${text}”不像单位名称，请核对`,
  twice: (place: string) => `与${place}的任务内容、单位和时间完全相同，请确认是否重复`,
} as const;

/** Where a year was found that the title does not name. */
export const YEAR_FROM = {
  number: '文号',
  head: '文首',
  sheet: '工作表名',
  file: '文件名',
  text: '正文',
} as const;

/** What is doubtful about the whole document. */
export const PLAN_DOUBTS = {
  yearFrom: (year: number, from: string) => `标题没有写年份，按${from}定为${year}年，请核对`,
  noYear: '没有找到年份，无法换算日期，请注明年份',
  otherForm: (count: number) => `另有 ${count} 项写明单位的条目没有并入，请核对是否为同一批任务`,
  passedOver: (text: string) =>
    `没有写责任单位，未作为任务读取：${text.length > 40 ? `${text.slice(0, 40)}…` : text}`,
  noTasks: (text: string) =>
    `没有读出任务（${text.length > 30 ? `${text.slice(0, 30)}…` : text}），如有任务请核对`,
  signs: (signs: string[]) =>
    `图例没有写明或不能确定“${signs.join('”“')}”表示牵头还是配合，暂都按责任单位读取，请核对`,
  note: (text: string) => `未作为任务读取：${text}`,
} as const;
