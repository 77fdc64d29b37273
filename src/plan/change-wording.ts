import { splitDay } from '../calendar/county-time.ts';
import { shortDay } from '../text/short-day.ts';
import type { TaskChange } from './change-task.ts';
import { monthName } from './wording.ts';

/** 5月20日; with its year where that is not the plan's. */
const dayFor = (planYear: number, day: string) => {
  const { year } = splitDay(day);
  return `${planYear === year ? '' : `${year}年`}${shortDay(day)}`;
};

const STATE = { active: '恢复办理', suspended: '暂缓办理', cancelled: '取消' } as const;

/** 暂缓办理, 期限改为 5月20日: what a change does, as one clause. */
export function changeText(change: TaskChange, planYear: number): string {
  switch (change.kind) {
    case 'content':
      return `内容改为“${change.content}”`;
    case 'move':
      return `调整到 ${monthName(change.month)}${change.dueOn ? `，期限 ${dayFor(planYear, change.dueOn)}` : ''}`;
    case 'due':
      return `期限改为 ${dayFor(planYear, change.dueOn)}`;
    case 'units':
      return `${change.role === 'lead' ? '牵头' : '配合'}单位改为${change.units.join('、')}${
        change.coops ? `，配合单位改为${change.coops.join('、')}` : ''
      }`;
    case 'state':
      return STATE[change.state];
  }
}

type Facts = {
  month: number | null;
  content: string;
  dueOn: string | null;
  leadUnits: string[];
  coopUnits: string[];
  state: string;
};

/** 期限由 3月20日 恢复为 3月31日: what taking a change back did to a task; empty where nothing of it shows. */
export function taskDifference(was: Facts, now: Facts): string {
  const month = (t: Facts) => monthName(t.month);
  const due = (t: Facts) => (t.dueOn ? shortDay(t.dueOn) : '按月份办理');
  const lead = (t: Facts) => t.leadUnits.join('、');
  const coop = (t: Facts) => t.coopUnits.join('、') || '无';
  const content = (t: Facts) => `“${t.content}”`;
  const state = (t: Facts) => STATE_NAMES[t.state] ?? '撤下';
  const parts: [string, (t: Facts) => string][] = [
    ['月份', month],
    ['期限', due],
    ['牵头单位', lead],
    ['配合单位', coop],
    ['内容', content],
    ['', state],
  ];
  return parts
    .filter(([, of]) => of(was) !== of(now))
    .map(([name, of]) => `${name}由 ${of(was)} 恢复为 ${of(now)}`)
    .join('，');
}

const STATE_NAMES: Record<string, string> = {
  active: '正常办理',
  suspended: '暂缓办理',
  cancelled: '取消',
};

type Named = { month: number | null; seq: number; content: string };

/** The first few, each with the beginning of its words. */
const calledAll = (tasks: Named[]) =>
  tasks
    .slice(0, 3)
    .map(
      (t) =>
        `${monthName(t.month)}第${t.seq}项“${t.content.length > 30 ? `${t.content.slice(0, 30)}…` : t.content}”`,
    )
    .join('、');

export const words = {
  orderTitle: '请核对对计划的改动',
  orderTag: '待确认',
  change: (text: string) => `改动：${text}`,
  task: (t: { month: number | null; seq: number; content: string }) =>
    `${monthName(t.month)}第${t.seq}项 ${t.content}`,
  units: (leads: string, coops: string) =>
    [...(leads ? [`牵头：${leads}`] : []), ...(coops ? [`配合：${coops}`] : [])].join(' · '),
  which: '有几项都可能是您说的，请点选：',
  thisOne: '改这一项',
  confirm: '确认',
  drop: '放弃',
  plan: (title: string) => `计划：《${title}》（记入其他计划，请在话里写明计划名称）`,
  foot: '确认后告知所涉单位，可以撤销。',
  newTask: (byLeader: boolean) => `新增任务（${byLeader ? '县领导交办' : '督办人员新增'}）`,
  month: (month: number) => `月份：${month}月`,
  due: (day: string) => `期限：${shortDay(day)}`,
  newUnits: (names: string[]) =>
    `“${names.join('”“')}”不在单位库中，确认后将作为新单位登记。如是笔误，请放弃后重发。`,
  duePast: (due: string) =>
    `请注意：期限 ${shortDay(due)}已经过去，确认后即为超期。如写错了，请放弃后重发。`,
  alike: (items: (Named & { dueOn: string })[]) =>
    `请注意：${calledAll(items)}尚未办结，说法相近（期限 ${items
      .slice(0, 3)
      .map((i) => shortDay(i.dueOn))
      .join('、')}）。如是同一件事，请放弃；确属另一件，再新增。`,
  addAnyway: '确认，另行新增',
  parts: { month: '月份', content: '内容', lead: '单位库里有的牵头单位' },
  addHow: (missing: string[]) =>
    `没有改动，还缺${missing.join('、')}。请写明月份、内容和牵头单位，例如“新增任务 5月 召开企业座谈会 牵头：科技经信局 配合：开发区”。`,
  noPlan: (year: number) => `库中没有已发布的 ${year} 年计划，没有改动。`,
  taskUnknown: '没有找到这一项，没有改动。请写明月份和序号，例如“暂缓 5月第3项”。',
  untilWhen: (content: string) =>
    `请写明“${content.length > 30 ? `${content.slice(0, 30)}…` : content}”改到哪一天，例如“期限改为4月15日”，没有改动。`,
  noSuchDay: (day: string) => `日历上没有“${day}”，没有改动。请核对日期后重新发送。`,
  noSuchFigure: (content: string) =>
    `“${content.length > 40 ? `${content.slice(0, 40)}…` : content}”里没有这个数字，没有改动。请写“内容改为”和改后的全文。`,
  monthPast: (month: number) =>
    `${month}月已过，没有改动。如指明年，请写“调到明年${month}月”，期限随之顺延到明年。`,
  tooMany: (n: number) => `有 ${n} 项都可能是您说的，没有改动。请写明月份和序号。`,
  sameAsBefore: (tasks: Named[], text: string) =>
    `${calledAll(tasks)}本来就是“${text}”，没有改动。`,
  unlike: (numbered: Named[], spokenOf: Named[]) =>
    `序号和内容对不上，没有改动：序号所指的是${calledAll(numbered)}${spokenOf.length > 0 ? `，内容像是${calledAll(spokenOf)}` : '，按内容没有找到'}。请核对后写明月份和序号。`,
  dropped: '已放弃，计划没有改动。',
  settledBefore: '这项改动已经处理过，没有重复操作。',
  added: (t: { month: number | null; seq: number; content: string }) =>
    `已新增：${monthName(t.month)}第${t.seq}项“${t.content}”。`,
  changed: (t: { month: number | null; seq: number; content: string }, what: string) =>
    `已改动：${monthName(t.month)}第${t.seq}项“${t.content}”，${what}。`,
  told: (told: string[], untold: string[]) =>
    [
      ...(told.length > 0 ? [`已告知${told.join('、')}。`] : []),
      ...(untold.length > 0 ? [`没有联络员也没有绑定群，未能告知：${untold.join('、')}。`] : []),
    ].join(''),
  unitAdded: (content: string, role: 'lead' | 'coop', due: string, byLeader: boolean) =>
    `新增任务（${byLeader ? '县领导交办' : '督办人员新增'}）：“${content}”，由贵单位${role === 'lead' ? '牵头' : '配合'}，期限 ${shortDay(due)}。`,
  unitChanged: (content: string, what: string) => `任务有调整：“${content}”${what}。`,
  unitGone: (content: string) => `任务有调整：“${content}”不再由贵单位承担。`,
  unitUndone: (content: string) => `“${content}”的调整已撤回，仍按原计划办理。`,
  unitAddUndone: (content: string) => `新增任务“${content}”已撤回，无需办理。`,
  addUndone: (content: string) => `已撤销新增的任务“${content}”，并已告知所涉单位。`,
  undone: (content: string, difference: string) =>
    `已撤销，“${content}”${difference || '恢复为之前的安排'}，并已告知所涉单位。`,
};
