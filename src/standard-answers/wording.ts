import { type Day, splitDay } from '../calendar/county-time.ts';

const dayText = (day: Day) => {
  const { year, month, date } = splitDay(day);
  return `${year}年${month}月${date}日`;
};

/** Until when an answer holds. */
export const untilText = (day: Day | null) => (day ? `有效期至${dayText(day)}` : '长期有效');

export const words = {
  label: '工信局答复',
  answerTitle: '政策问答',
  redirectTitle: '不属于本局职责',
  useful: '有用',
  useless: '没用',
  by: (author: string | null, day: Day, until: Day | null) =>
    ['工信局答复', author ?? '', dayText(day), untilText(until)]
      .filter((p) => p !== '')
      .join(' · '),
  told: (question: string) => `您此前提问“${question}”，现答复如下：`,
  sameAs: (question: string) => `针对的问题：${question}`,
  source: (title: string, number: string | null, section: string) =>
    `出处：${[`《${title}》`, number ?? '', section].filter((p) => p !== '').join(' · ')}`,
  redirect: (whom: string) =>
    whom === ''
      ? '该问题不属于本局职责，请向主管部门咨询。'
      : `该问题不属于本局职责，请向${whom}咨询。`,
  notOpen: (question: string) =>
    `您此前提问“${question}”，工信局已有答复，内容不对外公开，请与工信局联系。`,
  askerUndone: (question: string) =>
    `您此前提问“${question}”的答复已由工信局撤回，重新答复后另行告知。`,

  weeklyTitle: '政策问答每周清单',
  weeklyHead: (questions: number, doubted: number, expiring: number) =>
    [
      questions > 0 ? `待答复的问题 ${questions} 个` : '',
      doubted > 0 ? `被评为“没用”的答复 ${doubted} 条` : '',
      expiring > 0 ? `一个月内到期的标准答复 ${expiring} 条` : '',
    ]
      .filter((p) => p !== '')
      .join('，'),
  listTitle: '待答复的问题',
  listNone: '没有待答复的问题。',
  listHow:
    '点“答复”处理，也可直接发文字，例如：答复 12 按《某某措施》第五条；答复 12 文字内容，有效期至2027年6月30日；答复 12 不属于本局，请问县人社局。',
  more: (n: number) => `另有 ${n} 个，请到网页“待答复的提问”查看。`,
  clusterLine: (no: number, question: string, people: number) =>
    `**${no}.** ${question}${people > 1 ? `（${people} 人问）` : ''}`,
  otherWords: (list: string[]) => `其他问法：${list.join('；')}`,
  reasons: {
    'not-found': '文件中未找到',
    'out-of-scope': '文件中未找到',
    'not-permitted': '群内不便答复',
  },
  doubtedTitle: '被评为“没用”的答复',
  doubted: (question: string, section: string, text: string) =>
    `问：${question}\n答：${[section, text].filter((p) => p !== '').join('　')}`,
  seen: '已核对',
  seenDone: '已标记为核对过',
  expiringTitle: '一个月内到期的标准答复',
  answerButton: '答复',
  /** Sentences under the weekly list. */
  buttons: { all: '未答问题', answers: '标准答复' },

  nowAnsweredTitle: (n: number) => `新文件可以回答 ${n} 个未答问题`,
  nowAnswered: (nos: number[]) =>
    `新文件可以回答 ${nos.length} 个未答问题（${nos.join('、')} 号），请督办人员私聊发送“未答问题”，选用条款并确认后告知提问人`,
  nowAnsweredHow: (rest: number) =>
    `选用并确认后告知提问人。${rest > 0 ? `另有 ${rest} 个，` : '不选用的'}可发送“未答问题”处理。`,

  openTitle: (no: number) => `答复第 ${no} 号问题`,
  openUnknown: (no: number) =>
    `没有第 ${no} 号待答复的问题，可能已经答复，没有改动。发送“未答问题”查看清单。`,
  hitsTitle: '库中相近的条款（任选其一即作为答复，需再确认）',
  hitsNone: '库中没有找到相近的条款。',
  choose: '选用此条',
  clauseLabel: '指定条款',
  clauseHint: '《文件名》第X条，或换一种说法查找条款',
  clauseSubmit: '查找条款',
  textLabel: '书写标准答复',
  textHint: '答复内容，将原样发给提问人',
  textSubmit: '预览答复',
  validity: '有效期',
  validities: [
    { text: '一年（默认）', value: '1' },
    { text: '半年', value: '0.5' },
    { text: '两年', value: '2' },
    { text: '长期', value: 'long' },
  ],
  visibility: '可见范围',
  visibilities: [
    { text: '公开（群内可答）', value: 'public' },
    { text: '仅内部人员', value: 'internal' },
  ],
  redirectLabel: '不属于本局',
  redirectHint: '应向哪个单位咨询，例如县人社局',
  redirectSubmit: '预览转告',
  previewTitle: '请确认答复',
  previewWho: (people: number, groups: number) =>
    `确认后告知提问人：${[people > 0 ? `私聊 ${people} 处` : '', groups > 0 ? `群内 ${groups} 处` : ''].filter((p) => p !== '').join('，')}。以后有人问同样的问题也照此答复。`,
  previewInternal:
    '该答复不对外公开：群里的提问改为私聊告知，无权查看的提问人只会收到“请与工信局联系”。',
  confirm: '确认',
  drop: '放弃',
  dropped: '已放弃，没有告知任何人。',
  confirmed: (told: number, quiet: boolean) =>
    `已答复，${quiet ? '将在工作时间告知' : '已告知'} ${told} 处提问人。`,
  settledBefore: '该问题已处理，未重复告知。',
  undone: (n: number) => `已撤回答复，${n} 个问题恢复为待答复，已告知提问人。`,
  emptyAnswer: '请填写答复内容。',
  tooLong: '答复内容过长，请控制在 1000 字以内。',
  clauseOfWhat: (path: string) => `请写明“${path}”是哪份文件的，例如：《某某措施》${path}。`,
  documentUnknown: (title: string) =>
    `库中没有找到《${title}》，请核对文件名称，或发送“政策清单”查看。`,
  clauseMissing: (title: string, path: string, paths: string[]) =>
    `《${title}》中没有“${path}”。${paths.length > 0 ? `该文件的条款：${paths.join('、')}。` : ''}`,
  emptyClause: '请填写条款，或换一种说法查找。',
  pastUntil: (day: Day) => `有效期至${dayText(day)}已经过去，没有生成答复。请改写有效期后重发。`,
  noSuchDay: (said: string) =>
    `没有读出有效期“${said}”，没有生成答复。请写明日期，例如：有效期至2027年6月30日；也可写有效期一年、长期有效。`,

  answersTitle: '标准答复',
  answersNone: '还没有标准答复。',
  answerLine: (no: number, question: string, hits: number) =>
    `**${no}.** ${question}（已用 ${hits} 次）`,
  stale: '所依据的文件已更新或移除，暂不使用',
  withdraw: '停用',
  prolong: '延期一年',
  withdrawAsk: '停用后不再用于答复，已告知的提问人不受影响。',
  withdrawn: (no: number) => `第 ${no} 号标准答复已停用。`,
  inForceAgain: (no: number) => `第 ${no} 号标准答复已恢复使用。`,
  prolonged: (no: number, until: string) => `第 ${no} 号标准答复${until}。`,
  inPrivate: '请私聊办理。',
};
