import type { Burden } from './queries.ts';

const SHOWN = 10;

const periodOf = (year: number, month?: number) => `${year}年${month ? `${month}月` : ''}`;

export const words = {
  none: (year: number, month?: number) => `${periodOf(year, month)}没有主动推送过消息。`,
  /** The report of a month, or of a year, to the office: what the bot itself asked of people. */
  report: (year: number, month: number | undefined, burdens: Burden[], before: number) => {
    const units = burdens.filter((b) => b.unit !== null);
    const total = burdens.reduce((sum, b) => sum + b.messages, 0);
    const ofUnits = units.reduce((sum, b) => sum + b.messages, 0);
    const each = units.length > 0 ? (ofUnits / units.length).toFixed(1) : '0';
    const others = total - ofUnits;
    const change = before > 0 ? `，上月 ${before} 条` : '';
    const lines = units.slice(0, SHOWN).map((b) => `${b.unit} ${b.messages} 条（${b.people} 人）`);
    return [
      `减负情况：${periodOf(year, month)}机器人主动推送 ${total} 条${change}。其中 ${units.length} 个单位 ${ofUnits} 条，平均每单位 ${each} 条；领导、督办人员和未绑定的群 ${others} 条。有人提问后的回答不计。`,
      ...(lines.length > 0 ? [`最多的${units.length > SHOWN ? ` ${SHOWN} 个` : ''}单位：`] : []),
      ...lines,
    ].join('\n');
  },
  columns: ['单位', '主动推送（条）', '收到的人和群（个）'],
  others: '领导、督办人员和未绑定的群',
};
