import { describe, expect, test } from 'vitest';
import { readWindows } from '../../src/calendar/windows.ts';
import { askLibrary, content } from './library.ts';

const NOTICE = content(`关于组织申报2026年安和县技术改造补助资金的通知
安工信〔2026〕8号
一、申报时间
申报分两批进行，第一批申报时间为2026年3月1日至4月15日，第二批申报时间为2026年9月1日至2026年12月5日17:00，逾期不予受理。
二、兑现时间
补助资金于2026年12月31日前拨付到企业。
安和县工业和信息化局
2026年2月20日`);
const RULES = content(`安和县中小企业培育办法
安政办〔2025〕20号
第一条 专精特新企业每年分两批申报，第一批于3月底前、第二批于9月底前向县工信局提交材料。
第二条 数字化诊断补贴的申报材料于11月30日前报县工信局。
第三条 本办法自2025年6月1日起施行，有效期至2028年5月31日。
安和县人民政府办公室
2025年5月10日`);
const ENDED = content(`安和县电子商务扶持办法
安政办〔2023〕5号
第一条 电商奖励每年12月底前集中申报。
第二条 本办法自2023年2月1日起施行，有效期至2025年1月31日。
安和县人民政府办公室
2023年1月20日`);
const LIBRARY = { '通知.txt': NOTICE, '办法.txt': RULES, '电商.txt': ENDED };

const told = async (question: string, today = '2026-11-23', previous?: string) => {
  const answer = await askLibrary(LIBRARY, question, previous, today);
  return answer.kind === 'answered' ? (answer.windows ?? []) : [answer.kind];
};

describe('whether one may still apply is said by the county’s clock', () => {
  test.each(['技改补助第一批还能报吗', '技改资金现在还能报第一批吗'])(
    'a window that has passed: %s',
    async (question) => {
      expect(await told(question)).toEqual([
        '第一批申报已于2026年4月15日截止（今天是2026年11月23日）。',
      ]);
    },
  );

  test('one that is open: until when', async () => {
    expect(await told('技改补助现在还能报第二批吗')).toEqual([
      '第二批申报截至2026年12月5日，尚未截止（今天是2026年11月23日）。',
    ]);
  });

  test('one that has not begun: from when', async () => {
    const [line] = await told('技改补助第二批现在可以申报吗', '2026-06-01');
    expect(line).toContain('自2026年9月1日开始');
    expect(line).toContain('尚未开始');
  });

  test('all batches where none is named', async () => {
    for (const question of [
      '技改申报截止了没',
      '技改资金申报还来得及吗',
      '技改补助错过了吗',
      '技改资金现在申报晚不晚',
      '技改申报截止时间是什么时候',
    ])
      expect(await told(question), question).toHaveLength(2);
  });

  test('the question after one on the same matter', async () => {
    expect(await told('第一批还来得及吗', '2026-11-23', '技改补助什么时候申报')).toEqual([
      '第一批申报已于2026年4月15日截止（今天是2026年11月23日）。',
    ]);
  });

  test('who names no matter hears it of each document, by its name', async () => {
    const lines = await told('今年的申报截止了没');
    expect(lines.every((line) => line.startsWith('《'))).toBe(true);
    expect(lines.join()).toContain('技术改造补助资金的通知》第一批申报已于2026年4月15日截止');
  });
});

describe('a clause without a year', () => {
  test('of every year: this year’s day, and of which year the document is', async () => {
    expect(await told('专精特新第二批还能报吗')).toEqual([
      '第二批申报按每年的时间计，已于2026年9月30日截止。该文件为2025年，今年是否照此执行请向主管部门核实。',
    ]);
  });

  test('of no year: the document’s, to be checked', async () => {
    const [line] = await told('数字化诊断补贴还来得及申报吗');
    expect(line).toContain('按2025年计，已于2025年11月30日截止');
    expect(line).toContain('请向主管部门核实');
  });
});

test('a document whose validity has ended lets nobody apply, whatever its days', async () => {
  expect(await told('电商奖励现在还能申报吗')).toEqual([
    '该文件已不再有效，现在不能据此申报，请核实是否有新的文件。',
  ]);
});

describe('what is put off is said as it stands, and not called open', () => {
  const notice = content(`关于组织申报2026年度稳产增产和设备更新资金的通知
安工信〔2026〕47号
一、申报范围
（一）2026年1月1日至2026年11月30日期间更新设备并完成付款的企业，可以申报设备更新补助。
（二）稳产增产奖励待2027年1月核定全年营业收入后另行通知，本次不申报。
二、申报时间
（三）网上填报：2026年11月16日至12月8日17时，逾期系统自动关闭。
（四）纸质材料：企业于2026年12月15日前报送县工信局。
安和县工业和信息化局
2026年11月13日`);
  test.each(['稳产增产奖励现在能报吗', '稳产增产奖励还能申报吗', '稳产增产奖励什么时候申报'])(
    '%s',
    async (question) => {
      const answer = await askLibrary({ '通知.txt': notice }, question, undefined, '2026-11-30');
      if (answer.kind !== 'answered') throw new Error(answer.kind);
      expect(answer.parts[0]).toContain('本次不申报');
      expect(answer.windows ?? []).toEqual([]);
    },
  );

  test('on paper is no window of its own: filing has closed', async () => {
    const answer = await askLibrary(
      { '通知.txt': notice },
      '设备更新补助还能报吗',
      undefined,
      '2026-12-09',
    );
    expect(answer).toMatchObject({
      windows: ['申报已于2026年12月8日截止（今天是2026年12月9日）。'],
    });
  });
});

test('who asks whether one is entitled is told nothing of days', async () => {
  expect(await told('拿过市里奖励还能申报专精特新吗')).toEqual(['not-found']);
});

describe('the days a clause gives', () => {
  const days = (text: string, year = 2026, today = '2026-11-23') =>
    readWindows(text, year, today).map(({ from, until }) => [from, until]);
  test.each([
    ['申报时间：2026年3月1日—4月15日。', [['2026-03-01', '2026-04-15']]],
    ['请于10月20日18时前提交。', [[undefined, '2026-10-20']]],
    ['2025年1月1日至12月31日期间购置的设备，于2026年3月31日前申报。', [[undefined, '2026-03-31']]],
    ['2026年度申领自即日起至2026年12月10日止。', [[undefined, '2026-12-10']]],
    ['申报截止时间为2026年8月5日。', [[undefined, '2026-08-05']]],
    ['每年12月1日至次年1月31日受理。', [['2026-12-01', '2027-01-31']]],
    ['每年9月集中受理申报。', [['2026-09-01', '2026-09-30']]],
    ['常年受理，随报随审。', []],
    [
      '企业须于2023年12月31日前登记注册，申报时间为2026年11月1日至12月20日。',
      [['2026-11-01', '2026-12-20']],
    ],
    ['截至2025年12月31日设备投入达到500万元的企业可申报技改补助。', []],
    ['2026年1月1日至2026年11月30日期间更新设备并完成付款的企业，可以申报设备更新补助。', []],
    ['2026年1月至11月用电量较上年同期增长10%以上的企业，可以申报用电补助。', []],
    ['申报企业应当在2024年6月30日前成立。', []],
    ['网上填报：2026年11月16日至12月8日17时，逾期系统自动关闭。', [['2026-11-16', '2026-12-08']]],
    ['乡镇人民政府于2026年12月11日前完成初核并报县工信局。', []],
    ['纸质材料：企业于2026年12月15日前报送县工信局，一式三份。', []],
    [
      '分两批申报，第一批3月1日至4月15日，第二批9月1日至9月30日。',
      [
        ['2026-03-01', '2026-04-15'],
        ['2026-09-01', '2026-09-30'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test('a window of every year that runs over New Year is the one that holds', () => {
    expect(days('每年12月1日至次年1月31日受理。', 2025, '2026-01-10')).toEqual([
      ['2025-12-01', '2026-01-31'],
    ]);
  });
});
