import type { Day } from '../calendar/county-time.ts';
import { shortDay } from '../text/short-day.ts';
import type { MatterKind } from './matter.ts';

export const KIND_WORDS: Record<MatterKind, string> = {
  extension: '延期申请',
  dispute: '归属有疑问',
  none: '反映本月无此项',
  completion: '办结待审核',
};

/** The two buttons of each kind. */
export const CHOICES: Record<MatterKind, { agree: string; refuse: string }> = {
  extension: { agree: '同意延期', refuse: '不同意' },
  dispute: { agree: '改派', refuse: '维持原安排' },
  none: { agree: '确无此项', refuse: '仍需办理' },
  completion: { agree: '通过', refuse: '退回' },
};

const because = (answer: string) => (answer ? `说明：${answer}。` : '');

type Outcome = {
  kind: MatterKind;
  content: string;
  role: 'lead' | 'coop';
  due: string;
  grantedOn: string | undefined;
  to: string | undefined;
  answer: string;
};

const ROLE = { lead: '牵头', coop: '配合' } as const;

const AGREED: Record<MatterKind, (o: Outcome) => string> = {
  extension: ({ content, role, grantedOn, answer }) =>
    role === 'lead'
      ? `“${content}”的延期申请已同意，期限改为 ${shortDay(grantedOn ?? '')}。${because(answer)}`
      : `“${content}”配合部分的延期申请已同意，请于 ${shortDay(grantedOn ?? '')} 前反馈。${because(answer)}`,
  dispute: ({ content, role, to, answer }) =>
    `“${content}”${to ? `已改由${to}${ROLE[role]}` : `已不再由贵单位${ROLE[role]}`}，不再提醒贵单位。${because(answer)}`,
  none: ({ content, answer }) => `已确认“${content}”本月无此项工作，不再提醒。${because(answer)}`,
  completion: ({ content, answer }) => `“${content}”的办结审核已通过。${because(answer)}`,
};

const REFUSED: Record<MatterKind, (o: Outcome) => string> = {
  extension: ({ content, due, answer }) =>
    `“${content}”的延期申请未同意，期限仍为 ${shortDay(due)}。${because(answer)}`,
  dispute: ({ content, role, answer }) =>
    `经核实，“${content}”仍由贵单位${ROLE[role]}。${because(answer)}`,
  none: ({ content, answer }) => `经核对计划，“${content}”仍需办理。${because(answer)}`,
  completion: ({ content, answer }) =>
    `“${content}”的办结已退回。${because(answer)}请补充后重新反馈。`,
};

type Kept = { kind: MatterKind; state: 'agreed' | 'refused'; content: string };

const choiceOf = ({ kind, state }: Omit<Kept, 'content'>) =>
  CHOICES[kind][state === 'agreed' ? 'agree' : 'refuse'];

export const words = {
  title: (kind: MatterKind) => KIND_WORDS[kind],
  openTag: '待答复',
  task: '事项',
  raisedBy: (unit: string, person: string, day: string) => `${unit} ${person}，${shortDay(day)}`,
  role: (role: 'lead' | 'coop') => `${ROLE[role]}单位`,
  due: (day: string) => `现定期限 ${shortDay(day)}`,
  asked: (day: string) => `申请延至 ${shortDay(day)}`,
  askedNoDay: '未写明延至哪天，同意时请选择日期',
  leads: (names: string) => `计划所列牵头单位：${names}`,
  reason: (text: string) => `原话：${text}`,
  pickDay: (asked: boolean) => (asked ? '另定日期（不选即按申请的日期）' : '同意延至'),
  pickUnit: '改派给哪个单位',
  answer: (kind: MatterKind) =>
    kind === 'completion' ? '意见（退回时请写明原因）' : '说明（选填）',
  outcome: (state: 'agreed' | 'refused', kind: MatterKind, who: string, day: string) =>
    `${choiceOf({ kind, state })}（${who}，${shortDay(day)}）`,
  grantedOn: (day: string) => `期限改为 ${shortDay(day)}`,
  passedTo: (unit: string) => `改派 ${unit}`,
  answered: (text: string) => `说明：${text}`,
  withdrawn: '单位已撤回或已另行反馈，无需答复。',
  toUnit: (state: 'agreed' | 'refused', outcome: Outcome) =>
    (state === 'agreed' ? AGREED : REFUSED)[outcome.kind](outcome),
  toTaker: (content: string, role: 'lead' | 'coop', due: string, from: string) =>
    `“${content}”原列${from}，经督办人员核定改由贵单位${ROLE[role]}，期限 ${shortDay(due)}。`,
  undoneToUnit: (kind: MatterKind, content: string) =>
    `关于“${content}”（${KIND_WORDS[kind]}）的答复已撤回，待督办人员重新答复。`,
  undone: (kind: MatterKind, content: string) =>
    `已撤销对“${content}”（${KIND_WORDS[kind]}）的答复，恢复为待答复，并已告知单位。`,
  decided: (kind: MatterKind, agree: boolean) =>
    `已答复：${CHOICES[kind][agree ? 'agree' : 'refuse']}`,
  settledBefore: '这件事已经答复过，没有重复操作。',
  noTime: (why: 'too-early' | 'too-far', on: Day, dueOn: Day) =>
    why === 'too-early'
      ? `没有保存：延至 ${on} 不晚于现期限 ${dueOn}，或已经过去。请写明期限之后、今天以后的日期。`
      : `没有保存：延至 ${on} 距现期限 ${dueOn} 太远。请核对年份。`,
  dateNeeded: '没有保存：请选择同意延至的日期。',
  noTask: '没有保存：这项任务已取消、暂缓或从计划中调出，不用再延期。',
  unitNeeded: '没有保存：请选择改派的单位。',
  reasonNeeded: '没有保存：退回请写明原因，例如“退回，请补充签约清单”。',
  badForm: '没有保存：填写的内容不完整。',
  noOffice: '答复由督办人员办理，没有改动。',
  listTitle: '待答复事项',
  itemNo: (no: number) => `第${no}项`,
  notWaiting: (which: string) =>
    `${which}没有等待答复的申请或审核，没有改动。要改期限请发送“${which}期限改为4月20日”；已报的情况不实，请发送“代填 ${which}正在推进”更正，该单位会收到告知。`,
  noneOfThese: '没有这一类等待答复的事项，没有改动。',
  othersWait: (lines: string[]) => `目前等待答复的有：\n${lines.join('\n')}`,
  listNone: '目前没有等待答复的事项。',
  listHead: (n: number) => `共 **${n}** 件等待答复：`,
  listLine: (kind: MatterKind, unit: string, content: string) =>
    `${KIND_WORDS[kind]} · ${unit}：${content}`,
  open: '办理',
  more: (n: number) => `另有 ${n} 件，办理后再发送“待答复”查看。`,
  whichTitle: (kind: MatterKind) => (kind === 'none' ? '请确认是哪一项' : '请确认是哪一项的归属'),
  which: (text: string) => `您说“${text}”，请点选对应的事项：`,
  thisOne: '就是这一项',
  raised: (kind: 'dispute' | 'none', content: string) =>
    kind === 'dispute'
      ? `“${content}”的归属已转督办人员核实，答复前不再提醒这一项。`
      : `“${content}”已转督办人员核对计划，答复前不再提醒这一项。`,
  reasonWanted: '请补一句应由谁负责或依据什么，例如“这项应由开发区负责”。',
  raiseUndone: (content: string) => `已撤销，“${content}”恢复为之前的状态。`,
  raiseRecalled: (content: string) =>
    `您撤回了一条消息，其中对“${content}”的反映已随之撤回，恢复为之前的状态。`,
  recallKept: (kept: Kept[]) =>
    `您撤回了一条消息，其中${kept.map((k) => `“${k.content}”督办人员此前已答复“${choiceOf(k)}”`).join('、')}，记录没有改动，并已告知督办人员。如有变化，请直接反馈。`,
  recalledAnswered: (unit: string, person: string, kept: Kept[]) =>
    `${unit} ${person} 撤回了一条消息，其中${kept.map((k) => `“${k.content}”此前已答复“${choiceOf(k)}”`).join('、')}，记录没有改动。如情况有变，可请该单位重新反馈，或发送“代填 ${unit}第1项正在推进”更正。`,
  raiseDecided: '督办人员已经答复，不能撤销。如有变化，请直接反馈。',
  claimOffice: (unit: string, person: string, text: string) =>
    `${unit} ${person} 说：“${text}”。仅供知悉，进展和期限没有改动。`,
  grantedBefore: (content: string, on: Day) =>
    `“${content}”的延期此前已经同意，期限为 ${shortDay(on)}，不必再次申请，没有改动。如需再延，请写明延到哪天。`,
  claim: '已记下并转督办人员知悉。进展和期限没有改动，如需延期或已办结，请直接说明。',
};
