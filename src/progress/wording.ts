import { clip } from '../feishu/card.ts';
import { shortDay } from '../text/short-day.ts';
import type { Doubt } from './reading.ts';
import type { Status } from './report.ts';

/** 已完成, 进行中 …: what a unit can say of its part. */
export const STATUS_WORDS: Record<Status, string> = {
  done: '已完成',
  in_progress: '进行中',
  not_started: '未开始',
  blocked: '有困难',
  extension: '申请延期',
};

/** Where an item stands by somebody's word. */
type State = {
  status: Status;
  /** 0–100. */
  percent?: number | null;
  /** A day, `YYYY-MM-DD`. */
  eta?: string | null;
  /** The day given earlier and not named again. */
  promised?: string | null;
};

/** One item of what was understood, as a confirmation shows it. */
export type RecordedLine = State & {
  no?: number;
  content: string;
  /** Figures with their units, as written. */
  figures?: string[];
  /** The person's own words. */
  note?: string;
  /** A day without its month, as written, that was taken to be of the next. */
  nextMonth?: string;
  /** What held before, where something did. */
  before?: State;
  /** Set apart from the rest, with nothing said of it. */
  unsaid?: true;
  /** Not named, and left in this state. */
  kept?: Status;
};

/** A state with its share and its day: `进行中，80%，预计 3月25日 完成`. */
export function stateWords({ status, percent, eta, promised }: State): string {
  const expected = promised ? [`此前预计 ${shortDay(promised)} 完成`] : [];
  const day = eta
    ? [status === 'extension' ? `延至 ${shortDay(eta)}` : `预计 ${shortDay(eta)} 完成`]
    : expected;
  return [
    STATUS_WORDS[status],
    ...(percent === undefined || percent === null ? [] : [`${percent}%`]),
    ...day,
  ].join('，');
}

/** An item of a report that is withdrawn: what it had said, and what holds now. */
export type WithdrawnItem = { content: string; was: Status; now?: State & { by: string } };

function withdrawnLine({ content, was, now }: WithdrawnItem): string {
  return now
    ? `“${content}”由“${STATUS_WORDS[was]}”恢复为“${stateWords(now)}”（${now.by}）。`
    : `“${content}”由“${STATUS_WORDS[was]}”恢复为待反馈。`;
}
/** A long message is quoted by its beginning; the question that asks about it keeps the whole. */
const quoted = (text: string) =>
  text.length > QUOTED
    ? `“${clip(text, QUOTED)}”（全文 ${text.length} 字，已完整留存）`
    : `“${text}”`;
const QUOTED = 80;

export const words = {
  recordedTitle: '已记录',
  recordedLine: (item: RecordedLine) => {
    const name = `${item.no ? `第${item.no}项` : ''}“${item.content}”：`;
    if (item.kept)
      return `${name}此前为“${STATUS_WORDS[item.kept]}”，本条没有点名，保持原状，没有改动`;
    if (item.unsaid) return `${name}未说明情况，保持原状，没有改动`;
    const now = stateWords(item) + (item.promised ? '（未另报日期）' : '');
    const before = item.before && stateWords(item.before);
    const stays =
      item.promised && before === stateWords({ ...item, eta: item.promised, promised: null });
    const changed = before && before !== now && !stays ? `（原为：${before}）` : '';
    const figures = item.figures?.length ? `；数据 ${item.figures.join('、')}` : '';
    const rolled =
      item.nextMonth && item.eta
        ? `（“${item.nextMonth}”未写月份，本月的已过，按${shortDay(item.eta)}登记）`
        : '';
    const said = item.note ? `。原话：${clip(item.note, 60)}` : '';
    return `${name}${now}${rolled}${figures}${changed}${said}`;
  },
  recordedFoot: (unit: string, person: string) =>
    `${unit} ${person}。如有误，请点“撤销”，或直接再说一遍。`,
  blockedItem: (task: string) => `“${task}”推进有困难`,
  waitingFoot: '办结待督办人员审核，通过后计为完成。',
  timeStillAsked: '此前的延期申请仍待答复。',
  reasonWanted: '请补一句原因，例如“原因是设备没有到货”，一并提供给督办人员。',
  extensionFoot: '延期申请已转督办人员，答复前不再提醒这一项。',
  undo: '撤销',
  undone: (items: WithdrawnItem[]) =>
    [`已撤销 ${items.length} 项反馈：`, ...items.map(withdrawnLine)].join('\n'),
  recalled: (items: WithdrawnItem[]) =>
    [`您撤回了一条消息，其中 ${items.length} 项反馈已随之撤回：`, ...items.map(withdrawnLine)].join(
      '\n',
    ),
  recordAgain: '情况没有变化，恢复记录',
  staysRecalled: '不恢复',
  overtaken: (items: { content: string; status: Status; reporter: string }[]) =>
    `${items
      .map((i) => `“${clip(i.content, 40)}”此后已由${i.reporter}反馈为“${STATUS_WORDS[i.status]}”`)
      .join(
        '；',
      )}，以此为准，本条没有改动。如情况有变，请写明序号重新反馈，例如“第1项有困难，资金没有到位”。`,
  settledBefore: '这个问题已经答复过，没有重复操作。',
  undoneBefore: '这次反馈已经撤销过，没有重复操作。',
  nothingToUndo: '没有可以撤销的操作。',
  cannotUndo: '这一步不能撤销。',
  undoNotYours: '没有改动：只能撤销自己所作、目前仍有权办理的操作。',
  askTitle: '请确认是哪一项',
  askWhich: (text: string) => `您说${quoted(text)}，请点选对应的事项和情况：`,
  askUnit: (text: string) => `您说${quoted(text)}，请点选是哪个单位的情况：`,
  proxyThis: (source: string) => (source ? `登记，来源：${source}` : '登记'),
  proposeTitle: '请确认',
  propose: (text: string, several: boolean) =>
    several
      ? `您说${quoted(text)}，可以有不同理解，还没有记录。请点选您的意思：`
      : `您说${quoted(text)}，理解如下，还没有记录。请确认：`,
  proposeThis: '是这个意思，请记录',
  proposeNone: '都不是',
  sweeps: (n: number, most: number, coops: number) =>
    `本条没有逐项写明序号，一次涉及 ${n} 项（超过 ${most} 项）${coops > 0 ? `，其中 ${coops} 项由其他单位牵头、记本单位配合部分` : ''}，请逐项核对后再确认。`,
  doubts: {
    condition: '说的是具备条件后才能完成，条件具备前按“进行中”登记，不计完成。',
    dropped: '是否暂缓或取消由督办人员决定。确认后先按“有困难”登记，列入问题清单，请督办人员答复。',
  } satisfies Record<Doubt, string>,
  owedItem: (month: number, content: string) => `（${month}月）${content}`,
  target: (figure: string) => `目标 ${figure}`,
  proposeDropped: '没有记录。请换个说法，例如“第1项已完成，第2项25号前完成”。',
  unknownNumbers: (list: string, nos: number[], known: number[]) =>
    `${list}没有第${nos.join('、')}项（${
      known.every((no, i) => no === i + 1) ? `共${known.length}项` : `有第${known.join('、')}项`
    }），本条没有记录。请核对序号后重新发送，例如“第1项已完成”；发送“我还欠什么”可查看清单。`,
  onePlanAtATime: '本条说到不止一个计划，各计划的清单分别编号，请每个计划发一条。本条没有记录。',
  alreadyDone: (nos: number[]) =>
    `第${nos.join('、')}项已记录为“已完成”，本条没有改动。如情况有变，请说明，例如“第${nos[0] ?? 1}项还在进行”。`,
  suspended: (nos: number[]) =>
    `第${nos.join('、')}项已暂缓，无需反馈，本条没有记录。如需恢复，请与督办人员联系。`,
  noSuchDay: (day: string) =>
    `日历上没有“${day}”，本条没有记录。请核对日期后重新发送，例如“第1项25号前完成”。`,
  noItemsInMonth: (unit: string, month: number) =>
    `${unit}${month}月没有事项，本条没有记录。发送“我还欠什么”可查看清单。`,
  notUnderstood: (texts: string[]) =>
    `${texts.map((t) => `“${clip(t, 40)}”`).join('、')}没有读懂，没有改动，请再说明是哪一项、进展如何。`,
  monthList: (month: number) => `${month}月清单`,
  shownList: '刚才的清单',
  lastReport: (lines: string[]) =>
    [
      '您上一次反馈是：',
      ...lines,
      '还没有改动。请直接说正确的情况，例如“第1项进行中”；要取消上一次反馈请点“撤销”。',
    ].join('\n'),
  noLastReport: '没有查到您之前的反馈，没有改动。请直接说第几项和情况，例如“第1项已完成”。',
  figureNotFound: (figures: string) =>
    `在您上一次反馈里没有找到“${figures}”，没有改动。请连同事项一起再说一遍，例如“第2项投资是3200万元”。`,
  leftOfLast: (lines: string[]) =>
    `上一次反馈的其他事项没有改动：${lines.join('；')}。如也有误，请点“撤销上一次”。`,
  undoLast: '撤销上一次',
  swapped: (before: string, now: string) => `${before} → ${now}`,
  moreItems: (n: number) => `另有 ${n} 项，请用序号说明，例如“第12项已完成”。`,
  noOpenItems: (unit: string) => `${unit}目前没有待反馈的事项。`,
  noUnit: '没有查到您所在的单位，请联系督办人员登记后再反馈。',
  notYourUnit: '这张卡片属于其他单位，您没有反馈权限。',
  staleCard: '这张卡片已失效，请以最新的卡片为准，或直接文字回复。',
  badForm: '没有保存：请选择事项和进展情况。',
  doneButNote: (note: string) =>
    `没有记录：选了“已完成”，说明里却写“${clip(note, 30)}”。未完请改选“进行中”，已完请改说明后再提交。`,
  doneButExpected: (eta: string) =>
    `没有记录：选了“已完成”，又填了预计日期 ${shortDay(eta)}。未完请改选“进行中”，已完请清空日期后再提交。`,
  extensionNeedsDay: '没有记录：申请延期请填写预计完成日期，并在说明里写明原因，再提交。',
  saved: (status: Status) => `已记录：${STATUS_WORDS[status]}`,
  acknowledged: '收到。有进展时请直接回复，例如“第1项已完成”。',
  thanks: '不客气。',
  itemFacts: (item: {
    no: number;
    content: string;
    dueOn: string;
    leadUnits: string[];
    coopUnits: string[];
    /** Where it stands: by its leads, and the asker's own part where that is another. */
    status: string;
    ownStatus?: string;
  }) =>
    [
      `第${item.no}项“${item.content}”：${item.ownStatus === undefined ? `状态 ${item.status}` : `本单位 ${item.ownStatus}，牵头单位 ${item.status}`}，期限 ${shortDay(item.dueOn)}`,
      ...(item.leadUnits.length > 0 ? [`牵头 ${item.leadUnits.join('、')}`] : []),
      ...(item.coopUnits.length > 0 ? [`配合 ${item.coopUnits.join('、')}`] : []),
    ].join('，'),
  question: '您的问题已转督办人员，进展没有改动。',
  questionOffice: (unit: string, person: string, text: string) =>
    `${unit} ${person} 提问：“${text}”。请答复。`,
  secret: '涉密或内部敏感内容请勿在此发送，本条没有保存。请按保密规定线下报送。',
  away: '外出期间：个别事项请发“转办 第3项 给 王五”；全部移交请发“交接 王五”；同事要代为反馈的，请管理员登记为本单位的副联络员。目前没有改动，提醒仍发给您。',
  file: '附件已收到。请再用文字说明是哪一项、进展如何，例如“第1项已完成”。',
  picture: '图片',
  fileTooLarge: (name: string) => `“${name}”超过 20 MB，没有保存。请压缩后再发，或线下报送。`,
  fileKept: (name: string, lines: string[]) =>
    lines.length > 0
      ? `附件“${name}”已存为佐证，归入：${lines.join('；')}。`
      : `附件“${name}”已保存。请再用文字说明是哪一项、进展如何，例如“第1项已完成”，半小时内的反馈会带上它。`,
  fileKeptBefore: (name: string, lines: string[]) =>
    `附件“${name}”之前已经保存过，没有重复保存${lines.length > 0 ? `，已归入：${lines.join('；')}` : ''}。`,
  fileGone: (name: string) => `已撤销，附件“${name}”已删除，进展没有改动。`,
  files: (files: { name: string }[]) => `（附件：${files.map((f) => f.name).join('、')}）`,
  notReport: '没有改动任何进展。反馈请说明第几项和情况，例如“第1项已完成，第2项25号前完成”。',
  injection: '没有改动任何进展。进展须由本单位按事项反馈。',
  askAgain: (why: string) => why,
};
