import { shortDay } from '../text/short-day.ts';

/** As shown: the year stands in it where it is not the present one. */
type No = number | string;

export const words = {
  title: '问题清单',
  head: (n: number) => `尚未销号的问题 **${n}** 个：`,
  none: '问题清单上没有尚未销号的问题。',
  facts: (p: { unitName: string; dueOn: string | null; raisedOn: string }) =>
    [
      `责任单位：${p.unitName}`,
      ...(p.dueOn ? [`${shortDay(p.dueOn)} 前解决`] : []),
      `${shortDay(p.raisedOn)} 提出`,
    ].join(' · '),
  solve: '销号',
  more: (n: number) => `另有 ${n} 个，可写明编号办理，例如“问题12已解决”。`,
  listed: (nos: number[]) =>
    `已列入问题清单第 ${nos.join('、')} 号，解决后请回复“问题${nos[0] ?? 1}已解决”。`,
  struckOff: (nos: number[]) => `问题清单第 ${nos.join('、')} 号已随本次反馈销号。`,
  over: '困难已解决',
  stillBlocked: (content: string) => `“${content}”仍记为“有困难”，如情况有变请点选：`,
  listedShort: (no: No) => `已列入问题清单第 ${no} 号`,
  solved: (no: No, content: string) => `问题清单第 ${no} 号“${content}”已销号。`,
  solvedBefore: (no: No) => `问题清单第 ${no} 号已经销号，没有重复操作。`,
  reopened: (no: No) => `已撤销，问题清单第 ${no} 号恢复为未解决。`,
  unknown: (no: No) => `问题清单上没有第 ${no} 号，没有改动。发送“问题清单”查看。`,
  several: (no: No, lines: string[], typed: string) =>
    `问题清单上有 ${lines.length} 个第 ${no} 号，没有改动：\n${lines.join('\n')}\n请写明年份，例如“问题${typed}已解决”。`,
  severalLine: (typed: string, content: string, unit: string, isOpen: boolean) =>
    `${typed}：${content}（${unit}${isOpen ? '' : '，已销号'}）`,
  notYours: '这个问题由其他单位负责，没有改动。',
  onlyOffice: '问题的责任单位和期限由督办人员确定，没有改动。',
  changed: (no: No, unit: string, dueOn: string | undefined) =>
    `问题清单第 ${no} 号：责任单位 ${unit}${dueOn ? `，${shortDay(dueOn)} 前解决` : ''}。`,
  changedUndone: (no: No) => `已撤销，问题清单第 ${no} 号恢复为之前的责任单位和期限。`,
  toOwner: (no: No, content: string, dueOn: string | undefined) =>
    `问题清单第 ${no} 号“${content}”请贵单位${dueOn ? `于 ${shortDay(dueOn)} 前` : ''}解决。解决后请回复“问题${no}已解决”。`,
  toRaiser: (no: No, content: string, by: string) =>
    `问题清单第 ${no} 号“${content}”已由${by}销号。如尚未解决，请直接回复说明。`,
  nothingToChange: '请写明责任单位或期限，例如“问题3 由自然资源局负责，4月底前解决”。',
};
