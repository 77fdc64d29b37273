import { splitDay } from '../calendar/county-time.ts';

/** A day as official documents write it: `2026年3月5日`, no leading zeros. */
export function writtenDate(day: string): string {
  const { year, month, date } = splitDay(day);
  return `${year}年${month}月${date}日`;
}

/** 附件说明: names without full stop, numbered from two on. */
export function annexNotes(titles: string[]): string[] {
  if (titles.length === 1) return [`附件：${titles[0]}`];
  return titles.map((title, i) => `${i === 0 ? '附件：' : '　　　'}${i + 1}. ${title}`);
}

/** The mark at the top left of an annex page. */
export function annexMark(index: number, count: number): string {
  return count === 1 ? '附件' : `附件${index + 1}`;
}

export const MODEL_NOTICE = '（本文部分内容由人工智能辅助生成，请核对后使用）';

export function copiesLine(copies: string): string {
  return `抄送：${copies}。`;
}

export function printedLine(day: string): string {
  return `${writtenDate(day)}印发`;
}
