import type { Day } from '../calendar/county-time.ts';
import { shortDay } from '../text/short-day.ts';
import type { Reason } from './classify.ts';

/** Which rule put a task into its class, in words. */
export function reasonText(r: Reason): string {
  switch (r.kind) {
    case 'done':
      return '牵头单位报已完成';
    case 'overdue':
      return '期限已过，尚未完成';
    case 'blocked':
      return '牵头单位反映有困难';
    case 'extension':
      return '已申请延期';
    case 'problem':
      return `问题清单第${r.nos.join('、')}号未销号`;
    case 'late-promise':
      return `预计${shortDay(r.eta)}完成，晚于期限`;
    case 'ahead':
      return `进度${r.percent}%，不低于时间进度${r.elapsed}%`;
    case 'with':
      return `进度${r.percent}%，时间进度${r.elapsed}%`;
    case 'behind':
      return `进度${r.percent}%，低于时间进度${r.elapsed}%`;
    case 'near-unheard':
      return '临近期限，尚无反馈';
    case 'near-unstarted':
      return '临近期限，尚未启动';
    case 'unheard':
      return '未到期限，尚无反馈';
    case 'running':
      return '按期推进';
  }
}

type Counts = { total: number; good: number; normal: number; slow: number; unheard: number };

export const words = {
  title: (period: string) => `${period}重点工作\n调度材料`,
  fileName: (period: string) => `${period}调度材料`,
  overview: '一、总体情况',
  conclusion: (asOf: string, period: string, c: Counts) =>
    c.total === 0
      ? `截至${asOf}，${period}没有安排重点任务。`
      : `截至${asOf}，${period}重点任务共${c.total}项，进展良好${c.good}项、正常${c.normal}项、较慢${c.slow}项${c.unheard > 0 ? `，尚无反馈、不作判断${c.unheard}项` : ''}。`,
  others: (promises: number, problems: number, instructions: number, overdue: number) =>
    `近期应兑现的承诺${promises}项，未销号问题${problems}个，办理中的批示件${instructions}件（其中超过期限待报${overdue}件）。`,
  rule: '分类依据：已完成或进度不低于时间进度的为良好；超过期限、有困难、申请延期、有未销号问题、承诺日期晚于期限、进度低于时间进度20个百分点以上、临近期限（7日内）尚无反馈或未启动的为较慢；其余有反馈的为正常，尚无反馈的不作判断，单列。任务编号为“月份-序号”，依据见附件。',
  slow: '二、进展较慢的任务',
  noSlow: '没有进展较慢的任务。',
  normal: '三、进展正常的任务',
  good: '四、进展良好的任务',
  none: '没有。',
  unheard: '五、尚无反馈的任务',
  promises: '六、近期应兑现的承诺',
  noPromises: '没有到期或近期到期的承诺。',
  problems: '七、未销号的问题',
  noProblems: '没有未销号的问题。',
  instructions: '八、办理中的批示',
  noInstructions: '没有办理中的批示件。',
  targets: '九、主要指标',
  noTargets: '没有已确认的指标。',
  no: '编号',
  task: '任务',
  leads: '牵头单位',
  due: '期限',
  reason: '分类依据',
  said: '最近反馈',
  promise: (no: number, day: Day, unit: string, task: string, taskNo: string, past: boolean) =>
    `${no}. ${shortDay(day)}${past ? '（已过）' : ''}：${unit}，“${task}”（${taskNo}）。`,
  problem: (no: number, content: string, unit: string, due: string | null) =>
    `问题清单第${no}号：${content}（责任单位：${unit}${due ? `，${shortDay(due)}前解决` : ''}）。`,
  /** Beside the numbered ones: what is only reported must not look solved. */
  unlisted: (unit: string, task: string, taskNo: string, note: string) =>
    `未列入问题清单：${unit}反映“${task}”（${taskNo}）有困难${note ? `：${note.replace(/[。；;]+$/, '')}` : ''}。`,
  unlistedCount: (n: number) => (n > 0 ? `另有${n}项困难已反映、未列入问题清单。` : ''),
  instruction: (no: number, text: string, units: string, due: string | null, standing: string) =>
    `批示件第${no}号：“${text}”（${units}${due ? `，期限${shortDay(due)}` : ''}，${standing}）。`,
  office: '督办人员',
  target: (no: number, aim: string, standing: string) => `${no}. ${aim}：${standing}。`,
  // One page a leader
  leaderTitle: (leader: string) => `${leader}分管工作`,
  unassignedTitle: '未明确分管领导的单位',
  leaderHead: (units: string[], c: Counts) =>
    `分管：${units.join('、')}。任务共${c.total}项，良好${c.good}项、正常${c.normal}项、较慢${c.slow}项${c.unheard > 0 ? `，尚无反馈${c.unheard}项` : ''}。`,
  leaderSlow: '需要推动的任务',
  leaderPromises: '近期应兑现的承诺',
  leaderProblems: '未销号的问题',
  leaderInstructions: '办理中的批示',
  slowLine: (no: number, task: string, taskNo: string, leads: string, reason: string) =>
    `${no}. ${task}（${taskNo}；${leads}）：${reason}。`,
  more: (n: number) => `另有${n}项，见正文。`,
  // Card
  cardTitle: (period: string) => `${period}调度材料`,
  cardHead: (c: Counts) =>
    `任务 ${c.total} 项：进展良好 ${c.good}、正常 ${c.normal}、较慢 ${c.slow}${c.unheard > 0 ? `，尚无反馈 ${c.unheard}` : ''}。`,
  cardSlow: '需要调度的任务',
  cardOthers: (promises: number, problems: number, instructions: number) =>
    `应兑现承诺 ${promises} 项，未销号问题 ${problems} 个，办理中批示 ${instructions} 件。全文见所附文件。`,
  cardOn: (day: Day) => `调度会拟于 ${shortDay(day)} 召开，请核对材料。`,
};
