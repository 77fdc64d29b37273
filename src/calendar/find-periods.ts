import { type Day, splitDay } from './county-time.ts';
import type { PeriodMention } from './period.ts';
import { PERIOD_RULES } from './period-rules.ts';

/** Words between two periods of one breath: 去年三季度和四季度 are both of last year. */
const JOINED = /^(?:的|[和与跟及、,到至]|以及|还有)*$/;

/**
 * The periods that a folded text names, in its order, the longest reading of each place. `today` is the day of the
 * question: 上个月 asked in January is December of the year before.
 */
export function findPeriods(text: string, today: Day): PeriodMention[] {
  const hits = PERIOD_RULES.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((m) => {
      const spoken = read(m.groups ?? {}, today);
      return spoken ? [{ at: m.index, length: m[0].length, text: m[0], spoken }] : [];
    }),
  ).sort((a, b) => a.at - b.at || b.length - a.length);
  const mentions: PeriodMention[] = [];
  let end = 0;
  let inherited: number | undefined;
  for (const { at, length, text: words, spoken } of hits) {
    if (at < end) continue;
    if (!JOINED.test(text.slice(end, at))) inherited = undefined;
    if (spoken.year !== undefined) inherited = spoken.year;
    const year = spoken.year ?? inherited ?? nearestYear(spoken.months, today, text);
    end = at + length;
    mentions.push({
      at,
      length,
      text: words,
      year,
      months: spoken.months,
      ...(spoken.window && { window: spoken.window }),
      ...(spoken.parts && { parts: spoken.parts }),
      ...(spoken.wholeYear && { wholeYear: true as const }),
      yearSpoken: spoken.year !== undefined,
    });
  }
  return mentions;
}

/** Words that look ahead: with them 12月 asked in January is the coming December. */
const AHEAD = /要|计划|安排|打算|准备|下一步|将|到期|排了|干什么|干啥|做什么|做啥/;

/**
 * The year of a period named without one. Asked in the first weeks of a year, the last quarter is the one that has just
 * ended, unless the question looks ahead; one that looks ahead from the last weeks means the first quarter to come.
 */
function nearestYear(months: number[], today: Day, text: string): number {
  const { year, month } = splitDay(today);
  const first = months[0] ?? 1;
  const last = months.at(-1) ?? 12;
  const justEnded = month <= 2 && first >= 7 && last >= 10;
  const ahead = AHEAD.test(text);
  if (justEnded && !ahead) return year - 1;
  return month >= 11 && last <= 3 && ahead ? year + 1 : year;
}
