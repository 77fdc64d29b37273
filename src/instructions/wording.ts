import type { YearNumber } from '../calendar/year-number.ts';
import { shortDay } from '../text/short-day.ts';
import type { Standing } from './instruction.ts';

const dated = (dueOn: string | null) => (dueOn ? `${shortDay(dueOn)}前` : '不限期');

/** The number of the one instruction that a message of ours speaks of; undefined for none or several. Pure. */
export function onlyNumberIn(said: string): YearNumber | undefined {
  const found = new Set([...said.matchAll(/批示件第 ((?:\d{4}-)?\d+) 号/gu)].map((m) => m[1]));
  const [only = '', second] = found;
  const [, year, no] = /^(?:(\d{4})-)?(\d+)$/u.exec(only) ?? [];
  if (!no || second !== undefined) return undefined;
  return { no: Number(no), ...(year ? { year: Number(year) } : {}) };
}

/** As shown: the year stands in it where it is not the present one. */
type No = number | string;

export const words = {
  draftTitle: '批示（待您确认）',
  draftText: '批示原文',
  about: '针对事项',
  to: (units: string[]) =>
    units.length > 0
      ? `送：${units.join('、')}（单位联络员，私聊），同时告知督办人员。`
      : '文中没有写明单位，拟送督办人员研究落实。要直送单位，请写明单位名称后重发。',
  missing: (units: string[]) => `${units.join('、')}没有登记联络员，由督办人员转达。`,
  due: (dueOn: string) => `办理期限：${shortDay(dueOn)}前。`,
  askDue: '原文没有写期限，请选择办理期限：',
  send: '确认发送',
  sendBy: (label: string, day: string) => `${label}（${shortDay(day)}），确认发送`,
  thisWeek: '本周内',
  nextWeek: '下周内',
  thisMonth: '本月底前',
  noDue: '不限期，确认发送',
  otherDue: '其他日期',
  sendOther: '按所选日期发送',
  drop: '不发送',
  dropped: '已取消，批示没有发出。',
  decided: '这条批示已经处理过，没有重复操作。',
  pickDue: '请先在卡片上选择期限，或直接回复日期，例如“本月底前”。',
  sentTitle: (no: No) => `批示件第 ${no} 号`,
  sent: (no: No, units: string[], dueOn: string | null) =>
    `批示件第 ${no} 号已送${[...units, '督办人员'].join('、')}，期限：${dated(dueOn)}。办理情况会回复到您的原消息下。`,
  sentLater: '现在是休息时间，单位将在下一个工作时段收到。',
  toUnitTitle: (no: No) => `领导批示（第 ${no} 号）`,
  toUnit: (leader: string, dueOn: string | null) =>
    `${leader}批示如下，请贵单位研究落实${dueOn ? `，于 ${shortDay(dueOn)} 前报送办理情况` : '，并报送办理情况'}。`,
  toOffice: (leader: string, units: string[], dueOn: string | null) =>
    units.length > 0
      ? `${leader}批示，已送${units.join('、')}，期限：${dated(dueOn)}。`
      : `${leader}批示，未写明单位，请研究落实，期限：${dated(dueOn)}。`,
  toOfficeMissing: (units: string[]) => `以下单位没有登记联络员，请转达：${units.join('、')}。`,
  answerHow: (no: No) =>
    `请直接回复本消息，或发送“批示${no}办理情况：……”。只有您和督办人员、批示领导看得到。`,
  answerPlaceholder: '办理情况',
  answerSubmit: '报送办理情况',
  acknowledged: (no: No, dueOn: string | null) =>
    `批示件第 ${no} 号已签收。办理后请回复办理情况${dueOn ? `，期限 ${shortDay(dueOn)}` : ''}。`,
  answered: (no: No) => `批示件第 ${no} 号的办理情况已报送批示领导和督办人员。`,
  answerTitle: (no: No) => `批示件第 ${no} 号办理情况`,
  answerFrom: (unit: string, person: string) => `${unit}（${person}）报：`,
  answerUndone: (no: No) => `已撤回批示件第 ${no} 号的办理情况。`,
  answerGone: (no: No, unit: string) =>
    `${unit}撤回了批示件第 ${no} 号的一条办理情况，将重新报送。`,
  emptyAnswer: '请写明办理情况，没有改动。',
  close: '办结',
  closed: (no: No) => `批示件第 ${no} 号已办结。`,
  closedBefore: (no: No) => `批示件第 ${no} 号已经办结或撤回，没有重复操作。`,
  reopened: (no: No) => `已撤销，批示件第 ${no} 号恢复为办理中。`,
  withdrawn: (no: No) => `已撤回批示件第 ${no} 号，并告知有关单位和督办人员。`,
  withdrawnToUnit: (no: No) => `领导已撤回批示件第 ${no} 号，无需再报送办理情况。`,
  unknown: (no: No) => `没有第 ${no} 号批示件，没有改动。发送“批示件”查看。`,
  several: (no: No, lines: string[], typed: string) =>
    `有 ${lines.length} 件批示件都是第 ${no} 号，没有改动：\n${lines.join('\n')}\n请写明年份，例如“批示${typed}办结”“批示${typed}办理情况：……”。`,
  severalLine: (typed: string, text: string, isOpen: boolean) =>
    `${typed}：“${text}”${isOpen ? '' : '（已办结或撤回）'}`,
  notYours: '这件批示不由您的单位办理，没有改动。',
  onlyLeader: '批示由领导作出，没有改动。',
  inPrivate: '批示请在与我的私聊中办理。',
  how: '请在“批示”后写明内容，例如“批示：请科技经信局抓紧落实，本月底前报结果”；或直接回复一张进度卡片。',
  nudge: {
    'before-due': (no: No, due: string) =>
      `批示件第 ${no} 号将于 ${shortDay(due)} 到期，请贵单位报送办理情况。`,
    due: (no: No, _: string) => `批示件第 ${no} 号今日到期，请贵单位报送办理情况。`,
    'after-due': (no: No, due: string) =>
      `批示件第 ${no} 号（期限 ${shortDay(due)}）尚待贵单位报送办理情况，有困难也请说明。`,
  },
  listTitle: '批示件办理情况',
  listNone: '目前没有办理中的批示件。',
  listHead: (open: number, overdue: number, answered: number) =>
    `办理中 **${open}** 件，其中已报办理情况 ${answered} 件，超过期限待报 ${overdue} 件。`,
  standing: {
    closed: '已办结',
    answered: '已报办理情况',
    waiting: '办理中',
    overdue: '超过期限，待报',
  } satisfies Record<Standing, string>,
  facts: (i: { leader: string; units: string[]; dueOn: string | null; standing: string }) =>
    [i.leader, i.units.join('、') || '督办人员', `期限 ${dated(i.dueOn)}`, i.standing].join(' · '),
  waitingFor: (units: string[]) => `待报：${units.join('、')}`,
  lastAnswer: (unit: string, text: string) => `${unit}：${text}`,
  more: (n: number) => `另有 ${n} 件。`,
  // 关注
  noSuchTask:
    '没有找到要批示的事项，批示没有发出。请先查看任务清单，再说“第3项批示：……”；也可以先打开事项再批示。',
  attendHow: '请写明要关注哪一项，例如“关注第3项”“关注招商引资那项”；也可以先打开事项再点“关注”。',
  attendWhich: '有几项都符合，请选择：',
  attend: '关注',
  unattend: '取消关注',
  attended: (content: string) =>
    `已关注“${content}”，并告知牵头单位和督办人员。今后该项有新的反馈会发给您。`,
  attendedBefore: (content: string) => `“${content}”已在您的关注中，没有重复操作。`,
  unattended: (content: string) => `已取消关注“${content}”。`,
  notAttended: (content: string) => `您没有关注“${content}”，没有改动。`,
  attendUndone: '已撤销，恢复为之前的关注状态。',
  toLead: (content: string) =>
    `领导关注贵单位牵头的“${content}”，请在下次反馈时写明进展、下一步安排和需要协调的事项，不必另行报送材料。`,
  attendToOffice: (leader: string, content: string) => `${leader}关注“${content}”。`,
  news: (content: string, unit: string, status: string, note: string) =>
    `您关注的“${content}”有新的反馈。${unit}：${status}${note ? `。${note}` : ''}`,
  attendListTitle: '我关注的事项',
  attendListNone: '您目前没有关注的事项。发送“关注第3项”，或打开事项后点“关注”。',
  // On a task's card
  cardText: '批示内容',
  cardDue: '办理期限（选填）',
  cardSubmit: '拟批示',
};
