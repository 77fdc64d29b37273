import { readNumber } from '../text/number.ts';
import { tidy } from './tidy.ts';

const MONTH = /(?<![\d.点个第十百])(\d{1,3}|[一二三四五六七八九十百零]{1,4})月(?!\d*家)/gu;

/** The first month that no year has, as it was written: 13月, 十三月, 0月. Pure. */
export function impossibleMonth(text: string): string | undefined {
  for (const m of tidy(text).matchAll(MONTH)) {
    const n = readNumber(m[1] ?? '');
    if (n !== undefined && n !== null && Number.isInteger(n) && (n < 1 || n > 12)) return m[0];
  }
  return undefined;
}
