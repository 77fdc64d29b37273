import type { OwnDayProblem } from './own-days.ts';

/** One line for people about a line of an imported table of days. */
export function ownDayProblem(problem: OwnDayProblem): string {
  return `${problem.where}“${problem.text}”：${reason(problem)}`;
}

function reason(problem: OwnDayProblem): string {
  switch (problem.kind) {
    case 'no-date':
      return '没有日期，请按“2027-01-01 休 元旦”的格式填写';
    case 'no-year':
      return '没有年份，请写成“2027年1月1日”，或在标题中写明年份';
    case 'no-such-day':
      return '没有这一天，请核对日期';
    case 'backwards':
      return '结束日期早于开始日期，请核对';
    case 'too-long':
      return `连续${problem.days}天过长，请核对起止日期`;
    case 'no-word':
      return '未写明“休”或“班”，请在日期后写明';
    case 'contradiction':
      return `${problem.day} 前面已写为相反的安排，请保留一处`;
  }
}
