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

const ARABIC = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?';
// 千克, 百帕 and the like are measures, not scales.
const SCALE = '(?:[十百千]?[万亿]+|[百千](?![克米瓦帕卡]))';
const NUMERAL = '[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+';
// 三点五亿, but not the time 三点五十分.
const POINT = '(?:点[零〇一二三四五六七八九]+(?![十分刻]))';

/**
 * Matches one number as people write it: `3,200.5`, `三千二百`, `1.2亿`, `3千万`, `1亿2000万`, `4百三十`, `零点五`. Use with the `u`
 * flag; what it matches may still be no number (`万` in 万元): `readNumber` says.
 */
export const NUMBER = `(?:${ARABIC}(?:${SCALE}(?:${ARABIC}${SCALE})*(?:[一二两三四五六七八九][十百千])*)?|${NUMERAL}(?:${POINT}[百千]?[万亿]*)?)`;

/**
 * Reads a number in Arabic figures, Chinese numerals or a mix: `3200`, `三千二百万`, `一亿二`, `十五`, `1.2亿`,
 * `二〇二二`, `1亿2000万`, `零点五`. Undefined for anything else, also for what names no single number: 两三, 十四五,
 * a lone 万. Never NaN.
 */
export function readNumber(text: string): number | undefined {
  const s = text.normalize('NFKC').trim();
  const point = /^(.+)点([零〇一二三四五六七八九]+)([百千]?[万亿]*)$/.exec(s);
  if (point) return readPoint(point[1] ?? '', point[2] ?? '', point[3] ?? '');
  return readPositional(s) ?? readScaled(s);
}

/** Reads figures said one after the other: `二〇二二`, `二三` (of 二三年). For years: elsewhere 二三 is "two or three". */
export function readFigures(text: string): number | undefined {
  if (!/^[零〇一二三四五六七八九]{2,}$/.test(text)) return undefined;
  return Number([...text].map((c) => DIGITS[c]).join(''));
}

/** Figures said one after the other that are neither a list (一二三四) nor a guess (二三, 三五). */
function readPositional(s: string): number | undefined {
  const values = [...s].map((c) => DIGITS[c] ?? 0);
  const counting = values.every((v, i) => i === 0 || v === (values[i - 1] ?? 0) + 1);
  return counting || s === '三五' ? undefined : readFigures(s);
}

function readPoint(whole: string, fraction: string, scale: string): number | undefined {
  const before = /^\d+$/.test(whole) ? undefined : readNumber(whole);
  const after = [...fraction].map((c) => DIGITS[c]).join('');
  const factor = scale ? readScaled(`1${scale}`) : 1;
  if (before === undefined || !Number.isInteger(before) || factor === undefined) return undefined;
  return exact(Number(`${before}.${after}`) * factor);
}

const TOKEN = new RegExp(`${ARABIC}|.`, 'gu');

/**
 * Values and scales in turn: 千 > 百 > 十 inside a section, 万 and 亿 close it. A value after a value, or a scale out of
 * order, is no number.
 */
function readScaled(s: string): number | undefined {
  let total = 0;
  let section = 0;
  let value: number | undefined;
  let small = 1e4;
  let large = Number.POSITIVE_INFINITY;
  /** The scale before the value at hand; 1 after 零, where figures are taken as they stand. */
  let scale = 1;
  for (const [token] of s.matchAll(TOKEN)) {
    const digit = DIGITS[token];
    if (digit === 0 && value === undefined) {
      scale = 1;
      if (s === token) return 0;
    } else if (digit !== undefined || /^\d/.test(token)) {
      if (value !== undefined) return undefined;
      value = digit ?? Number(token.replace(/,/g, ''));
    } else if (SMALL[token]) {
      const unit = SMALL[token];
      // 十五 and 百五 begin without a figure; inside a number only 十 may (一百十五).
      if (unit >= small || (value === undefined && unit > 10 && total + section > 0))
        return undefined;
      section += (value ?? 1) * unit;
      [small, scale, value] = [unit, unit, undefined];
    } else if (LARGE[token]) {
      const unit = LARGE[token];
      const counted = section + (value ?? 0);
      if (unit === large || (counted === 0 && (total === 0 || unit < large))) return undefined;
      total = unit > large ? (total + counted) * unit : total + counted * unit;
      [section, small, large, scale, value] = [0, 1e4, unit, unit, undefined];
    } else return undefined;
  }
  // A lone 百 or 千 is a word (百强, 千家万户), not a count.
  if (Object.hasOwn(SMALL, s) && SMALL[s] !== 10) return undefined;
  if (value === undefined) return total + section > 0 ? exact(total + section) : undefined;
  if (scale <= 10) return exact(total + section + value);
  // 一亿二, 三百五: a figure after a scale stands for tenths of it.
  return Number.isInteger(value) && value > 0 && value < 10
    ? exact(total + section + (value * scale) / 10)
    : undefined;
}

/** Without the dust of binary fractions. */
function exact(n: number): number {
  return Number(n.toPrecision(15));
}

const SCALES: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** A figure without the 百, 千, 万, 亿 that its unit begins with: 1.15亿元 and 11500万元 are both 115000000元. */
export function unscaled<F extends { value: number; unit: string }>(
  figure: F,
): { value: number; unit: string } {
  const scale = /^[百千万亿]+/.exec(figure.unit)?.[0] ?? '';
  const factor = [...scale].reduce((n, c) => n * (SCALES[c] ?? 1), 1);
  const value = Math.round(figure.value * factor * 1e6) / 1e6;
  return { value, unit: figure.unit.slice(scale.length) };
}
