import { wallClock } from '../calendar/county-time.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import { STATUS_WORDS as REPORTED } from '../progress/wording.ts';
import { shortDay } from '../text/short-day.ts';
import { points } from './compare.ts';
import type { Counts } from './summarise.ts';

/** `3月`, `1–3月`, `1、5月`, with the year where it is not this one. */
export function periodName(year: number, months: number[], thisYear: number): string {
  const [first = 1] = months;
  const last = months.at(-1) ?? first;
  const whole = months.length === 12;
  const run = last - first === months.length - 1;
  const span =
    months.length === 1 ? `${first}月` : run ? `${first}–${last}月` : `${months.join('、')}月`;
  const name = whole ? '全年' : span;
  return year === thisYear && !whole ? name : `${year}年${name}`;
}

/** `2026年3月2日 9:00`. */
export function asOfText(at: Date, timeZone: string): string {
  const { day, time } = wallClock(at, timeZone);
  const [y, m, d] = day.split('-').map(Number);
  return `${y}年${m}月${d}日 ${time.replace(/^0/, '')}`;
}

export const percent = (rate: number | null) =>
  rate === null ? '—' : `${Math.round(rate * 1000) / 10}%`;

const NAMED = 5;

/** Names of at most so many units, then how many there are. */
export const several = (names: string[], most = NAMED) =>
  names.length <= most
    ? names.join('、')
    : `${names.slice(0, most).join('、')}等 ${names.length} 个单位`;

/** What a question was taken to ask, so that a misreading is seen. */
const by = (asked: string[]) => `按${asked.map((a) => `“${a}”`).join('')}查找`;

export const STATUS_WORDS: Record<TaskStatus, string> = { ...REPORTED, none: '未反馈' };

const counted = (c: Counts) =>
  `已完成 ${c.done} 项（${percent(c.rate)}）${c.overdue > 0 ? `，超期 ${c.overdue} 项` : ''}${c.noReport > 0 ? `，尚无反馈 ${c.noReport} 项` : ''}`;

export const words = {
  title: (period: string) => `${period}重点工作进展`,
  unitTitle: (unit: string, period: string) => `${unit} · ${period}工作`,
  asOf: (at: string) => `截至 ${at}`,
  conclusion: (period: string, c: Counts) =>
    c.total === 0
      ? `${period}没有安排任务。`
      : `${[
          `${period}共 ${c.total} 项，已完成 ${c.done} 项（${percent(c.rate)}）`,
          ...(c.inProgress > 0 ? [`进行中 ${c.inProgress} 项`] : []),
          ...(c.blocked > 0 ? [`有困难 ${c.blocked} 项`] : []),
          ...(c.extension > 0 ? [`申请延期 ${c.extension} 项`] : []),
          ...(c.notStarted > 0 ? [`未开始 ${c.notStarted} 项`] : []),
          ...(c.noReport > 0 ? [`尚无反馈 ${c.noReport} 项`] : []),
        ].join('，')}。`,
  unitConclusion: (unit: string, period: string, c: Counts) =>
    `${unit}${period}牵头 ${c.total} 项，${counted(c)}。`,
  topicConclusion: (topic: string, period: string, c: Counts) =>
    c.total === 0 ? '' : `${period}涉及“${topic}”的共 ${c.total} 项，${counted(c)}。`,
  silent: (n: number, of: number) =>
    of === 0
      ? '没有涉及的单位。'
      : n === 0
        ? `涉及 ${of} 个单位，均已反馈。`
        : `涉及 ${of} 个单位，其中 ${n} 个尚未反馈（牵头、配合的任务均无反馈）；未反馈不计为进展。`,
  figureTotal: '任务',
  figureDone: '已完成',
  figureOverdue: '超期',
  unit: '单位',
  lead: '牵头',
  leadDone: '完成',
  leadOpen: '未完成',
  coop: '配合',
  coopDone: '配合完成',
  chartTitle: '各单位牵头任务（项）',
  trendTitle: '各月任务（项）',
  done: '已完成',
  open: '未完成',
  without: (names: string[] = []) => (names.length > 0 ? `（不含${several(names)}）` : ''),
  listTitle: (who: string, period: string, status: string, longest?: true) =>
    `${who}${period}${status}事项${longest ? '（期限早的在前）' : ''}`,
  listHead: (tasks: number, rows: number) =>
    tasks === rows
      ? `共 **${tasks}** 项：`
      : `共 **${tasks}** 项，按期重复的逐次列出，共 ${rows} 行：`,
  fileOf: (asked: string[]) => `文件范围：${asked.join('，')}。`,
  listEmpty: (asked: string[]) => `${by(asked)}，没有符合条件的事项。`,
  topicEmpty: (asked: string[]) =>
    `${by(asked)}，计划中没有找到这样写的事项。请换一个说法，或写明单位、月份。`,
  nearTopic: (topic: string) => `没有写明“${topic}”的事项，以下是字面最接近的。`,
  task: '事项',
  status: '状态',
  due: '期限',
  leads: '牵头单位',
  says: '最近反馈',
  noReportYet: '尚无反馈',
  open_: '查看',
  history: '反馈记录',
  leadsSilent: '牵头单位未反馈',
  historyLine: (day: string, unit: string, reporter: string, status: string, note: string) =>
    `${day} ${unit} ${reporter}：${status}${note ? `。${note}` : ''}`,
  asCoop: '（配合）',
  ofHelpers: (n: number) => `其中 ${n} 项由配合单位反映，汇总数字只计牵头单位。`,
  ofGranted: (n: number) => `其中 ${n} 项的延期申请已同意，汇总的“申请延期”只计待答复的。`,
  grantedUntil: (day: string) => `（已同意延至 ${shortDay(day)}）`,
  reasonsOf: (told: number, silent: number) =>
    told === 0
      ? '各单位都没有说明原因。'
      : `说明了情况的 ${told} 项如下。${silent > 0 ? `另有 ${silent} 项没有反馈或没有说明原因。` : ''}`,
  ofYearBefore: (n: number) => `其中上年未办结的 ${n} 项。`,
  ofAllTimes: (n: number) => `按期重复的任务，汇总按任务合并各期，计 ${n} 项。`,
  withdrawn: '（已撤回）',
  proxy: (source: string | null) => `（督办代填${source ? `：${source}` : ''}）`,
  decision: (status: TaskStatus, decision: 'waiting' | 'agreed' | 'refused') =>
    status === 'done'
      ? { waiting: '（待审核）', agreed: '（审核通过）', refused: '（已退回）' }[decision]
      : { waiting: '（待答复）', agreed: '（已同意）', refused: '（未同意）' }[decision],
  taskTitle: '事项详情',
  moreInList: (n: number) => `另有 ${n} 项。`,
  nextPart: '下一页',
  attention: '需要决策',
  moreDecisions: (n: number) =>
    `另有 ${n} 项有困难或申请延期，可问“有困难的任务”“申请延期的任务”。`,
  chooseUnit: (n: number) => `查看其他单位（共 ${n} 个）`,
  repeating: (n: number) => `其中 ${n} 项为全年推进或按期重复的任务，只计本期应办的部分。`,
  compared: (name: string, now: Counts, before: Counts) => {
    if (now.rate === null || before.rate === null) return '';
    // On the first days nothing has fallen due yet: a rate of nothing tells nothing.
    if (now.done + now.overdue === 0) return '';
    const by = points(now.rate, before.rate);
    const moved = by === 0 ? '持平' : `相比${by > 0 ? '高' : '低'} ${Math.abs(by)} 个百分点`;
    return `完成率与${name}（${percent(before.rate)}）${moved}。`;
  },
  backToSummary: '返回汇总',
  onPage: '在看板中打开',
  reportsTitle: (who: string, when: string) => `${who}${when}反馈`,
  reportsHead: (n: number) => `共 **${n}** 条，最近的在前：`,
  reportsNone: (asked: string[]) => `${by(asked)}，没有符合条件的反馈。`,
  afterDue: '（期限之后）',
  moreReports: (n: number) => `另有 ${n} 条较早的反馈。`,
  days: (from: string, to: string) =>
    from === to ? shortDay(from) : `${shortDay(from)}至${shortDay(to)}`,
  noSuchPeriod: (text: string) =>
    `没有“${text}”这个时间。月份为 1 至 12 月，季度为一至四季度，请问您要查哪个时间？`,
  unitNotFound: (name: string, near: string[]) =>
    near.length > 0
      ? `没有找到“${name}”。您要查的是不是下面的单位？`
      : `没有找到“${name}”。单位以已导入的计划为准。`,
  unitQuestion: (name: string) => `${name}进度`,
  groupRefuses: '进展汇总涉及各单位情况，请在与我的私聊中查询。',
  notAllowed: '各单位进展由领导和督办人员查询。您可以查询本单位的任务，例如“我的任务”。',
  rankingRefused: '单位排名只向领导和督办人员提供。您可以查询本单位的任务，例如“我的任务”。',
  groupFiles: '台账和报告请在与我的私聊中导出。',
  emptyFile: (asked: string[]) => `${by(asked)}，没有符合条件的任务，没有生成文件。`,
  noPlan: (year: number) => `库中没有已发布的 ${year} 年计划。`,
};

/** The month's card that leaders get by themselves. */
export const digestWords = {
  leader: '领导',
  off: '不再接收每月汇总',
  isOff: '每月汇总不再发送给您，批示和关注事项的反馈仍会送达。需要时直接问“本月进度”即可。',
  isOn: '每月最后一个工作日继续向您发送当月汇总，目前只能按月发送；其他时间直接问“本月进度”即可。',
};
