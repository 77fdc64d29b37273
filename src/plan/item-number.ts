import { readNumber } from '../text/number.ts';

type NumberStyle =
  | 'point'
  | 'chapter'
  | 'section'
  | 'arabic'
  | 'arabic-bracket'
  | 'circle'
  | 'clause';

/** The number before an item and the text after it. `unsure`: `1.5G…` can be item 1 or the figure 1.5. */
export type ItemNumber = { style: NumberStyle; n: number; rest: string; unsure?: true };

const NUMERAL = '[一二三四五六七八九十百]{1,4}';

const STYLES: { style: NumberStyle; pattern: RegExp; example: string }[] = [
  {
    style: 'clause',
    pattern: new RegExp(`^第(${NUMERAL}|\\d{1,3})[条项]\\s*[、.:：]?\\s*`),
    example: '第一项',
  },
  {
    style: 'clause',
    pattern: new RegExp(
      `^(?:事项|任务|工作|项目|工程|课题|实事)(${NUMERAL}|\\d{1,3})\\s*[、.:：]\\s*`,
    ),
    example: '事项一：',
  },
  { style: 'point', pattern: new RegExp(`^(${NUMERAL})是(?=[^否])`), example: '一是' },
  { style: 'chapter', pattern: new RegExp(`^(${NUMERAL})\\s*[、.．]\\s*`), example: '一、' },
  {
    style: 'section',
    pattern: new RegExp(`^[(（]\\s*(${NUMERAL})\\s*[)）]\\s*[、.．]?\\s*`),
    example: '（一）',
  },
  {
    style: 'arabic-bracket',
    pattern: /^[(（]\s*(\d{1,3})\s*[)）]\s*[、.．]?\s*/,
    example: '（1）',
  },
  { style: 'arabic-bracket', pattern: /^(\d{1,3})\s*[)）]\s*/, example: '1）' },
  { style: 'arabic', pattern: /^(\d{1,4})\s*[、．]\s*/, example: '1、' },
  { style: 'arabic', pattern: /^(\d{1,4})\s*\.(?!\d(?!\d?月))\s*/, example: '1., 2.8月底前' },
];

const CIRCLED = /^([\u2460-\u2473])\s*/;
const UNSURE = /^(\d{1,3})\.(?=\d)/;

/** The number that an item begins with; undefined where it has none. */
export function readItemNumber(text: string): ItemNumber | undefined {
  const trimmed = text.replace(/^[\s\u3000]+/, '');
  const plain = trimmed.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
  for (const { style, pattern } of STYLES) {
    const found = pattern.exec(plain);
    const n = readNumber(found?.[1] ?? '');
    if (found && n !== undefined) return { style, n, rest: trimmed.slice(found[0].length) };
  }
  const circled = CIRCLED.exec(trimmed);
  if (circled)
    return {
      style: 'circle',
      n: (circled[1]?.charCodeAt(0) ?? 0x2460) - 0x245f,
      rest: trimmed.slice(circled[0].length),
    };
  const unsure = UNSURE.exec(plain);
  return unsure
    ? { style: 'arabic', n: Number(unsure[1]), rest: trimmed.slice(unsure[0].length), unsure: true }
    : undefined;
}
