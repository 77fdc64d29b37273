import { shortDay } from '../text/short-day.ts';

type Letter = 'complaint' | 'firm';

const NAMES: Record<Letter, string> = { complaint: '投诉建议', firm: '企业诉求' };
const HOW: Record<Letter, string> = {
  complaint: '投诉建议 提醒时间能否晚一些',
  firm: '企业诉求：我公司用电容量不足，请协调增容',
};
const until = (dueOn: string | null) => (dueOn ? `，请于 ${shortDay(dueOn)} 前答复` : '');

export const words = {
  /** The office reads who wrote it; whoever writes has to know that. */
  receipt: (kind: Letter, no: number, dueOn: string | null) =>
    `${kind === 'firm' ? '企业诉求已登记' : '已收到'}，编号 ${no}，已单独转督办人员${dueOn ? `，提请于 ${shortDay(dueOn)} 前答复` : ''}，不在群里公开；督办人员能看到您的姓名。有答复时私聊告诉您。`,
  how: (kind: Letter) => `请在“${NAMES[kind]}”后写明内容，例如“${HOW[kind]}”。`,
  toOffice: (kind: Letter, no: number, person: string, text: string, dueOn: string | null) =>
    `${NAMES[kind]} ${no} 号（${person}）：${text}\n答复请发送“答复${NAMES[kind]} ${no}：内容”${until(dueOn)}。`,
  none: (kind: Letter) => `目前没有${NAMES[kind]}。`,
  list: (kind: Letter, lines: string[]) =>
    `${NAMES[kind]}（最近 ${lines.length} 条）：\n${lines.join('\n')}`,
  line: (c: {
    no: number;
    day: string;
    person: string;
    text: string;
    answered: boolean;
    dueOn: string | null;
  }) =>
    `${c.no} 号 ${c.day} ${c.person}（${c.answered ? '已答复' : `待答复${c.dueOn ? `，${shortDay(c.dueOn)} 前` : ''}`}）：${c.text}`,
  unknown: (no: number) =>
    `没有编号为 ${no} 的投诉建议或企业诉求，没有改动。发送“投诉建议清单”“企业诉求清单”查看编号。`,
  answeredBefore: (no: number, text: string) => `${no} 号已经答复过：${text}`,
  answered: (no: number, person: string) => `已答复 ${no} 号，已私聊告诉${person}。`,
  answer: (kind: Letter, no: number, text: string) =>
    `您的${NAMES[kind]}（编号 ${no}）有了答复：${text}`,
};
