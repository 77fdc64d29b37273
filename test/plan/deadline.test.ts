import { describe, expect, test } from 'vitest';
import { isPeriod, readDeadline, readPeriod } from '../../src/plan/deadline.ts';
import { deadlineInPassing, findDeadline, refineWithText } from '../../src/plan/text-deadline.ts';

const due = (dueOn: string, month: number | null = Number(dueOn.slice(5, 7))) => ({
  startOn: null,
  dueOn,
  recurrence: null,
  month,
});
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const QUARTERS = [3, 6, 9, 12];

describe('a deadline names a day, a span or a rhythm', () => {
  test.each([
    ['3月底前', due('2022-03-31')],
    ['2月底', due('2022-02-28')],
    ['9月投入使用', due('2022-09-30')],
    ['2022年6月30日前', due('2022-06-30')],
    ['6月30日前完成', due('2022-06-30')],
    ['十一月十五日前', due('2022-11-15')],
    ['2022-03-31', due('2022-03-31')],
    ['2022/4/5', due('2022-04-05')],
    ['2022.06', due('2022-06-30')],
    ['6.30前', due('2022-06-30')],
    ['10月中旬', due('2022-10-20')],
    ['3月上旬', due('2022-03-10')],
    ['上半年', due('2022-06-30')],
    ['第三季度', due('2022-09-30')],
    ['二季度末', due('2022-06-30')],
    ['前三季度', due('2022-09-30')],
    ['年底前', due('2022-12-31')],
    ['年内', due('2022-12-31')],
    ['到2023年', due('2023-12-31', null)],
    ['2023年底前', due('2023-12-31', null)],
    ['明年一季度', due('2023-03-31', null)],
    ['次年3月', due('2023-03-31', null)],
    ['春节前', due('2022-01-31')],
    ['44742', due('2022-06-30')],
    ['国庆节前完成', due('2022-09-30')],
    ['2023年春节前', due('2023-01-21', null)],
    ['元旦前', due('2022-12-31')],
    ['五一假期之前', due('2022-04-30')],
    ['正月十五前', due('2022-02-14')],
  ])('%s', (text, when) => expect(readDeadline(text, 2022)).toEqual(when));

  test.each([
    ['3月至6月', '2022-03-01', '2022-06-30'],
    ['3-6月', '2022-03-01', '2022-06-30'],
    ['2022年10月—2023年3月', '2022-10-01', '2023-03-31'],
    ['5月1日至5月20日', '2022-05-01', '2022-05-20'],
    ['3.1—6.30', '2022-03-01', '2022-06-30'],
  ])('%s is one span', (text, startOn, dueOn) =>
    expect(readDeadline(text, 2022)).toMatchObject({ startOn, dueOn, recurrence: null }),
  );

  test.each([
    ['每月5日前', { every: 'month', day: 5, months: ALL }, null],
    ['每季度末月20日前', { every: 'quarter', day: 20, months: QUARTERS }, null],
    ['每季度首月10日前', { every: 'quarter', day: 10, months: [1, 4, 7, 10] }, null],
    ['按季推进', { every: 'quarter', months: QUARTERS }, null],
    ['每半年', { every: 'year', months: [6, 12] }, null],
    ['每双月25日前', { every: 'year', day: 25, months: [2, 4, 6, 8, 10, 12] }, null],
    ['逢单月10日前', { every: 'year', day: 10, months: [1, 3, 5, 7, 9, 11] }, null],
    ['每年6月底前', { every: 'year', months: [6] }, null],
    ['第二、四季度', { every: 'year', months: [6, 12] }, '2022-12-31'],
    ['即知即改', { every: 'ongoing' }, '2022-12-31'],
    ['5月、8月', { every: 'year', months: [5, 8] }, '2022-08-31'],
    ['3、6、9、12月', { every: 'year', months: QUARTERS }, '2022-12-31'],
    ['6月底前完成设计，12月底前建成', { every: 'year', months: [6, 12] }, '2022-12-31'],
    ['持续推进', { every: 'ongoing' }, '2022-12-31'],
    ['全年', { every: 'ongoing' }, '2022-12-31'],
    ['长期坚持', { every: 'ongoing' }, '2022-12-31'],
    ['每季度报送，11月底前完成', { every: 'quarter', months: QUARTERS }, '2022-11-30'],
  ])('%s comes again', (text, recurrence, dueOn) =>
    expect(readDeadline(text, 2022)).toMatchObject({ recurrence, dueOn }),
  );

  test.each(['', '视情况而定', '待定', '13月', '第五季度', '春节前后', '秋季开学前', '13955'])(
    '%s names no day',
    (text) => expect(readDeadline(text, 2022)).toBeUndefined(),
  );
});

describe('a deadline inside the task itself', () => {
  test.each([
    ['抓好县级重点项目60个；一季度新开工15个。', '一季度'],
    ['上半年举办两场招聘会。', undefined],
    ['抓好重点项目，10月底前建成。', undefined],
    ['做好企业服务，每季度走访一次。', undefined],
  ])('%s is to be confirmed where only a later clause names a time', (text, said) =>
    expect(deadlineInPassing(text, 2026)).toBe(said),
  );

  test.each([
    ['10月底前建成两处充电站。', due('2023-10-31')],
    ['一季度用电量好于同期，2月15日前完成缺工调查。', due('2023-02-15')],
    ['上半年举办两场招聘会。', due('2023-06-30')],
    ['全年培育高新技术企业8家。', due('2023-12-31')],
    ['到2025年，建成省级园区。', due('2025-12-31', null)],
  ])('%s', (text, when) => expect(findDeadline(text, 2023)).toEqual(when));

  test('a rhythm counts in a short task', () => {
    expect(findDeadline('每月走访企业一次。', 2023)?.recurrence?.every).toBe('month');
    expect(findDeadline('年内引进企业9户，名单按季更新。', 2023)).toMatchObject({
      dueOn: '2023-12-31',
      recurrence: { every: 'quarter' },
    });
  });

  test('a rhythm in a long paragraph describes the way, not the deadline', () => {
    const long = `${'加强项目统筹，完善工作机制，压实各方责任。'.repeat(5)}县领导每月调度项目。到2024年，新增项目10个。`;
    expect(findDeadline(long, 2023)).toMatchObject({ dueOn: '2024-12-31', recurrence: null });
  });

  test.each(['增加值增长8%。', '谋划2024年项目。', '总结前3季度指标位次。', '推进5G基站建设。'])(
    '%s sets none',
    (text) => expect(findDeadline(text, 2023)).toBeUndefined(),
  );
});

describe('a month cell', () => {
  test.each(['3月', '三月', '3月份', '03', '2022年3月', '2022-03'])('%s is March', (text) =>
    expect(readPeriod(text, 2022)).toEqual({
      startOn: null,
      dueOn: null,
      recurrence: null,
      month: 3,
    }),
  );

  test('a quarter stands for its last day', () => {
    expect(readPeriod('二季度', 2022)?.dueOn).toBe('2022-06-30');
  });

  test.each(['1月', '十二月份', '第一季度', '下半年', '全年', '1-2月', '3月重点工作'])(
    '%s is a period',
    (text) => expect(isPeriod(text)).toBe(true),
  );

  test.each(['12', '一季度开门红', '3月底前', '13月', '工作', '十'])('%s is none', (text) =>
    expect(isPeriod(text)).toBe(false),
  );
});

describe('within its row a text may set a nearer day', () => {
  const row = (text: string) => {
    const period = readPeriod(text, 2026);
    if (!period) throw new Error(text);
    return period;
  };
  test.each([
    ['12月', '12月20日前报送全年总结', '2026-12-20'],
    ['3月', '召开推进会，25日前上报名单', '2026-03-25'],
    ['3月', '本月10号以前完成摸底', '2026-03-10'],
    ['5月', '5月中旬前完成初审，5月28日前上报', '2026-05-28'],
    ['一季度', '2月15日前完成节后用工调查', '2026-02-15'],
    ['九月', '九月十五日前组织验收', '2026-09-15'],
    ['11月', '谋划2027年重点项目，11月20日前上报', '2026-11-20'],
  ])('%s｜%s', (month, content, dueOn) => {
    const { when, elsewhere } = refineWithText(row(month), content, 2026);
    expect({ dueOn: when.dueOn, month: when.month, elsewhere }).toEqual({
      dueOn,
      month: row(month).month,
      elsewhere: undefined,
    });
  });

  test.each([
    ['3月', '3月8日举办专场招聘会'],
    ['3月', '3月底前完成签约'],
    ['6月', '确保年底前建成投产'],
    ['4月', '落实去年12月20日会议要求'],
    ['7月', '力争前三季度工业投资增长10%'],
    ['10月', '安排2027年项目申报'],
  ])('%s｜%s: the row holds', (month, content) => {
    expect(refineWithText(row(month), content, 2026)).toEqual({ when: row(month) });
  });

  test('a deadline in another month is asked about, and the row holds meanwhile', () => {
    expect(refineWithText(row('3月'), '启动厂房改造，6月30日前竣工', 2026)).toEqual({
      when: row('3月'),
      elsewhere: '6月30日前',
    });
  });

  test('a rhythm within 全年 is a rhythm', () => {
    expect(refineWithText(row('全年'), '每月10日前报送要素保障情况', 2026).when).toMatchObject({
      recurrence: { every: 'month', day: 10 },
      dueOn: null,
    });
    expect(refineWithText(row('全年'), '持续做好企业服务', 2026).when).toEqual(row('全年'));
  });
});
