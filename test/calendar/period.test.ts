import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPeriods } from '../../src/calendar/find-periods.ts';
import { joinPeriods, periodBefore, range, yearBefore } from '../../src/calendar/period.ts';
import { PERIOD_RULES } from '../../src/calendar/period-rules.ts';

const read = (text: string, today = '2024-05-20') => joinPeriods(findPeriods(text, today));

test.each(PERIOD_RULES.map((r) => [r.example, r] as const))(
  'the rule of %s reads the whole of its example',
  (example) => {
    const [found, ...more] = findPeriods(example, '2024-05-20');
    expect(more).toEqual([]);
    expect(example.startsWith(found?.text ?? '?')).toBe(true);
  },
);

test.each([
  ['五月', 2024, [5]],
  ['05月', 2024, [5]],
  ['元月份', 2024, [1]],
  ['正月', 2024, [1]],
  ['十二月底', 2024, [12]],
  ['二〇二三年六月', 2023, [6]],
  ['23年6月', 2023, [6]],
  ['今年三月', 2024, [3]],
  ['前年十月', 2022, [10]],
  ['3月至6月', 2024, [3, 4, 5, 6]],
  ['从2月到4月底', 2024, [2, 3, 4]],
  ['2023年1-3月', 2023, [1, 2, 3]],
  ['一二三月份', 2024, [1, 2, 3]],
  ['七八月份', 2024, [7, 8]],
  ['七八两个月', 2024, [7, 8]],
  ['本月到目前为止', 2024, [5]],
  ['1、2月和4月', 2024, [1, 2, 4]],
  ['截至4月30日', 2024, [1, 2, 3, 4]],
  ['截止3月末', 2024, [1, 2, 3]],
  ['到4月底为止', 2024, [1, 2, 3, 4]],
  ['2月以来', 2024, [2, 3, 4, 5]],
  ['前4个月', 2024, [1, 2, 3, 4]],
  ['头两个月', 2024, [1, 2]],
  ['去年后四个月', 2023, [9, 10, 11, 12]],
  ['本月', 2024, [5]],
  ['这个月份', 2024, [5]],
  ['上一个月', 2024, [4]],
  ['上上个月', 2024, [3]],
  ['次月', 2024, [6]],
  ['近两个月', 2024, [4, 5]],
  ['未来三个月', 2024, [6, 7, 8]],
  ['首季度', 2024, [1, 2, 3]],
  ['第3季度', 2024, [7, 8, 9]],
  ['三季', 2024, [7, 8, 9]],
  ['q4', 2024, [10, 11, 12]],
  ['4Q', 2024, [10, 11, 12]],
  ['前两个季度', 2024, [1, 2, 3, 4, 5, 6]],
  ['一至三季度', 2024, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['二、三季度', 2024, [4, 5, 6, 7, 8, 9]],
  ['本季度末', 2024, [4, 5, 6]],
  ['上一季度', 2024, [1, 2, 3]],
  ['下个季度', 2024, [7, 8, 9]],
  ['去年下半年', 2023, [7, 8, 9, 10, 11, 12]],
  ['截至上半年', 2024, [1, 2, 3, 4, 5, 6]],
  ['H2', 2024, [7, 8, 9, 10, 11, 12]],
  ['年初至今', 2024, [1, 2, 3, 4, 5]],
  ['从年初到上个月', 2024, [1, 2, 3, 4]],
  ['截至上季度末', 2024, [1, 2, 3]],
  ['到目前为止', 2024, [1, 2, 3, 4, 5]],
  ['去年和今年1月', 2024, range(1, 12)],
  ['2022年度', 2022, range(1, 12)],
  ['明年一季度', 2025, [1, 2, 3]],
  ['去年三季度和四季度', 2023, [7, 8, 9, 10, 11, 12]],
] as const)('%s is read', (text, year, months) => {
  expect(read(text)).toMatchObject({ year, months });
});

test.each([
  ['上个月', '2024-01-15', 2023, [12]],
  ['上季度', '2024-02-01', 2023, [10, 11, 12]],
  ['下个月', '2023-12-31', 2024, [1]],
  ['下季度', '2023-10-01', 2024, [1, 2, 3]],
  ['去年', '2024-01-01', 2023, range(1, 12)],
  ['上上季度', '2024-01-31', 2023, [7, 8, 9]],
] as const)('%s asked on %s takes its year with it', (text, today, year, months) => {
  expect(read(text, today)).toMatchObject({ year, months });
});

test.each([
  ['12月完成情况', '2024-01-10', 2023],
  ['四季度完成得怎么样', '2024-02-05', 2023],
  ['12月要干什么', '2024-01-10', 2024],
  ['12月完成情况', '2024-06-10', 2024],
  ['一月份有哪些工作要做', '2023-12-20', 2024],
  ['一月份完成情况', '2023-12-20', 2023],
] as const)('%s asked on %s means the nearest one', (text, today, year) => {
  expect(read(text, today)?.year).toBe(year);
});

test.each([
  ['月底前', '2024-05-20', '2024-05-31'],
  ['这个月底之前', '2024-05-20', '2024-05-31'],
  ['7月底前', '2024-05-20', '2024-07-31'],
  ['年底前', '2024-05-20', '2024-12-31'],
  ['6月20日前', '2024-05-20', '2024-06-20'],
  ['本周', '2024-05-20', '2024-05-26'],
  ['下周', '2024-05-27', '2024-06-02'],
  ['三天内要交的', '2024-05-20', '2024-05-23'],
  ['今天到期的', '2024-05-20', '2024-05-20'],
  ['明天要交的', '2024-05-21', '2024-05-21'],
  ['5月下旬', '2024-05-21', '2024-05-31'],
  ['上个月中旬', '2024-04-11', '2024-04-20'],
])('%s is a span of days', (text, from, to) => {
  expect(read(text)?.window).toEqual({ from, to });
});

test('three months back from January are told by their days', () => {
  expect(read('近三个月', '2024-01-15')).toEqual({
    year: 2024,
    months: [1, 11, 12],
    window: { from: '2023-11-01', to: '2024-01-31' },
  });
});

test.each([
  '13月',
  '0月',
  '三个月大',
  '第3月亮',
  '每月一次',
  '月度',
  '五季度',
  '今天的进度',
  '3月5日的会',
  '四季豆',
  '看一下季度',
  'FAQ1',
])('%s names no whole month or quarter', (text) => {
  expect(read(text)).toBeUndefined();
});

test('一下 before 月底 or 半年 is not the next month or half', () => {
  expect(read('列一下月底前要完成的')?.months).toEqual([5]);
  expect(read('列一下半年情况')?.months).toEqual(range(1, 6));
  expect(read('列一下下半年情况')?.months).toEqual(range(7, 12));
});

describe('the period before', () => {
  test.each([
    [2024, [5], 2024, [4]],
    [2024, [1], 2023, [12]],
    [2024, [4, 5, 6], 2024, [1, 2, 3]],
    [2024, [1, 2, 3], 2023, [10, 11, 12]],
    [2024, range(7, 12), 2024, range(1, 6)],
    [2024, range(1, 6), 2023, range(7, 12)],
    [2024, range(1, 12), 2023, range(1, 12)],
    [2024, range(1, 5), 2023, range(1, 5)],
  ] as const)('of %i %j is %i %j', (year, months, wantYear, wantMonths) => {
    const before = periodBefore({ year, months: [...months] });
    expect(before).toEqual({ year: wantYear, months: [...wantMonths] });
  });

  test('the year before keeps the months', () => {
    expect(yearBefore({ year: 2024, months: [2] })).toEqual({ year: 2023, months: [2] });
  });
});

test('any month of any year, in figures or numerals, is read back', () => {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2015, max: 2035 }),
      fc.constantFrom('', '份', '底'),
      fc.boolean(),
      fc.constantFrom('情况', '的任务', '完成了多少', ''),
      (month, year, end, inNumerals, after) => {
        const m = inNumerals ? numerals[month - 1] : String(month);
        expect(read(`${year}年${m}月${end}${after}`)).toEqual({ year, months: [month] });
      },
    ),
  );
});

test('any run of months in figures or numerals is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 11 }),
      fc.integer({ min: 2, max: 12 }),
      fc.constantFrom('到', '至', '-', '—', '~', '月到', '月份至'),
      (first, last, to) => {
        fc.pre(first < last);
        expect(read(`${first}${to}${last}月的情况`)?.months).toEqual(range(first, last));
      },
    ),
  );
});

test('reading never throws, and months are months', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(...'一二三十元年月季度上下前后本去今近到至-个周天底1234567890、和半'),
        { maxLength: 14 },
      ),
      fc.integer({ min: 0, max: 5000 }),
      (chars, days) => {
        const today = new Date(Date.UTC(2019, 0, 1 + days)).toISOString().slice(0, 10);
        for (const p of findPeriods(chars.join(''), today)) {
          expect(p.months.length).toBeGreaterThan(0);
          expect(p.months.every((m) => Number.isInteger(m) && m >= 1 && m <= 12)).toBe(true);
          expect(Number.isInteger(p.year)).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
