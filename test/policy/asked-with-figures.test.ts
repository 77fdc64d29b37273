import { describe, expect, test } from 'vitest';
import { readRange } from '../../src/policy/size-range.ts';
import { askLibrary, content } from './library.ts';

const RULES = content(
  `云溪县人民政府办公室文件
云政办〔2026〕7号
云溪县数字化改造支持办法
第一章 支持内容
第一条 上云补助。企业购买云服务年度费用在2万元以上的，按年度实际支付费用的40%给予补助，每家企业每年最高不超过6万元。
第二条 改造补助。企业数字化改造按照投入总额分档补助，具体标准见附表。
第三条 示范奖励。对通过两化融合管理体系AAA级、AA级评定的企业，分别一次性奖励20万元、10万元。
第四条 服务奖励。县外服务商在我县设立独立法人机构，且年度服务规模以上工业企业10家以上的，奖励20万元。
第五条 对年产值首次突破1亿元的工业企业，奖励15万元。
第二章 附则
第六条 企业骗取补助的，追回资金，五年内不得再次申请。
第七条 拖欠职工工资或者水电费超过三个月的企业，不予补助。
第八条 本办法自2026年1月1日起施行，有效期三年。
附表
云溪县数字化改造补助标准表`,
  [
    ['档次', '改造类别', '投入总额', '补助比例', '最高补助金额'],
    ['一', '首次改造', '50万元（含）—100万元', '15%', '12万元'],
    ['二', '首次改造', '100万元（含）—300万元', '18%', '45万元'],
    ['三', '首次改造', '300万元（含）以上', '20%', '150万元'],
    ['四', '再次改造', '100万元（含）—500万元', '10%', '40万元'],
    ['五', '再次改造', '500万元（含）以上', '12%', '100万元'],
  ],
);

const CITY = content(`江州市企业上云奖励办法
江政〔2025〕11号
一、对首次上云、年度云服务费用5万元以上的企业，按实际支付费用的30%给予补助，最高不超过10万元。
二、对首次升为规模以上的工业企业，一次性奖励15万元。
三、本办法自2025年7月1日起施行，有效期至2028年6月30日。`);

const OLD = content(`云溪县厂房租金补贴办法
云政办〔2023〕14号
第一条 对租用标准厂房的小微企业，按租金的50%给予补贴。
第二条 本办法自2023年5月1日起施行，试行两年。`);

const LIBRARY = { '办法.docx': RULES, '市.txt': CITY, '旧.txt': OLD };
const partsOf = async (question: string) => {
  const answer = await askLibrary(LIBRARY, question);
  return answer.kind === 'answered' ? answer.parts : [];
};

describe('the row of a table that fits what the asker spends', () => {
  test.each([
    ['首次改造投入200万补多少', '45万元'],
    ['首次改造花了80万能补多少', '12万元'],
    ['首次改造投入1200万元补多少', '150万元'],
    ['再次改造投600万补多少', '100万元'],
    ['我们再次改造投了150万，能补多少', '40万元'],
  ])('%s: %s', async (question, sum) => {
    const parts = await partsOf(question);
    expect(parts).toHaveLength(1);
    expect(parts[0]).toContain(sum);
  });

  test.each([
    ['50万元（含）—100万元', { of: 'money', from: 50, to: 100, isToIn: false }],
    ['50—100万元（含）', { of: 'money', from: 50, to: 100, isToIn: true }],
    ['1亿元以上', { of: 'money', from: 10_000, to: Number.POSITIVE_INFINITY, isToIn: true }],
    ['不足50万元', { of: 'money', from: 0, to: 50, isToIn: false }],
    ['300万元以下', { of: 'money', from: 0, to: 300, isToIn: true }],
    ['20%', undefined],
    ['首次改造', undefined],
  ])('%s', (text, range) => expect(readRange(text)).toEqual(range));
});

describe('what is near in words and another matter', () => {
  test('a clause that is headed by the word asked for stands beside the one that says it', async () => {
    const parts = (await partsOf('上云能补多少钱')).join();
    expect(parts).toContain('30%');
    expect(parts).toContain('40%');
  });

  test('what a service provider gets is not what a firm gets', async () => {
    const parts = (await partsOf('小升规奖多少')).join();
    expect(parts).toContain('15万元');
    expect(parts).not.toContain('服务商');
  });

  test.each(['水电费有没有优惠', '县里市里一共能拿多少'])(
    '%s is not answered by something else',
    async (question) => expect(await partsOf(question)).toEqual([]),
  );

  test.each(['个体户能申请吗', '还能再次申请补助吗'])('%s', async (question) => {
    expect((await partsOf(question)).join()).not.toContain('骗取');
  });

  test.each([
    ['AA级贯标奖多少', '两化融合管理体系'],
    ['产值破亿奖多少', '首次突破1亿元'],
  ])('%s', async (question, part) => {
    expect((await partsOf(question)).join()).toContain(part);
  });
});

test('a 文号 in a question means that document, whatever was asked before', async () => {
  const answer = await askLibrary(
    LIBRARY,
    '云政办〔2023〕14号还有效吗',
    '上云能补多少钱',
    '2026-11-30',
  );
  expect(answer).toMatchObject({
    answer: expect.stringContaining('试行两年'),
    cautions: [expect.stringContaining('已届满')],
  });
});

test('a 文号 alone is what the document is about', async () => {
  expect((await partsOf('云政办〔2026〕7号')).join()).toContain('支持内容；附则');
});
