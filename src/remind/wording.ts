import { splitDay } from '../calendar/county-time.ts';
import type { TaskStatus } from '../progress/task-status.ts';

/** 已完成, 进行中 …: how a state is shown to people. Nothing here blames: no report is 待反馈. */
export const STATUS_WORDS: Record<TaskStatus, string> = {
  done: '已完成',
  in_progress: '进行中',
  not_started: '未开始',
  blocked: '有困难',
  extension: '申请延期',
  none: '待反馈',
};

export const ROLE_WORDS = { lead: '牵头', coop: '配合' } as const;

/** `3月31日`. */
export function shortDay(day: string): string {
  const { month, date } = splitDay(day);
  return `${month}月${date}日`;
}

export const words = {
  cardTitle: (month: number, no: number, of: number) =>
    `${month}月重点工作${of > 1 ? `（${no}/${of}）` : ''}`,
  cardTag: (open: number) => (open > 0 ? `待反馈 ${open}` : '已全部反馈'),
  cardSummary: (month: number, unit: string, count: number) =>
    `${month}月重点工作：${unit} ${count} 项`,
  cardIntro: (lead: number, coop: number) =>
    `本月牵头 **${lead}** 项，配合 **${coop}** 项。请点按钮反馈，或直接回复，例如“第1项已完成，第2项25号前完成”。`,
  due: (day: string) => `期限 ${shortDay(day)}`,
  leads: (names: string) => `牵头：${names}`,
  coops: (names: string) => `配合：${names}`,
  reported: (status: TaskStatus, reporter: string, day: string) =>
    `${STATUS_WORDS[status]}（${reporter}，${shortDay(day)}）`,
  expected: (day: string) => `预计 ${shortDay(day)} 完成`,
  formItem: '选择事项',
  formStatus: '进展情况',
  formNote: '进展、数据或困难',
  formDate: '预计完成日期（选填）',
  formSubmit: '提交',
  formTitle: '填写说明',
  done: '已完成',
  inProgress: '进行中',
  blocked: '有困难',
  officeLine: (month: number, units: string[], groups: string[]) =>
    [
      `${month}月提醒有未能送达的单位，请协助：`,
      ...(units.length > 0
        ? [
            `没有联络员也没有绑定群：${units.join('、')}。发送“设置 姓名 为 单位 联络员”，或在单位群里@我发送“绑定 单位”，提醒会随即补发。`,
          ]
        : []),
      ...(groups.length > 0
        ? [`尚未确定成员单位：${groups.join('、')}。发送“${groups[0]}=单位甲、单位乙”即可确定。`]
        : []),
    ].join('\n'),
};
