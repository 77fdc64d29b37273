import { type Day, daysInMonth, lastDayOfMonth, makeDay } from '../calendar/county-time.ts';
import { readNumber } from '../text/number.ts';
import type { Recurrence } from './plan.ts';

/** When a task falls due, as far as its text says. */
export type When = {
  startOn: Day | null;
  dueOn: Day | null;
  recurrence: Recurrence | null;
  /** The one month of the plan's year it belongs to. */
  month: number | null;
};

/** A moment or period in a text: first and last day, where it stands, whether words such as 前 make it a deadline. */
type Point = { first: Day; last: Day; at: number; end: number; strong: boolean; words: string };

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '(?:(?<year>(?:20)?\\d{2}|[二〇○零一三四五六七八九]{4}|[今本当明次下来翌])年度?)?';
const TAIL = '(?<tail>底前?|末前?|之?前|以前|之内|以内|内|止|初|中)?';

/** Shapes of a moment, each with an example; the first that fits at a place wins. */
const SHAPES: { pattern: string; example: string }[] = [
  {
    pattern: '(?<y>20\\d{2})(?<s>[-./])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})日?',
    example: '2022-06-30',
  },
  { pattern: `${YEAR}(?<m>${N})月份?(?<d>${N})[日号]`, example: '2022年6月30日、3月5号' },
  {
    pattern: `${YEAR}(?<m>${N})月份?的?(?<part>上旬|中旬|下旬|初|中|底|末)`,
    example: '3月底、5月中旬',
  },
  { pattern: `${YEAR}(?<m>${N})月份?(?!度)`, example: '10月、十月份' },
  { pattern: '(?<y>20\\d{2})[-./](?<m>0?[1-9]|1[0-2])(?!\\d)', example: '2022.06' },
  {
    pattern: `${YEAR}(?:第?(?<q>[一二三四1-4])个?季度?|[qQ](?<qn>[1-4]))(?![一-龥]*度)`,
    example: '一季度、Q3',
  },
  { pattern: `${YEAR}前(?<nq>[二三23])个?季度`, example: '前三季度' },
  { pattern: `${YEAR}(?<half>[上下])半年`, example: '上半年' },
  { pattern: `${YEAR}(?<mid>年中)`, example: '年中' },
  {
    pattern: `${YEAR}(?<whole>年底|年末|年内|年终|岁末|全年|本年度|当年|年前)`,
    example: '年底前、年内',
  },
  {
    pattern: '(?<only>20\\d{2})年度?(?<yt>底前?|末前?|内|之?前|以前)?',
    example: '到2023年、2023年底',
  },
];

const ANY = new RegExp(
  SHAPES.map(
    ({ pattern }, i) =>
      // Group names may not repeat in one expression: each shape gets its own.
      `(?<shape${i}>${pattern.replace(/\(\?<(\w+)>/g, `(?<$1${i}>`).replace(/\\k<(\w+)>/g, `\\k<$1${i}>`)})`,
  ).join('|'),
  'gu',
);
const AFTER = new RegExp(`^${TAIL}`, 'u');

/** Words that repeat a task, each with its months and an example. */
const REPEATS: { words: RegExp; every: Recurrence['every']; months?: number[]; example: string }[] =
  [
    { words: /每两个?月|隔月/, every: 'year', months: [2, 4, 6, 8, 10, 12], example: '每两个月' },
    {
      words: /每(?:个)?季度?首月/,
      every: 'quarter',
      months: [1, 4, 7, 10],
      example: '每季度首月10日前',
    },
    {
      words: /(?:每(?:个)?|按|逐|分)季度?(?:末月|末|底)?|^季度$|季末/,
      every: 'quarter',
      months: [3, 6, 9, 12],
      example: '每季度末月20日前',
    },
    { words: /每(?:个)?半年/, every: 'year', months: [6, 12], example: '每半年' },
    {
      words: /(?:每(?:个)?|按|逐)月(?:底|末)?|^月度$|每(?:周|旬|星期|日|天|半月|两周)|按周/,
      every: 'month',
      months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      example: '每月5日前',
    },
    { words: /每年|逐年|按年/, every: 'year', example: '每年3月' },
  ];

const ONGOING =
  /持续|长期|常态|常年|长效|经常性|全年|贯穿|全程|不间断|立即|即时|即刻|随时|实时|不定期|适时|动态|有序推进|按(?:照)?(?:时序|序时|上级|省|市|国家|计划|要求|程序)/;

const FULL_YEAR = /^全年(?:推进|实施|开展|坚持|工作|任务)?$/;

/** What a cell or field for a deadline says; undefined where nothing in it is understood. */
export function readDeadline(text: string, year: number): When | undefined {
  const plain = normalise(text);
  if (plain === '') return undefined;
  if (FULL_YEAR.test(plain)) return ongoing(year);
  const repeated = readRepeat(plain);
  const points = findPoints(
    repeated ? plain.replace(repeated.words, (w) => ' '.repeat(w.length)) : plain,
    year,
  );
  if (repeated) return repeating(repeated, points, plain, year);
  if (points.length > 0) return fromPoints(points, plain, year);
  const bare = /^(\d{1,2})[./](\d{1,2})(?:日?(?:之?前|以前)?)$/.exec(plain);
  if (bare && isDay(Number(bare[1]), Number(bare[2])))
    return single(makeDay(year, Number(bare[1]), Number(bare[2])), year);
  return ONGOING.test(plain) ? ongoing(year) : undefined;
}

/**
 * The deadline inside a task's own text. Only words that set one count (3月底前, 到2023年, a period at the start of a
 * clause); repetition (每月) counts in short texts, where it is the task, not in paragraphs, where it describes a way.
 */
export function findDeadline(content: string, year: number): When | undefined {
  const plain = normalise(content);
  const all = findPoints(plain, year);
  const strong = all.filter(
    (p) => p.strong || /(?:到|至|截至|于|限|力争)$/.test(plain.slice(0, p.at)),
  );
  const first = all.findIndex(
    (p) =>
      /(?:^|[,，。;；、:：(])(?:力争|争取|确保|计划|预计|在)?$/.test(plain.slice(0, p.at)) &&
      !/^20\d\d年度?$/.test(p.words),
  );
  // 3月、9月各一场: moments in a row belong together.
  const clause = all.filter(
    (_, i) => i === first || (first >= 0 && i > first && followsOn(all, first, i, plain)),
  );
  const points = strong.length > 0 ? strong : clause;
  const repeated = plain.length <= LONGEST_REPEATING ? readRepeat(plain) : undefined;
  if (repeated && repeated.every !== 'year') return repeating(repeated, points, plain, year);
  return points.length > 0 ? fromPoints(points, plain, year, 'text') : undefined;
}

function followsOn(all: Point[], first: number, i: number, plain: string): boolean {
  return all
    .slice(first, i)
    .every((p, k) => /^[、,，和及]$/.test(plain.slice(p.end, all[first + k + 1]?.at)));
}

const LONGEST_REPEATING = 80;

/** The month, or the span, that a month or quarter cell names. A month alone sets no due day of its own. */
export function readPeriod(text: string, year: number): When | undefined {
  const plain = normalise(text);
  const month = /^(?:20\d\d年)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:月(?:份|度)?)?$/.exec(plain);
  const n = readNumber(month?.[1] ?? '');
  if (n !== undefined && n >= 1 && n <= 12)
    return { startOn: null, dueOn: null, recurrence: null, month: n };
  const dated = /^(20\d\d)[-./年](\d{1,2})(?:月|[-./]\d{1,2}日?)?$/.exec(plain);
  if (dated && Number(dated[1]) === year && Number(dated[2]) <= 12)
    return { startOn: null, dueOn: null, recurrence: null, month: Number(dated[2]) };
  return readDeadline(text, year);
}

/** Whether a whole text is nothing but a month, a quarter or another part of a year. */
export function isPeriod(text: string): boolean {
  const plain = normalise(text)
    .replace(/(?:重点|主要)?(?:工作|任务|事项)(?:安排|任务|计划)?$/, '')
    .replace(/^[(（【[]|[)）】\]]$/g, '');
  if (/^(?:20\d\d年)?(?:0?[1-9]|1[0-2]|[一二三四五六七八九]|十[一二]?)月(?:份|度)?$/.test(plain))
    return true;
  return /^(?:20\d\d年)?(?:第?[一二三四1-4]季度?|[上下]半年|全年|[qQ][1-4]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月?[-~—–至到](?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)$/.test(
    plain,
  );
}

function normalise(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[—–―－~]+/g, '-');
  return plain
    .replace(
      new RegExp(`(${N})(?=(?:[、,/和及与]${N})*[、,/和及与-]${N}月)`, 'gu'),
      (n, _g, at: number) => (/[月日.\d]$/.test(plain.slice(0, at)) ? n : `${n}月`),
    )
    .replace(new RegExp(`(?<![\\d年月])(${N})(?=[至到]${N}月)`, 'gu'), '$1月');
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function readRepeat(plain: string) {
  return REPEATS.find(({ words }) => words.test(plain));
}

function findPoints(plain: string, year: number): Point[] {
  const points: Point[] = [];
  let current = year;
  for (const found of plain.matchAll(ANY)) {
    const groups: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(found.groups ?? {}))
      if (value !== undefined) groups[name.replace(/\d+$/, '')] = value;
    const named = yearOf(groups.y ?? groups.year ?? groups.only, year);
    if (named !== undefined) current = named;
    const span = spanOf(groups, current);
    if (!span) continue;
    const end = found.index + found[0].length;
    const tail = AFTER.exec(plain.slice(end))?.groups?.tail ?? '';
    const strong =
      /前|内|止|底|末/.test(tail) ||
      /底|末|内|全年|当年|年终/.test(groups.part ?? groups.whole ?? groups.yt ?? '');
    points.push({ ...span, at: found.index, end: end + tail.length, strong, words: found[0] });
  }
  return points;
}

const RELATIVE: Record<string, number> = { 今: 0, 本: 0, 当: 0, 明: 1, 次: 1, 下: 1, 来: 1, 翌: 1 };

function yearOf(text: string | undefined, year: number): number | undefined {
  if (text === undefined) return undefined;
  const relative = RELATIVE[text];
  if (relative !== undefined) return year + relative;
  const n = readNumber(text.replace(/○/g, '〇'));
  return n === undefined ? undefined : n < 100 ? 2000 + n : n;
}

const PARTS: Record<string, [from: number, to: number]> = {
  上旬: [1, 10],
  初: [1, 10],
  中旬: [11, 20],
  中: [11, 20],
};

function spanOf(
  g: Record<string, string | undefined>,
  year: number,
): { first: Day; last: Day } | undefined {
  const months = (from: number, to: number) => ({
    first: makeDay(year, from, 1),
    last: lastDayOfMonth(year, to),
  });
  if (g.m !== undefined) {
    const m = readNumber(g.m) ?? 0;
    if (m < 1 || m > 12) return undefined;
    if (g.d !== undefined) {
      const d = readNumber(g.d) ?? 0;
      if (d < 1 || d > 31) return undefined;
      const day = makeDay(year, m, Math.min(d, daysInMonth(year, m)));
      return { first: day, last: day };
    }
    const part = PARTS[g.part ?? ''];
    return part
      ? { first: makeDay(year, m, part[0]), last: makeDay(year, m, part[1]) }
      : months(m, m);
  }
  const quarter = readNumber(g.q ?? g.qn ?? '');
  if (quarter !== undefined) return months(quarter * 3 - 2, quarter * 3);
  const quarters = readNumber(g.nq ?? '');
  if (quarters !== undefined) return months(1, quarters * 3);
  if (g.half !== undefined) return g.half === '上' ? months(1, 6) : months(7, 12);
  if (g.mid !== undefined) return months(1, 6);
  if (g.whole !== undefined || g.only !== undefined) return months(1, 12);
  return undefined;
}

function fromPoints(
  points: Point[],
  plain: string,
  year: number,
  where: 'field' | 'text' = 'field',
): When {
  const last = points.reduce((a, b) => (b.last >= a.last ? b : a));
  const first = points[0];
  const next = points[1];
  // 3月至6月 is one span, from its first day.
  if (
    points.length === 2 &&
    first &&
    next &&
    /^(?:起|开始)?[-至到]/.test(plain.slice(first.end, next.at))
  )
    return {
      startOn: first.first,
      dueOn: next.last,
      recurrence: null,
      month: monthIn(next.last, year),
    };
  const months = [
    ...new Set(
      points.filter((p) => p.last.startsWith(`${year}-`)).map((p) => Number(p.last.slice(5, 7))),
    ),
  ];
  if (months.length > 1 && (where === 'field' || plain.length <= LONGEST_REPEATING))
    return {
      startOn: null,
      dueOn: last.last,
      recurrence: { every: 'year', months: months.sort((a, b) => a - b) },
      month: null,
    };
  const begins =
    first && points.length === 1 && /^(?:起|开始|启动实施)/.test(plain.slice(first.end));
  if (begins)
    return { startOn: first.first, dueOn: makeDay(year, 12, 31), recurrence: null, month: null };
  return single(last.last, year);
}

function single(dueOn: Day, year: number): When {
  return { startOn: null, dueOn, recurrence: null, month: monthIn(dueOn, year) };
}

function monthIn(day: Day, year: number): number | null {
  return day.startsWith(`${year}-`) ? Number(day.slice(5, 7)) : null;
}

function ongoing(year: number): When {
  return {
    startOn: null,
    dueOn: makeDay(year, 12, 31),
    recurrence: { every: 'ongoing' },
    month: null,
  };
}

function repeating(
  repeat: (typeof REPEATS)[number],
  points: Point[],
  plain: string,
  year: number,
): When {
  const after = plain.slice(plain.search(repeat.words)).replace(repeat.words, '');
  const day = readNumber(new RegExp(`^的?(${N})[日号]`, 'u').exec(after)?.[1] ?? '');
  const named = points
    .filter((p) => p.last.startsWith(`${year}-`))
    .map((p) => Number(p.last.slice(5, 7)));
  const yearly = repeat.every === 'year' && !repeat.months;
  const months = repeat.months ?? (named.length > 0 ? [...new Set(named)] : [12]);
  const last = points.at(-1);
  return {
    startOn: null,
    dueOn: yearly ? null : (last?.last ?? null),
    recurrence: { every: repeat.every, ...(day === undefined ? {} : { day }), months },
    month: null,
  };
}
