import { shortDay } from '../text/short-day.ts';
import type { Status } from './report.ts';

/** 已完成, 进行中 …: what a unit can say of its part. */
export const STATUS_WORDS: Record<Status, string> = {
  done: '已完成',
  in_progress: '进行中',
  not_started: '未开始',
  blocked: '有困难',
  extension: '申请延期',
};

export const words = {
  recordedTitle: '已记录',
  recordedLine: (item: {
    no?: number;
    content: string;
    status: Status;
    percent?: number;
    eta?: string;
  }) =>
    [
      `${item.no ? `第${item.no}项` : ''}“${item.content}”：${STATUS_WORDS[item.status]}`,
      ...(item.percent !== undefined ? [`${item.percent}%`] : []),
      ...(item.eta ? [`预计 ${shortDay(item.eta)} 完成`] : []),
    ].join('，'),
  recordedFoot: (unit: string, person: string) =>
    `${unit} ${person}。如有误，请点“撤销”，或直接再说一遍。`,
  blockedItem: (task: string) => `“${task}”推进有困难`,
  waitingFoot: '办结待督办人员审核，通过后计为完成。',
  extensionFoot: '延期申请已转督办人员，答复前不再提醒这一项。',
  undo: '撤销',
  undone: (n: number) => `已撤销，${n} 项恢复为之前的状态。`,
  undoneBefore: '这次反馈已经撤销过，没有重复操作。',
  nothingToUndo: '没有可以撤销的操作。',
  cannotUndo: '这一步不能撤销。',
  undoNotYours: '只能撤销自己所作的操作。',
  askTitle: '请确认是哪一项',
  askWhich: (text: string) => `您说“${text}”，请点选对应的事项和情况：`,
  askUnit: (text: string) => `您说“${text}”，请点选是哪个单位的情况：`,
  moreItems: (n: number) => `另有 ${n} 项，请用序号说明，例如“第12项已完成”。`,
  noOpenItems: (unit: string) => `${unit}目前没有待反馈的事项。`,
  noUnit: '没有查到您所在的单位，请联系督办人员登记后再反馈。',
  notYourUnit: '这张卡片属于其他单位，您没有反馈权限。',
  staleCard: '这张卡片已失效，请以最新的卡片为准，或直接文字回复。',
  badForm: '没有保存：请选择事项和进展情况。',
  saved: (status: Status) => `已记录：${STATUS_WORDS[status]}`,
  acknowledged: '收到。有进展时请直接回复，例如“第1项已完成”。',
  thanks: '不客气。',
  itemFacts: (item: {
    no: number;
    content: string;
    dueOn: string;
    leadUnits: string[];
    coopUnits: string[];
  }) =>
    [
      `第${item.no}项“${item.content}”：期限 ${shortDay(item.dueOn)}`,
      ...(item.leadUnits.length > 0 ? [`牵头 ${item.leadUnits.join('、')}`] : []),
      ...(item.coopUnits.length > 0 ? [`配合 ${item.coopUnits.join('、')}`] : []),
    ].join('，'),
  question: '您的问题已转督办人员，进展没有改动。',
  questionOffice: (unit: string, person: string, text: string) =>
    `${unit} ${person} 提问：“${text}”。请答复。`,
  secret: '涉密或内部敏感内容请勿在此发送，本条没有保存。请按保密规定线下报送。',
  file: '附件已收到。请再用文字说明是哪一项、进展如何，例如“第1项已完成”。',
  notReport: '没有改动任何进展。反馈请说明第几项和情况，例如“第1项已完成，第2项25号前完成”。',
  injection: '没有改动任何进展。进展须由本单位按事项反馈。',
  askAgain: (why: string) => why,
};
