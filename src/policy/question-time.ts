import { readNumber } from '../text/number.ts';

/** Years and months the question is about; a half year that has ended is its last month. */
export function readTime(plain: string): {
  years: number[];
  months: number[];
  span: string[];
  rest: string;
} {
  let rest = plain;
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => void) => {
    for (const match of rest.matchAll(pattern)) read(match);
    rest = rest.replace(pattern, ' ');
  };
  const years: number[] = [];
  const months: number[] = [];
  const span: string[] = [];
  take(/(?<!\d)(\d{1,2}-\d{1,2}月)/g, (m) => span.push(m[1] ?? ''));
  take(/(?:到|至|截至|截止)?(?<!\d)((?:19|20)\d{2})\s*[—~～至到-]+\s*((?:19|20)\d{2})年?/g, (m) =>
    years.push(Number(m[1]), Number(m[2])),
  );
  take(
    /(?:到|至|截至|截止)?(?<!\d)((?:19|20)\d{2})(?![\d.]|[家户个项人元万亿亩名张份条])年?(?:度|底|末)?/g,
    (m) => years.push(Number(m[1])),
  );
  take(/(?<![\d个])(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|底|末)?/g, (m) => {
    const month = readNumber(m[1] ?? '');
    if (month && month >= 1 && month <= 12) months.push(month);
  });
  take(/上半年(?:结束|末|底|完|前|止)(?:时|后)?|年中|半年(?:结束|末)/g, () => months.push(6));
  return { years, months: [...new Set(months)], span, rest };
}
