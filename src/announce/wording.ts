export const words = {
  title: '新政策',
  gives: '给什么',
  whom: '给谁',
  apply: '申报时间',
  since: '施行和有效期',
  repeals: '废止的文件',
  over: '请注意：文件所列申报时间已全部截止。',
  says: '主要内容',
  partOf: (label: string, all: number, shown: number) => `${label}（共${all}条，此处列${shown}条）`,
  rest: (n: number) => `点开查看其余${n}条`,
  inDocument: '其余内容请见原文。',
  howToAsk: '对本文件有疑问，可直接回复本消息提问。',
  refuse: '退订政策推送',
  accept: '恢复订阅',
  refused:
    '已为您本人退订政策推送，本单位其他人员、单位群和其他提醒不受影响。如需恢复，请发送“重新订阅”。',
  refusedGroup: '本群已退订政策推送，其他提醒不受影响。如需恢复，请发送“重新订阅”。',
  refusedBefore: '此前已退订。',
  accepted: '已恢复订阅政策推送。',
  acceptedBefore: '没有退订，无需恢复。',
  optedOut: (lines: { unit: string; names: string[] }[]) =>
    `已退订的人员和群：${lines.map(({ unit, names }) => `${unit}（${names.join('、')}）`).join('、')}`,
  optedOutNone: '目前没有人员或群退订政策推送。',

  whichTitle: '推送给哪些单位',
  whichHow: '请选择标签，或填写单位名称（用顿号隔开，也可写标签）。',
  whichField: '单位或标签，例如：财政局、统计局、园区单位',
  allUnits: '全部单位',
  preview: '预览推送',
  policyUnknown: (said: string) =>
    `库中没有找到“${said}”，没有推送。请写明文件名称、文号或编号，例如：推送政策《某某措施》给 财政局、统计局。`,
  policyEnded: (title: string, why: string) =>
    `《${title}》${why}，没有推送。请推送现行有效的文件。`,
  policyWhich: '请写明推送哪份文件，例如：推送政策《某某措施》给 财政局、统计局。',
  unitsUnknown: (names: { said: string; near: string[] }[]) =>
    [
      `没有找到这些单位或标签，没有改动：${names
        .map(({ said, near }) => (near.length > 0 ? `${said}（是否指${near.join('、')}）` : said))
        .join('、')}。`,
      '请核对名称后重发；发送“单位列表”“标签”可以查看。',
    ].join(''),
  previewTitle: '请确认推送',
  reached: (names: string[]) => `将推送给：${names.join('、')}`,
  nobody: '没有可以推送的单位。',
  left: {
    unreachable: '没有联络员，也没有绑定的群',
    refused: '已退订',
    told: '此前已推送',
    'not-permitted': '内部文件不发群，也不发给无权查看的单位',
  },
  leftLine: (why: string, names: string[]) => `不推送（${why}）：${names.join('、')}`,
  confirm: '确认',
  drop: '放弃',
  dropped: '已放弃，没有推送。',
  sent: (n: number, quiet: boolean) => `${quiet ? '将在工作时间推送给' : '已推送给'} ${n} 个单位。`,
  settledBefore: '此前已处理，未重复推送。',
  undone: (n: number) => `已撤回推送，并告知 ${n} 个单位。`,
  taken: (title: string) => `此前推送的《${title}》已由工信局撤回，请以后续通知为准。`,

  tagged: (units: string[], tag: string) => `已给 ${units.join('、')} 加标签“${tag}”。`,
  untagged: (units: string[], tag: string) => `已去掉 ${units.join('、')} 的标签“${tag}”。`,
  tagsNone: '还没有标签。可以发送：给财政局、统计局加标签 园区单位。',
  tagLine: (tag: string, units: string[]) => `${tag}：${units.join('、')}`,
  tagKnown: '没有变化：标签已是这样。',
};
