import { type Day, splitDay } from '../calendar/county-time.ts';
import { type Period, periodBefore, range, yearBefore } from '../calendar/period.ts';

type Asked = { year: number; months: number[] | null };

type Shift = {
  pattern: RegExp;
  /** Undefined where the words do not lean on the question before. */
  to: (before: Period, today: Day) => Asked | undefined;
  example: string;
};

/** Times that only mean something beside the time of the question before. */
const SHIFTS: readonly Shift[] = [
  {
    pattern: /^(?:那|那么)?(?:同期|(?:去|上)年(?:的)?同期)的?呢?[?]?$/,
    to: yearBefore,
    example: '去年同期呢',
  },
  {
    pattern: /^(?:那|那么)?上(?:一)?个?(?:月|季度?)的?呢?[?]?$/,
    to: lastAgain,
    example: '那上个月呢',
  },
  {
    pattern: /再?[往向]前(?:推|数|看)?一?个?(?:月|季度?|年)?|再[上前]一?个?(?:月|季度?|年)/,
    to: periodBefore,
    example: '再往前一个月呢',
  },
  {
    pattern: /再?[往向]后(?:推|数|看)?一?个?(?:月|季度?|年)|再下一?个?(?:月|季度?|年)/,
    to: periodAfter,
    example: '再下个月呢',
  },
  {
    pattern: /^(?:那|那么)?(?:现在|目前|当前|眼下|如今)的?呢?[?]?$/,
    to: (_, today) => ({ year: splitDay(today).year, months: null }),
    example: '那现在呢',
  },
];

/** The time that a follow-up means counted from the question before it; undefined where it names its own, or none. */
export function shiftPeriod(text: string, previous: Asked, today: Day): Asked | undefined {
  const shift = SHIFTS.find(({ pattern }) => pattern.test(text));
  if (!shift) return undefined;
  const { year, months } = previous;
  return shift.to({ year, months: months ?? range(1, splitDay(today).month) }, today);
}

/** 上个月 after a question about that very month is the month before it; else it is counted from today. */
function lastAgain(before: Period, today: Day): Asked | undefined {
  const { year, month } = splitDay(today);
  const size = before.months.length;
  const now = { year, months: size === 3 ? range(month - ((month - 1) % 3), month) : [month] };
  const last = periodBefore(
    size === 3 ? { ...now, months: range(now.months[0] ?? 1, (now.months[0] ?? 1) + 2) } : now,
  );
  const isThat = before.year === last.year && before.months.join() === last.months.join();
  return isThat ? periodBefore(before) : undefined;
}

/** The period of the same length just after. */
function periodAfter({ year, months }: Period): Period {
  const last = months.at(-1) ?? 12;
  const size = last - (months[0] ?? 1) + 1;
  return last === 12
    ? { year: year + 1, months: range(1, size) }
    : { year, months: range(last + 1, Math.min(12, last + size)) };
}
