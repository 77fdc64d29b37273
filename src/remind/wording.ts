import type { MatterKind } from '../matters/matter.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import { STATUS_WORDS as REPORTED } from '../progress/wording.ts';
import { shortDay } from '../text/short-day.ts';
import type { SendingKind } from './planned.ts';
import type { Rhythm } from './rhythm.ts';

/** 已完成, 进行中 …: how a state is shown to people. Nothing here blames: no report is 待反馈. */
export const STATUS_WORDS: Record<TaskStatus, string> = { ...REPORTED, none: '待反馈' };

/** How a report reads that needs the office's word. */
const DECISION_WORDS: Partial<
  Record<TaskStatus, Record<'waiting' | 'agreed' | 'refused', string>>
> = {
  done: { waiting: '已办结，待审核', agreed: '已完成，审核通过', refused: '办结已退回，请补充' },
  extension: { waiting: '申请延期，待答复', agreed: '已同意延期', refused: '未同意延期' },
};

const WAITS: Record<MatterKind, string> = {
  extension: '（延期申请待答复）',
  dispute: '（归属待督办人员核实）',
  none: '（待督办人员核对计划）',
  completion: '（待审核）',
};

export const ROLE_WORDS = { lead: '牵头', coop: '配合' } as const;

export const words = {
  cardTitle: (month: number, no: number, of: number) =>
    `${month}月重点工作${of > 1 ? `（${no}/${of}）` : ''}`,
  nudgeTitle: {
    'before-due': (month: number) => `${month}月重点工作：临近期限`,
    due: (month: number) => `${month}月重点工作：今日到期`,
    'after-due': (month: number) => `${month}月重点工作：请反馈进展`,
    'around-due': (month: number) => `${month}月重点工作：请反馈进展`,
    again: (month: number) => `${month}月重点工作：请反馈进展`,
  },
  nudgeIntro: {
    'before-due': (n: number) =>
      `有 **${n}** 项牵头工作将近期限，进展如何请顺手反馈；确有困难的也请说明。`,
    due: (n: number) =>
      `有 **${n}** 项牵头工作今日到期，请反馈完成情况；需要延期的请说明理由和日期。`,
    'after-due': (n: number) =>
      `有 **${n}** 项牵头工作已过期限，尚待反馈。如已完成请点一下，未完成的请说明进展或申请延期。`,
    'around-due': (n: number) =>
      `有 **${n}** 项牵头工作临近、已到或已过期限（各项期限见下），请反馈进展；需要延期的请说明理由和日期。`,
    again: (n: number) => `督办人员请您反馈以下 **${n}** 项的进展。`,
  },
  unreached: (lines: { unit: string; count: number }[]) =>
    [
      '以下单位有到期事项要提醒，但没有可以联系的联络员，没有发出，请电话联系：',
      ...lines.map((l) => `${l.unit} ${l.count} 项`),
      `登记后会补发：发送“设置 姓名 为 ${lines[0]?.unit ?? '单位'} 联络员”。`,
    ].join('\n'),
  eveTitle: (month: number) => `${month}月提醒预告`,
  eveBody: (at: string, units: number, missing: string[]) =>
    [
      `将于 **${at}** 向 **${units}** 个单位发送本月任务。`,
      ...(missing.length > 0 ? [`没有联络员也没有绑定群：${missing.join('、')}。`] : []),
      '如需调整请点“暂缓”，调整后再点“恢复发送”。',
    ].join('<br>'),
  eveHold: '暂缓',
  eveRelease: '恢复发送',
  held: (month: number) => `${month}月提醒已暂缓，恢复发送前不会发出。`,
  heldByWord: (month: number) =>
    `${month}月提醒已暂缓，恢复前不会发出。发送“恢复${month}月提醒”即可恢复。`,
  heldBefore: '这个月的提醒已经暂缓或已发出，没有改动。',
  released: (month: number) => `${month}月提醒已恢复，将在工作时间发出。`,
  releasedBefore: '这个月的提醒没有暂缓，没有改动。',
  digest: (month: number, total: number, done: number, silent: string[], blocked: number) =>
    [
      `${month}月进展小结：共 ${total} 项，已完成 ${done} 项，有困难 ${blocked} 项。`,
      silent.length > 0
        ? `尚待反馈的单位（${silent.length} 个）：${silent.join('、')}。`
        : '各单位均已反馈。',
      '发送“本月进度”查看详情。此小结只发督办人员。',
    ].join('\n'),
  replaced: '已更新',
  replacedBody: '这张卡片已更新，请在最新的卡片上反馈，或直接回复文字。',
  cardTag: (open: number) => (open > 0 ? `待反馈 ${open}` : '已全部反馈'),
  cardSummary: (month: number, unit: string, count: number) =>
    `${month}月重点工作：${unit} ${count} 项`,
  cardIntro: (lead: number, coop: number) =>
    `本月牵头 **${lead}** 项，配合 **${coop}** 项。请点按钮反馈，或直接回复，例如“第1项已完成，第2项25号前完成”。`,
  due: (day: string) => `期限 ${shortDay(day)}`,
  handler: (name: string) => `经办：${name}`,
  leads: (names: string) => `牵头：${names}`,
  coops: (names: string) => `配合：${names}`,
  reported: (r: {
    status: TaskStatus;
    reporter: string;
    on: string;
    decision?: 'waiting' | 'agreed' | 'refused';
    source?: string;
  }) => {
    const source = r.source === undefined ? [] : ['督办代填', ...(r.source ? [r.source] : [])];
    const decided = r.decision && DECISION_WORDS[r.status]?.[r.decision];
    return `${decided ?? STATUS_WORDS[r.status]}（${[...source, r.reporter, shortDay(r.on)].join('，')}）`;
  },
  waits: (kind: MatterKind) => WAITS[kind],
  off: {
    withdrawn: '已从计划撤下，无需反馈',
    suspended: '已暂缓，无需反馈',
    cancelled: '已取消，无需反馈',
    passed: '已改由其他单位承担，无需反馈',
    freed: '已确认本月无此项，无需反馈',
    moved: '已调整到其他月份，本月无需反馈',
  },
  offNow: (why: string) => `没有改动：这一项${why}。`,
  expected: (day: string) => `预计 ${shortDay(day)} 完成`,
  expectedBefore: (day: string) => `此前预计 ${shortDay(day)} 完成`,
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

/** The calendar of working days. */
export const dayWords = {
  line: (n: number | undefined) => (n === undefined ? '' : `第${n}行`),
  row: (n: number, sheet: string | undefined) => `${sheet ? `工作表“${sheet}”` : ''}第${n}行`,
  imported: (
    years: { year: number; rests: number; works: number; missing: string[] }[],
    moved: number,
  ) =>
    [
      ...years.map(
        ({ year, rests, works, missing }) =>
          `已存入 ${year} 年放假安排：放假 ${rests} 天，调休上班 ${works} 天。${
            missing.length > 0 ? `还没有${missing.join('、')}的安排，请补全。` : ''
          }`,
      ),
      ...(moved > 0 ? [`有 ${moved} 项任务的期限随月末工作日调整。`] : []),
      '提醒和期限从现在起按此计算。',
    ].join(''),
  same: '与库中的放假安排一致，没有改动。',
  wrong: (lines: string[], n: number) =>
    [
      `有 ${n} 行看不懂，整份没有存入。请改好后重新发送：`,
      ...lines,
      ...(n > lines.length ? [`……另有 ${n - lines.length} 行`] : []),
    ].join('\n'),
  noDays: '没有读到日期。请每行写一天或一段，例如“2027-01-01 休 元旦”“2027-02-07 班”。',
  restored: '已撤销，放假安排恢复为之前的样子。',
  until: (year: number) => `放假调休安排已知至 ${year} 年。`,
  span: (from: string, to: string) => {
    if (from === to) return from;
    const [month = ''] = /^\d+月/.exec(from) ?? [];
    return `${from}至${to.startsWith(month) ? to.slice(month.length) : to}`;
  },
  year: (year: number, rests: string[], works: string[]) =>
    `${year}年 放假：${rests.join('、') || '无'}；调休上班：${works.join('、') || '无'}。`,
  unknown: (year: number, missing: string[]) =>
    `${year}年 还没有${missing.length >= 7 ? '放假调休' : `${missing.join('、')}的`}安排，只按周一至周五算。`,
  how: '放假通知公布后，请把文件（docx、xlsx、csv、txt 均可）直接发给我，或每行写一天：“2027-01-01 休”“2027-02-07 班”。',
  notice: (year: number) =>
    `库中还没有 ${year} 年的放假调休安排，${year} 年的提醒和期限暂时只按周一至周五计算。`,
};

/** The rhythm of reminders as a file. */
export const rhythmFileWords = {
  noJson: (why: string) => `不是 JSON：${why}`,
  noObject: '应是一个 JSON 对象，例如 {"cardAt": "09:00", "before": [3]}',
  unknown: (name: string, known: string[]) => `${name}：没有这个设置，可用的有 ${known.join('、')}`,
  wrong: (name: keyof Rhythm) => `${name}：${RHYTHM_SHAPES[name]}`,
};

const TIME_SHAPE = (what: string, example: string) =>
  `${what}应是 08:00 至 19:59 之间的时间，例如 "${example}"`;

/** What each setting should look like. */
const RHYTHM_SHAPES: Record<keyof Rhythm, string> = {
  cardAt: TIME_SHAPE('发月度任务卡片的时间', '09:00'),
  eveAt: TIME_SHAPE('前一工作日预告的时间', '15:00'),
  nudgeAt: TIME_SHAPE('到期提醒的时间', '09:10'),
  before: '到期前几天提醒，应是 1 至 60 的整数，最多 6 个，例如 [3]；不提醒填 []',
  onDue: '到期当天是否提醒，应是 true 或 false',
  after: '到期后第几天提醒，应是 1 至 60 的整数，最多 6 个，例如 [1, 4, 11, 25]；不提醒填 []',
  digestDay: '每月向督办人员汇总的日期，应是 1 至 28，例如 25；不汇总填 0',
};

/** What would be sent, in one line each. */
export const sendingWords = {
  line: (
    kind: SendingKind,
    unit: string,
    count: number,
    to: { type: 'person' | 'chat' | 'none'; name: string },
  ) => {
    const whom = to.type === 'none' ? '无人接收，届时告知督办人员' : to.name;
    return unit
      ? `${unit} ${count} 项 → ${whom}（${KINDS[kind]}）`
      : `督办人员 → ${whom}（${KINDS[kind]}）`;
  },
};

const KINDS: Record<SendingKind, string> = {
  'month-card': '月度任务卡片',
  'passed-on': '转办事项',
  'before-due': '到期前提醒',
  due: '到期提醒',
  'after-due': '到期后提醒',
  'fresh-card': '更新卡片',
  eve: '提醒预告',
  digest: '月度小结',
  calendar: '放假安排提示',
};

/** Somebody cannot be written to any more. */
export const leftWords = {
  left: (name: string) => `${name}的飞书账号已停用或离职，消息不能送达。`,
  refused: (name: string, code: number) =>
    `发给${name}的消息不能送达（${code}）：可能已离职、停用机器人，或不在应用可用范围内。`,
  item: (content: string, due: string) => `　${content}（期限 ${due}）`,
  unit: (u: { unit: string; isMain: boolean; deputy?: string; open: string[]; more: number }) =>
    [
      `${u.unit}${u.isMain ? '联络员' : '副联络员'}：${
        u.deputy
          ? `提醒暂由${u.deputy}接收。`
          : '该单位已没有可以联系的联络员，提醒会告知督办人员。'
      }`,
      ...(u.open.length > 0 ? [`未办结的牵头事项 ${u.open.length + u.more} 项：`, ...u.open] : []),
      ...(u.more > 0 ? [`　……另有 ${u.more} 项`] : []),
      ...(u.isMain ? [`请确定接任人后发送“交接 ${u.unit} 姓名”，事项和卡片随即转给接任人。`] : []),
    ].join('\n'),
};
