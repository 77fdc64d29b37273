import type { AskedStatus } from '../../progress/task-status.ts';

const states: Record<AskedStatus, string> = {
  done: '已完成',
  not_done: '未完成',
  overdue: '超期',
  blocked: '有困难',
  extension: '申请延期',
  not_started: '未开始',
  in_progress: '进行中',
  no_report: '未反馈',
};

/** What is said of a question about progress itself. */
export const questionWords = {
  states,
  noTowns: '单位库中没有乡镇或街道。',
  noChargeOfYours: '尚未登记您分管的单位。督办人员可发送“设置 姓名 分管 单位、单位”登记。',
  lastYearsHead: (year: number, month: number, n: number) => `${year}年${month}月尚未完成 ${n} 项`,
  lastYears: (unit: string, no: number, content: string) => `${unit}第${no}项 ${content}`,
  lastYearsFoot: (month: number) => `上年事项请写明月份填报，例如“${month}月第1项已完成”。`,
  noSuchNumber: (no: number) =>
    `没有找到第 ${no} 项。请先查看任务清单，再说其中的序号；或写明月份，例如“3月第 ${no} 项”。`,
};
