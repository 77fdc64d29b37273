import { dayOf, splitDay } from '../calendar/county-time.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import type { Counts } from '../summary/summarise.ts';
import { asOfText, percent, STATUS_WORDS } from '../summary/wording.ts';

/** A day as official documents write it: `2026年3月5日`, no leading zeros. */
export function writtenDate(day: string): string {
  const { year, month, date } = splitDay(day);
  return `${year}年${month}月${date}日`;
}

/** 附件说明: names without full stop, numbered from two on. */
export function annexNotes(titles: string[]): string[] {
  if (titles.length === 1) return [`附件：${titles[0]}`];
  return titles.map((title, i) => `${i === 0 ? '附件：' : '　　　'}${i + 1}. ${title}`);
}

/** The mark at the top left of an annex page. */
export function annexMark(index: number, count: number): string {
  return count === 1 ? '附件' : `附件${index + 1}`;
}

export const MODEL_NOTICE = '（本文部分内容由人工智能辅助生成，请核对后使用）';

export function copiesLine(copies: string): string {
  return `抄送：${copies}。`;
}

export function printedLine(day: string): string {
  return `${writtenDate(day)}印发`;
}

/** 任务台账. */
export const ledgerWords = {
  sheet: (period: string) => `${period}任务台账`,
  month: '月份',
  seq: '序号',
  content: '工作任务',
  leads: '牵头单位',
  coops: '配合单位',
  due: '完成期限',
  status: '状态',
  percent: '完成比例（%）',
  said: '最近反馈',
  unit: '反馈单位',
  reporter: '反馈人',
  reportedAt: '反馈时间',
  files: '佐证材料',
  overdue: '是否超期',
  asOf: '截至时间',
  yes: '是',
  no: '否',
};

/** 任务清单: some tasks of a period as a document. */
export const listWords = {
  title: (period: string) => `${period}重点工作任务清单`,
  head: (asOf: Date, timeZone: string, n: number) =>
    `截至${asOfText(asOf, timeZone)}，符合条件的任务共${n}项。`,
  said: (unit: string, text: string) => `${unit}：${text}`,
};

/** Whose words: 统计局, or of a unit that only helps 统计局（配合）. */
export const saidBy = ({ unit, asCoop }: { unit: string; asCoop: boolean }) =>
  asCoop ? `${unit}（配合）` : unit;

/** `3月5日`, for the cells of a table. */
export function writtenDay(day: string): string {
  const { month, date } = splitDay(day);
  return `${month}月${date}日`;
}

/** 附件 of a pack: every unit with its tasks. */
export const annexWords = {
  title: (period: string) => `${period}各单位任务进展表`,
  unit: (no: number, name: string) => `${no}. ${name}`,
  figures: (lead: Counts, coop: Counts, reports: number) =>
    `牵头${lead.total}项，已完成${lead.done}项；配合${coop.total}项，已完成${coop.done}项。依据本单位反馈${reports}条。`,
  role: '职责',
  lead: '牵头',
  coop: '配合',
  overdue: (status: string) => `${status}（超期）`,
  said: (at: Date, timeZone: string, unit: string, text: string) =>
    `${writtenDay(dayOf(at, timeZone))}，${unit}：${text}`,
  none: '尚无反馈',
};

const QUARTERS = ['一', '二', '三', '四'];

/** A task that its leads cannot finish as planned, with what was said on it. */
export type Difficulty = {
  content: string;
  leads: string[];
  said: { unit: string; status: 'blocked' | 'extension'; note: string }[];
};

/** 重点工作情况报告. */
export const reportWords = {
  /** `2026年3月`, `2026年第一季度`, `2026年上半年`, `2026年`, `2026年1—5月`. */
  period: (year: number, months: number[]) => {
    const [first = 1] = months;
    const last = months.at(-1) ?? first;
    if (months.length === 1) return `${year}年${first}月`;
    if (months.length === 12) return `${year}年`;
    if (months.length === 6 && last - first === 5 && first % 6 === 1)
      return `${year}年${first === 1 ? '上' : '下'}半年`;
    if (months.length === 3 && last - first === 2 && first % 3 === 1)
      return `${year}年第${QUARTERS[(first - 1) / 3]}季度`;
    return last - first === months.length - 1
      ? `${year}年${first}—${last}月`
      : `${year}年${months.join('、')}月`;
  },
  title: (period: string) => `${period}重点工作\n推进情况`,
  yearTitle: (period: string) => `${period}重点工作\n总结（初稿）`,
  overview: '一、总体情况',
  basis: (reports: number, units: number) =>
    reports === 0
      ? '以上数据没有单位反馈作为依据。'
      : `以上数据依据${units}个单位的${reports}条有效反馈。`,
  compared: (
    period: string,
    before: Counts,
    reports: number,
    by: { total: number | null; done: number | null; rate: number | null },
  ) => {
    const part = (name: string, n: number | null, up: string, down: string, unit: string) =>
      n === null
        ? []
        : [n === 0 ? `${name}持平` : `${name}${n > 0 ? up : down}${Math.abs(n)}${unit}`];
    return `与${period}（任务${before.total}项，已完成${before.done}项，完成率${percent(before.rate)}，依据反馈${reports}条）相比，${[
      ...part('任务', by.total, '增加', '减少', '项'),
      ...part('已完成', by.done, '增加', '减少', '项'),
      ...part('完成率', by.rate, '提高', '降低', '个百分点'),
    ].join('，')}。`;
  },
  monthsNote: '各月情况如下，跨月任务在其各月分别列出，各月之和不等于总数。',
  month: '月份',
  monthName: (month: number) => `${month}月`,
  tasks: '任务',
  reports: '反馈条数',
  left: (no: string) => `${no}、结转下年的事项`,
  doneHead: (no: string) => `${no}、已完成的工作`,
  doneItem: (no: number, content: string, leads: string[], said: string) =>
    `${no}. ${inline(content)}（${leads.join('、')}）${said ? `：${inline(said)}` : ''}。`,
  nothingDone: '本年尚无已完成的任务。',
  targets: '五、主要指标',
  target: (no: number, aim: string, standing: string) => `${no}. ${aim}：${standing}。`,
  leftHead: (n: number) => `尚未完成${n}项，拟结合下年计划研究结转：`,
  leftItem: (no: number, content: string, leads: string[], status: TaskStatus) =>
    `${no}. ${inline(content)}（${[...(leads.length > 0 ? [`牵头单位：${leads.join('、')}`] : []), STATUS_WORDS[status]].join('；')}）。`,
  nothingLeft: '本年任务已全部完成，没有需要结转的事项。',
  conclusion: (asOf: string, period: string, c: Counts) =>
    c.total === 0
      ? `截至${asOf}，${period}没有安排重点任务。`
      : `截至${asOf}，${period}共安排重点任务${c.total}项，已完成${c.done}项，完成率${percent(c.rate)}；超期未完成${c.overdue}项。`,
  states: (s: Counts & { silentUnits: string[]; units: number }) => {
    const states = [
      ['进行中', s.inProgress],
      ['未开始', s.notStarted],
      ['有困难', s.blocked],
      ['申请延期', s.extension],
      ['牵头单位尚未反馈', s.noReport],
    ].flatMap(([name, n]) => (n === 0 ? [] : [`${name}${n}项`]));
    const silent = s.silentUnits.length;
    return [
      ...(states.length > 0 ? [`其余任务中，${states.join('，')}。`] : []),
      `共涉及${s.units}个单位，`,
      silent === 0 ? '均已反馈。' : `其中${silent}个尚未反馈，未反馈的不计为进展。`,
    ].join('');
  },
  byUnit: '二、各单位情况',
  tableNote: (asOf: string) =>
    `数据截至${asOf}。牵头任务由几个单位共同牵头的，各单位分别计入；配合任务按本单位反馈计。`,
  noUnits: '本期没有单位承担任务。',
  unit: '单位',
  lead: '牵头任务',
  done: '已完成',
  rate: '完成率',
  overdue: '超期',
  noReport: '未反馈',
  coop: '配合任务',
  coopDone: '配合完成',
  difficulties: '三、困难和问题',
  difficulty: (no: number, d: Difficulty) =>
    `${no}. ${inline(d.content)}${d.leads.length > 0 ? `（牵头单位：${d.leads.join('、')}）` : ''}。${d.said
      .map(
        ({ unit, status, note }) =>
          `${unit}${status === 'blocked' ? '反映有困难' : '申请延期'}${note ? `：${inline(note)}` : ''}。`,
      )
      .join('')}`,
  noDifficulties: '各单位没有反映困难，也没有申请延期。',
  silent: '四、尚未反馈的单位',
  silentUnits: (names: string[]) =>
    names.length === 0
      ? '各单位均已反馈。'
      : `${names.join('、')}，共${names.length}个单位尚未反馈。`,
};

/** On one line, without the mark at its end, which the sentence around it sets. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[。；;，,]+$/, '');
}

/** 数据来源: the tasks and reports behind the figures of a paper. */
export const sourceWords = {
  title: '数据来源',
  head: '文中数字均由下列任务和有效反馈汇总得出。任务编号为“月份-序号”，反馈编号可在系统中查到原文。',
  no: '编号',
  task: '任务',
  behind: '依据的反馈（编号、单位、日期、状态）',
  report: (id: string, unit: string, day: string, status: string) =>
    `${id} ${unit} ${day} ${status}`,
  none: '尚无反馈',
  noMonth: '全年',
};

/** 下一年计划草稿. */
export const nextPlanWords = {
  title: (year: number) => `${year}年重点工作计划\n（草稿）`,
  notice: (year: number) =>
    `说明：本稿由${year}年未完成任务、常态化任务、指标、未销号问题和未办结批示自动整理，是起草的底稿，未经审定，不作为工作依据。每条均注明出处；期限、目标值和责任单位由起草单位研究确定。`,
  carried: '一、结转的任务',
  noCarried: '本年任务均已完成，没有结转。',
  recurring: '二、常态化任务',
  noRecurring: '本年计划中没有常态化任务。',
  suspended: '三、本年暂缓的任务（是否列入请研究）',
  noSuspended: '没有暂缓的任务。',
  isSuspended: '本年暂缓',
  targets: '四、主要指标（下年目标值待定）',
  noTargets: '本年没有已确认的指标。',
  target: (no: number, name: string, year: number, aim: string, standing: string) =>
    `${no}. ${name}：${year + 1}年目标待研究确定。〔出处：${year}年目标为${aim}，${standing}〕`,
  open: '五、需要转为任务的问题和批示',
  noOpen: '没有未销号的问题和未办结的批示。',
  problem: (no: number, content: string, unit: string) =>
    `研究解决：${inline(content)}。〔出处：问题清单第${no}号，责任单位${unit}〕`,
  instruction: (no: number, text: string) =>
    `继续落实：“${inline(text)}”。〔出处：批示件第${no}号〕`,
  every: (every: 'month' | 'quarter' | 'year' | 'ongoing') =>
    ({ month: '每月', quarter: '每季度', year: '每年', ongoing: '持续推进' })[every],
  from: (year: number, no: string, how: string, report: string | undefined) =>
    `${year}年计划${no}，${how}${report ? `，反馈${report}` : ''}`,
  no: '序号',
  task: '工作任务',
  leads: '牵头单位（拟）',
  coops: '配合单位（拟）',
  basis: '出处',
};
