/** Stands under the text of a card that the platform did not take. */
export const cardAsText = '（卡片未能显示，以上为文字内容，可直接回复文字办理）';

/** Instead of a message that the platform's content check refused; its words must not be repeated. */
export function neutralText(link: string | undefined): string {
  const where = link ? `请到网页查看：${link}` : '请联系督办人员查看';
  return `有一条与您有关的工作消息，因内容限制未能直接发送，${where}。`;
}

/** Instead of a file that this app may not send any more. */
export const fileGone = '文件已失效，没有发出。请把刚才的要求再发一次，会重新生成。';

/** What the office reads of a message that got stuck, and its buttons. */
export const stuckWords = {
  title: { uncertain: '消息可能已送达', dead: '消息未能发出' },
  body: {
    uncertain: (to: string, what: string) =>
      `发给 **${to}** 的${what}没有收到回执，可能已送达，未再重发。请向对方核实后选择：`,
    dead: (to: string, what: string) =>
      `发给 **${to}** 的${what}未能发出。原因消除后可重新发送，也可用其他方式通知。`,
  },
  text: '一条文字消息',
  file: '一个文件',
  card: (title: string) => `卡片“${title}”`,
  resend: '重新发送',
  confirm: '已收到',
  resent: '已重新排入发送。',
  confirmed: '已记录为送达，不再重发。',
  settledBefore: '这条消息已经处理过，没有重复操作。',
};
