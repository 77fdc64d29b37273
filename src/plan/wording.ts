import type { ChangedField } from './diff.ts';
import type { PastDue } from './past-due.ts';
import type { ParsedTask } from './plan.ts';

export const FIELD_WORDS: Record<ChangedField, string> = {
  title: '所属工作',
  content: '内容',
  aims: '目标和进度',
  month: '月份',
  due: '期限',
  lead: '牵头单位',
  coop: '配合单位',
};

export const monthName = (month: number | null) => (month === null ? '未定月份' : `${month}月`);
/** Where in the year a task stands: what comes again or goes on has no one month. */
export const placeInYear = ({ month, recurrence }: Pick<ParsedTask, 'month' | 'recurrence'>) =>
  month === null && recurrence ? '全年' : monthName(month);

export const words = {
  previewTitle: (title: string) => title,
  previewTag: '待确认',
  previewHead: (total: number, year: number, units: number) =>
    `读出 **${year}** 年任务 **${total}** 项，涉及 **${units}** 个单位。请核对，确认后存为草稿，发布后才会提醒各单位。`,
  byMonth: '按月份',
  byUnit: '按单位',
  month: '月份',
  count: '项数',
  unit: '单位',
  lead: '牵头',
  coop: '配合',
  more: (n: number) => `另有 ${n} 个单位，见台账`,
  doubts: (n: number) => `有疑问的地方（${n}）`,
  allTasks: (total: number) => `任务（共 ${total} 项）`,
  taskUnits: (leads: string, coops: string, due: string) =>
    [
      ...(leads ? [`牵头：${leads}`] : []),
      ...(coops ? [`配合：${coops}`] : []),
      ...(due ? [`期限：${due}`] : []),
    ].join(' · '),
  page: (no: number, of: number) => `第 ${no}/${of} 页`,
  previousPage: '上一页',
  nextPage: '下一页',
  similar: (a: string, b: string) =>
    `文件中的“${a}”与“${b}”可能是同一单位。如是，请点下面的按钮；不点则分别登记。`,
  nearUnit: (name: string, unit: string) =>
    `“${name}”与库中的“${unit}”可能是同一单位。如是，请点下面的按钮；不点则登记为新单位。`,
  newUnits: (names: string[]) =>
    `库中没有这 ${names.length} 个单位，确认后登记：${names.slice(0, 20).join('、')}${names.length > 20 ? '等' : ''}。`,
  sameUnit: (name: string, unit: string) => `${name} 就是 ${unit}`,
  groups: (names: string[]) =>
    `“${names.join('”“')}”不是具体单位，确定成员前不会提醒。可发送“${names[0]}=单位甲、单位乙”。`,
  problem: (where: string, message: string) => `${where}：${message}`,
  noDoubts: '没有读不懂的地方。',
  keep: '确认',
  discard: '放弃',
  publish: '发布',
  undo: '撤销',
  diffTitle: (title: string) => `${title}（有变化）`,
  diffHead: (added: number, changed: number, withdrawn: number) =>
    `与库中计划相比：新增 **${added}** 项，修改 **${changed}** 项，撤下 **${withdrawn}** 项。已报的进展都会保留。`,
  diffList: '逐项对照',
  doubt: '存疑',
  added: '新增',
  changed: '修改',
  withdrawn: '撤下',
  unchanged: (title: string) => `《${title}》与库中的计划一致，没有改动。`,
  whichYear: (total: number, year: number) =>
    `读出任务 ${total} 项，文件中没有写年份，暂未导入。请点选是哪一年的计划，或直接回复年份（例如“${year}年”）。`,
  yearName: (year: number) => `${year}年`,
  notPlan: (reason: string) => `没有导入：${reason}`,
  kept: (title: string, total: number) =>
    `《${title}》共 ${total} 项，已存为草稿，尚未提醒任何单位。核对无误后请点“发布”。`,
  revised: (title: string, added: number, changed: number, withdrawn: number) =>
    `《${title}》已更新：新增 ${added} 项，修改 ${changed} 项，撤下 ${withdrawn} 项，已报的进展保留。24 小时内可以撤销。`,
  revisionUndone: (title: string) => `已撤销，《${title}》恢复为改动前的样子，已报的进展保留。`,
  revisionTooOld:
    '这次改动已超过 24 小时，不能整份撤销。请发送改正后的文件，或用“期限改为”等逐项调整。',
  revisionOvertaken: '这份计划之后又导入过新的改动，请先撤销后来的那次。',
  unitRevised: (title: string, lines: string[], more: number) =>
    [
      `《${title}》有调整，涉及贵单位：`,
      ...lines,
      ...(more > 0 ? [`……另有 ${more} 项，发送“我的任务”查看`] : []),
    ].join('\n'),
  unitRevisionUndone: (title: string) => `《${title}》刚才的调整已撤回，仍按调整前的安排办理。`,
  told: (n: number, untold: string[]) =>
    [
      ...(n > 0 ? [`已告知所涉 ${n} 个单位。`] : []),
      ...(untold.length > 0 ? [`没有联络员也没有绑定群，未能告知：${untold.join('、')}。`] : []),
    ].join(''),
  discarded: '已放弃，库中没有改动。',
  settledBefore: '这份文件已经处理过，没有重复操作。',
  published: (title: string, next: string) => `《${title}》已发布。${next}`,
  pastDue: ({ before, thisMonth }: PastDue) => {
    const told = [
      ...(before > 0 ? [`${before} 项在以前的月份，只作记录，不提醒`] : []),
      ...(thisMonth > 0 ? [`${thisMonth} 项在本月，照常列入本月任务卡片`] : []),
    ];
    return told.length > 0
      ? `其中 ${before + thisMonth} 项的期限已过：${told.join('；')}。期限有变的，发布后可发送“3月第2项期限改为12月20日”。`
      : '';
  },
  firstCard: (day: string, time: string) => `第一批提醒将于 ${day} ${time} 发出。`,
  noCard: '本年度提醒时间已过，只作记录，不再提醒。',
  publishedBefore: (title: string) => `《${title}》已经发布过，没有重复操作。`,
  nothingToPublish: '没有待发布的计划。请先把计划文件（docx、xlsx、txt 等）发给我。',
  whichToPublish: '请点选要发布的计划。',
  keepFirst: (title: string) => `《${title}》还没有确认：请先在预览卡片上核对并点“确认”，再发布。`,
  cannotUnpublish: '提醒已经发出，不能撤回发布。可发送“暂停推送”停止提醒。',
  unpublished: (title: string) =>
    `已撤回发布，《${title}》仍保留为草稿。要再次发布，请发送“发布”，或重新发来计划文件。`,
  dropped: (title: string) => `已撤销导入，《${title}》草稿已删除。`,
  reading: (name: string) => `正在读取《${name}》，请稍候。`,
};

/** What changes in a revised plan. */
export const diffWords = {
  none: '无',
  task: (month: string, seq: number, content: string) => `${month}第${seq}项 ${content}`,
  every: { month: '每月', quarter: '每季度', year: '每年', ongoing: '持续推进' },
  months: (months: number[]) => `${months.join('、')}月`,
  dayOf: (when: string, day: number) => `${when}${day}日前`,
  day: (year: number, month: number, date: number) => `${year}年${month}月${date}日`,
  field: (name: string, old: string, now: string) =>
    old ? `${name}：${old} → ${now}` : `${name}：${now}`,
};
