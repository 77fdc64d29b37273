export const words = {
  receipt: (no: number) =>
    `已收到，编号 ${no}，已单独转督办人员，不在群里公开。有答复时私聊告诉您。`,
  how: '请在“投诉建议”后写明内容，例如“投诉建议 提醒时间能否晚一些”。',
  toOffice: (no: number, person: string, text: string) =>
    `投诉建议 ${no} 号（${person}）：${text}\n答复请发送“答复投诉建议 ${no}：内容”。`,
  none: '目前没有投诉建议。',
  list: (lines: string[]) => `投诉建议（最近 ${lines.length} 条）：\n${lines.join('\n')}`,
  line: (c: { no: number; day: string; person: string; text: string; answered: boolean }) =>
    `${c.no} 号 ${c.day} ${c.person}（${c.answered ? '已答复' : '待答复'}）：${c.text}`,
  unknown: (no: number) => `没有编号为 ${no} 的投诉建议。`,
  answeredBefore: (no: number, text: string) => `${no} 号已经答复过：${text}`,
  answered: (no: number, person: string) => `已答复 ${no} 号，已私聊告诉${person}。`,
  answer: (no: number, text: string) => `您的投诉建议（编号 ${no}）有了答复：${text}`,
};
