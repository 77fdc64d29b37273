/** Stands under the text of a card that the platform did not take. */
export const cardAsText = '（卡片未能显示，以上为文字内容，可直接回复文字办理）';

/** Instead of a message that the platform's content check refused; its words must not be repeated. */
export function neutralText(link: string | undefined): string {
  const where = link ? `请到网页查看：${link}` : '请联系督办人员查看';
  return `有一条与您有关的工作消息，因内容限制未能直接发送，${where}。`;
}
