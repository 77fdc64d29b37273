import { QUIET_FROM, QUIET_UNTIL } from '../remind/due.ts';
import type { Rhythm } from '../remind/rhythm.ts';
import { shortDay } from '../text/short-day.ts';

/** When and how often units hear from the bot. */
export const rhythmWords = {
  againTitle: '再次提醒',
  againAsk: (
    months: number[],
    units: number,
    items: number,
    { plan, silent }: { plan: string; silent: boolean },
  ) =>
    `将向 ${units} 个${silent ? '尚无反馈的' : ''}单位的联络员私聊提醒${plan ? `《${plan}》` : ''} ${months.join('、')} 月的 ${items} 项牵头工作。已完成、申请延期、已同意延期未到期和归属待核实的不发；夜间和休息日顺延到下一工作日。`,
  againSend: '确认发送',
  againAtOnce: '确认后即发，不能指定以后的时间。',
  holdTitle: '暂缓提醒',
  pauseAll: '暂停推送',
  holdMonth: (month: number) => `暂缓${month}月提醒`,
  holdAsk: (month: number) =>
    `请选择：只暂缓${month}月的任务卡片和提醒，还是暂停全部推送。恢复请发送“恢复${month}月提醒”或“恢复推送”。目前没有改动。`,
  holdAskMonths: (months: number[]) =>
    `暂缓${months.join('、')}月的任务卡片和提醒，请点下方按钮确认。已经发出的卡片不收回，恢复请发送“恢复${months[0]}月提醒”。目前没有改动。`,
  holdNoUnit: (units: string[], months: number[]) =>
    `不能只对${units.join('、')}停发提醒，目前没有改动。可以暂缓${months.join('、')}月全部单位的提醒；只停其中一项，可发送“暂缓 ${months[0]}月第几项”；该单位已办结或申请延期的，可发送“代填 ${units[0]} 第几项已完成”登记，登记后不再提醒。`,
  againDropped: '已取消，提醒没有发出。',
  againSent: (units: number) => `已向 ${units} 个单位发出提醒。`,
  nobody:
    '没有需要再提醒的单位：事项已完成、正在等督办人员答复、已同意延期未到期，或单位没有登记联络员。',
  noCards: (months: number[], units: string[]) =>
    `没有发出：${units.join('、')}${months.length > 1 ? `${months[0]}—${months.at(-1)}` : months.join('')}月的任务卡片还没有发给单位，催办以发过的卡片为准。卡片在每月第一个工作日自动发出；计划发布前的月份只记录、不提醒。`,
  restDays: (worked: string[]) =>
    `周末、法定节假日和夜间（${QUIET_FROM} 至次日 ${QUIET_UNTIL}）本来就不发提醒和催办，没有改动；遇上了顺延到下一个工作日。${
      worked.length > 0 ? `${worked.map(shortDay).join('、')}是调休上班日，照常发。` : ''
    }您问的问题随时回答。`,
  how: (r: Rhythm) =>
    `现在的安排：${describeRhythm(r)}要改请说，例如“提醒时间改为9点半”“到期前5天、2天提醒”“到期后第1、7天提醒”“每月20日汇总”。`,
  outside:
    '没有改动：时间应在 8:00 至 20:00 之间，到期前后的天数应在 60 天以内，汇总日应在 1 至 28 日之间。',
  back: (r: Rhythm) => `已撤销，恢复为之前的提醒安排：${describeRhythm(r)}`,
  now: (r: Rhythm) => `提醒安排：${describeRhythm(r)}`,
};

function describeRhythm(r: Rhythm): string {
  const days = (list: number[]) => list.map((n) => `${n}天`).join('、');
  return [
    `每月第一个工作日 ${r.cardAt} 发任务卡片（前一工作日 ${r.eveAt} 向督办人员预告）；`,
    ...(r.before.length > 0 ? [`到期前${days(r.before)}提醒；`] : []),
    ...(r.onDue ? ['到期当天提醒；'] : []),
    ...(r.after.length > 0 ? [`到期后第${days(r.after)}提醒；`] : []),
    `到期提醒在 ${r.nudgeAt} 发出；`,
    r.digestDay > 0 ? `每月${r.digestDay}日向督办人员汇总。` : '不发每月汇总。',
  ].join('');
}
