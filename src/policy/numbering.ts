/** How official documents number their parts, outermost first (GB/T 9704, and 第X条 of measures). */
const LEVELS: { pattern: RegExp; label: (number: string) => string; example: string }[] = [
  {
    pattern: /^第([一二三四五六七八九十百零〇\d]+)[章编部分]+[\s、:：]*/,
    label: (n) => `第${n}章`,
    example: '第二章 申报条件',
  },
  {
    pattern: /^([一二三四五六七八九十]{1,3})\s*[、.．,，]\s*/,
    label: (n) => n,
    example: '一、总体要求',
  },
  {
    pattern: /^第([一二三四五六七八九十百零〇\d]+)条[\s、:：]*/,
    label: (n) => `第${n}条`,
    example: '第五条 申报企业应当……',
  },
  {
    pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]\s*[、.．]?\s*/,
    label: (n) => `（${n}）`,
    example: '（二）扶持标准',
  },
  { pattern: /^(\d{1,2})\s*[.．、](?!\d)\s*/, label: (n) => n, example: '1.设备补助' },
  {
    pattern: /^[（(](\d{1,2})[）)]\s*[、.．]?\s*/,
    label: (n) => `（${n}）`,
    example: '（1）企业申请',
  },
  { pattern: /^([①-⑳])\s*/, label: (n) => n, example: '①营业执照' },
];

/** A line's own number: its level (0 outermost), how the number is written in a path, and the text after it. */
export type Numbered = { level: number; label: string; rest: string };

export function readNumber(line: string): Numbered | undefined {
  for (const [level, { pattern, label }] of LEVELS.entries()) {
    const match = pattern.exec(line);
    if (match) return { level, label: label(match[1] ?? ''), rest: line.slice(match[0].length) };
  }
  return undefined;
}
