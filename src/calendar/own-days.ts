import { verbose } from '../text/verbose.ts';
import { addDays, type Day, daysInMonth, makeDay } from './county-time.ts';
import type { OwnDays } from './working-days.ts';

/** One line of a table of days, or one sentence of a notice; `where` is its place in words for people. */
export type DayLine = { where: string; text: string };

/** What was read from an imported table of days: true works, false rests. Problems name their line. */
export type OwnDaysTable = { days: OwnDays; problems: OwnDayProblem[] };

export type OwnDayProblem = DayLine &
  (
    | { kind: 'no-date' }
    | { kind: 'no-year' }
    | { kind: 'no-such-day' }
    | { kind: 'backwards' }
    | { kind: 'too-long'; days: number }
    | { kind: 'no-word' }
    | { kind: 'contradiction'; day: Day }
  );

const EDGE = '(?=$|[\\s,;:.。、共的])';

/** How a line says what its days are. 调休 alone says nothing: it is used for both. */
const WORDS: { pattern: RegExp; works: boolean; example: string }[] = [
  {
    pattern: new RegExp(
      `(?:^|[\\s,;:、])(?:休息?日?|(?:调休)?放假(?:调休)?|(?:法定)?(?:节)?假期?日?|节日|休假|公休)${EDGE}`,
      'u',
    ),
    works: false,
    example: '2027-01-01 休 元旦',
  },
  {
    pattern: new RegExp(
      `(?:^|[\\s,;:、])(?:(?:调休|正常|照常|补|上)?(?:上班|班)|(?:调休)?工作日?)${EDGE}`,
      'u',
    ),
    works: true,
    example: '2027-02-07 班',
  },
];

const YEAR = '(?:(\\d{4})\\s*(?:[-/.]|年\\s*))';
const MONTH = '(?:(\\d{1,2})\\s*(?:[-/.]|月\\s*))';
const DAY = '(\\d{1,2})(?!\\d|\\s*天)\\s*[日号]?';
/** A date, or a period whose end may leave out what it shares with its beginning: `2027年2月5日至11日`. */
const DATES = new RegExp(
  `(?<!\\d)${YEAR}?${MONTH}${DAY}(?:\\s*(?:至|到|~|—+|–|-)\\s*${YEAR}?${MONTH}?${DAY})?`,
  'gu',
);
/** An eight-figure date as spreadsheets keep it: 20270101. */
const CLOSED = /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/gu;
/** What a remark in brackets says of a date is no date: （星期五、农历除夕）. */
const BRACKETS = /[（(【[][^（()）】\]]*[）)】\]]/gu;
const WEEKDAY = /(?:星期|周)[一二三四五六日天]/gu;

/** Official holidays are shorter; a longer period is a slip of the pen. */
const LONGEST = 31;

/** What a heading says of the whole table: 关于2027年部分节假日安排的通知. */
const HEADING = /安排|通知|日历|节假日|调休|年历|表$/u;
/** A header over columns: 日期 类型 说明. */
const HEADER = verbose`
  ^(?:
    (?:节日|节假日|假日|放假|调休|上班|补班|休息|开始|结束|起止|起始|截止)*
    (?:日期|时间|名称|类型|类别|安排|说明|备注|状态|性质|天数|星期|序号|年份)
    |日期|节日|星期|天数|是否\p{Script=Han}{1,6}|[\s,;]
  )+$
`;

/**
 * Reads a table of days that a county settles itself, or the official notice: `2027-01-01 休 元旦`, `2027-02-07 班`,
 * `2027年2月5日至11日 放假`, `春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。` Empty lines and lines
 * that begin with `#` are passed over, and so are headings, headers and the sentences of a notice that name no day.
 * `year` holds for dates without one until a heading names another.
 */
export function readOwnDays(lines: DayLine[], year?: number): OwnDaysTable {
  const days = new Map<Day, boolean>();
  const problems: OwnDayProblem[] = [];
  const isNotice = lines.some((l) => /通知|国务院/u.test(l.text));
  let inForce = year;
  for (const { where, text } of lines) {
    const line = text.normalize('NFKC').trim();
    if (!line || line.startsWith('#')) continue;
    const plain = line.replace(BRACKETS, ' ').replace(WEEKDAY, ' ');
    const dates = findDates(plain, inForce);
    if (dates.length === 0) {
      const named = /(?<!\d)(\d{4})\s*年/u.exec(line)?.[1];
      const isHeading =
        days.size === 0 ? named !== undefined || HEADING.test(line) : HEADING.test(line) && !!named;
      if (isHeading && named !== undefined) inForce = Number(named);
      const isMeant = WORDS.some((w) => w.pattern.test(line)) || /\d|放假|上班/u.test(line);
      if (
        isMeant &&
        !isHeading &&
        !HEADER.test(line) &&
        !(isNotice && /[。，；：]$/u.test(text.trim()))
      )
        problems.push({ where, text: text.trim(), kind: 'no-date' });
      continue;
    }
    // The day on which a notice was signed.
    if (isNotice && plain.replace(DATES, '').trim() === '') continue;
    for (const read of readLine(plain, dates)) {
      const bad = (problem: Problem) => problems.push({ where, text: text.trim(), ...problem });
      if ('kind' in read) {
        bad(read);
        break;
      }
      const clash = read.days.find((d) => days.get(d) === !read.works);
      if (clash) {
        bad({ kind: 'contradiction', day: clash });
        break;
      }
      for (const d of read.days) days.set(d, read.works);
    }
  }
  return { days, problems };
}

type Found = { at: number; end: number; from?: Day; to?: Day; noYear: boolean };
type Problem =
  | { kind: 'no-such-day' | 'backwards' | 'no-word' | 'no-year' | 'no-date' }
  | { kind: 'too-long'; days: number }
  | { kind: 'contradiction'; day: Day };
type Read = { days: Day[]; works: boolean } | Problem;

function findDates(line: string, year: number | undefined): Found[] {
  let known = year === undefined ? undefined : String(year);
  const text = line.replace(CLOSED, '$1-$2-$3');
  if (text !== line) return findDates(text, year);
  return [...line.matchAll(DATES)].map((m) => {
    const [whole, y, month = '', date = '', endYear, endMonth, endDate] = m;
    known = y ?? known;
    const noYear = known === undefined;
    const from = existing(known, month, date);
    // 12月31日至1月2日: into the next year.
    const over = endMonth && !endYear && Number(endMonth) < Number(month) && month === '12';
    const last = over && known ? String(Number(known) + 1) : (endYear ?? known);
    const to = endDate === undefined ? from : existing(last, endMonth ?? month, endDate);
    return {
      at: m.index,
      end: m.index + whole.length,
      noYear,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    };
  });
}

/**
 * Each date of a line with what is said of it: after it, else after the next one it is listed with, else before it. Where
 * labels stand in front (放假：…；上班：…), before it.
 */
function readLine(line: string, dates: Found[]): Read[] {
  const text = line.replace(CLOSED, '$1-$2-$3');
  const beside = dates.map((d, i) => ({
    before: wordIn(text.slice(i === 0 ? 0 : dates[i - 1]?.end, d.at)),
    after: wordIn(text.slice(d.end, dates[i + 1]?.at)),
  }));
  const isLabelled = beside[0]?.before !== undefined && beside.at(-1)?.after === undefined;
  let label: boolean | undefined;
  return dates.map((date, i): Read => {
    label = beside[i]?.before ?? label;
    const works = isLabelled
      ? label
      : (beside.slice(i).find((b) => b.after !== undefined)?.after ?? beside[i]?.before);
    if (date.noYear) return { kind: 'no-year' };
    if (!date.from || !date.to) return { kind: 'no-such-day' };
    if (date.to < date.from) return { kind: 'backwards' };
    if (works === undefined) return { kind: 'no-word' };
    const days = daysBetween(date.from, date.to);
    return days.length > LONGEST ? { kind: 'too-long', days: days.length } : { days, works };
  });
}

/** What the words beside a date say; the first of them decides, the rest is a remark. */
function wordIn(words: string): boolean | undefined {
  const found = WORDS.map((w) => ({ works: w.works, at: w.pattern.exec(words)?.index }))
    .filter((w): w is { works: boolean; at: number } => w.at !== undefined)
    .sort((a, b) => a.at - b.at);
  return found[0]?.works;
}

function existing(year: string | undefined, month: string, date: string): Day | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  if (!year || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return undefined;
  return makeDay(y, m, d);
}

function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let d = from; d <= to && days.length <= 400; d = addDays(d, 1)) days.push(d);
  return days;
}
