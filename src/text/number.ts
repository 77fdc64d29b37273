const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SMALL: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** Matches one number as people write it: `3,200.5`, `三千二百`, `1.2亿`, `两百万`. Use with the `u` flag. */
export const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?[万亿]*|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+';

/**
 * Reads a number in Arabic figures, Chinese numerals or a mix: `3200`, `三千二百万`, `一亿二`, `十五`, `1.2亿`, `二〇二二`.
 * Returns undefined for anything else; never NaN.
 */
export function readNumber(text: string): number | undefined {
  const s = text.normalize('NFKC').replace(/,/g, '').trim();
  const arabic = /^(\d+(?:\.\d+)?)([万亿]*)$/.exec(s);
  if (arabic) {
    const scale = [...(arabic[2] ?? '')].reduce((n, c) => n * (LARGE[c] ?? 1), 1);
    return Math.round(Number(arabic[1]) * scale * 1e6) / 1e6;
  }
  if (/^[零〇一二三四五六七八九]{2,}$/.test(s))
    return Number([...s].map((c) => DIGITS[c]).join(''));
  return s === '' ? undefined : readNumerals(s);
}

function readNumerals(s: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const c of s) {
    const d = DIGITS[c];
    const small = SMALL[c];
    const large = LARGE[c];
    if (d !== undefined) {
      digit = d;
      if (d === 0) lastUnit = 1;
    } else if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = undefined;
      lastUnit = small;
    } else if (large !== undefined) {
      total = (total + section + (digit ?? 0)) * large;
      section = 0;
      digit = undefined;
      lastUnit = large;
    } else return undefined;
  }
  // 一亿二 and 三百五: a digit after a unit stands for tenths of that unit.
  if (digit !== undefined) section += lastUnit > 10 ? (digit * lastUnit) / 10 : digit;
  return total + section;
}
