import { describe, expect, test } from 'vitest';
import { severalText, togetherText } from '../../src/policy/wording.ts';
import { askLibrary, content } from './library.ts';

const PARK = content(
  `东溪县小微企业园扶持办法
第一条 租金补贴。入园企业租用标准厂房的，按实际租金的30%给予补贴，每年最高不超过20万元。
第二条 专精特新企业入园的，租金补贴比例提高到50%，每年最高不超过50万元。
第三条 装修补助。入园企业装修车间的，按每平方米100元补助，最高30万元。
第四条 贷款贴息。对入园企业的流动资金贷款按年利率2%给予贴息，每户每年贴息最高10万元。
第五条 展位费补贴标准如下：`,
  [
    ['对象', '标准', '最高限额'],
    ['参加境内展会的企业', '展位费的50%', '2万元'],
    ['参加境外展会的企业', '展位费的70%', '8万元'],
  ],
);

const said = async (question: string) => {
  const answer = await askLibrary({ '园区.txt': PARK }, question);
  return answer.kind === 'answered' ? answer.parts : [answer.kind];
};

describe('who asks up to how much hears of every cap', () => {
  test.each(['租金补贴最高多少', '租金补贴封顶多少', '租金最多补多少', '租金补贴上限是多少'])(
    'the general one first, then the special one: %s',
    async (question) => {
      const [general, special, ...more] = await said(question);
      expect(general).toContain('20万元');
      expect(special).toContain('50万元');
      expect(more).toEqual([]);
    },
  );

  test('who names the special case hears of it alone', async () => {
    const parts = await said('专精特新企业租金补贴最高多少');
    expect(parts).toHaveLength(1);
    expect(parts[0]).toContain('50万元');
  });

  test('who asks how much hears what everybody gets before those who get more', async () => {
    const [general, special] = await said('租金补贴多少');
    expect(general).toContain('30%');
    expect(special).toContain('提高到50%');
  });

  test('a table of caps: its rows', async () => {
    expect(await said('展位费补贴最高多少')).toHaveLength(2);
  });

  test.each([
    ['贴息最高多少', '10万元'],
    ['装修补助最高多少', '30万元'],
  ])('caps of other benefits stay away: %s', async (question, sum) => {
    const parts = await said(question);
    expect(parts).toHaveLength(1);
    expect(parts[0]).toContain(sum);
  });
});

describe('two levels that grant different sums', () => {
  const county = (clause = '') =>
    content(`平川县支持工业企业若干措施
平政办〔2025〕9号
第一条 对首次升规的工业企业，一次性奖励10万元。
第二条 租用标准厂房的企业，给予租金补贴，每年最高20万元。
${clause}
平川县人民政府办公室
2025年4月20日`);
  const city = (clause = '') =>
    content(`临江市促进制造业发展实施意见
临政〔2026〕4号
第一条 企业首次纳入规模以上工业统计的，给予15万元一次性奖励。
第二条 对租赁标准厂房的企业给予租金补贴，每家每年最高30万元。
${clause}
临江市人民政府
2026年2月15日`);
  const ask = async (question: string, ofCounty?: string, ofCity?: string) => {
    const documents = { '县.txt': county(ofCounty), '市.txt': city(ofCity) };
    const answer = await askLibrary(documents, question, undefined, '2026-11-23');
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    return answer;
  };

  test.each([
    ['首次升规奖励多少钱', '10万元', '15万元'],
    ['租金补贴最高多少', '20万元', '30万元'],
  ])('%s: both are shown, with level and year', async (question, ours, theirs) => {
    const answer = await ask(question);
    expect(answer.citations).toHaveLength(2);
    const text = severalText(answer);
    expect(text).toContain('数额不一致');
    expect(text).toContain(`县级《平川县支持工业企业若干措施》（2025年）${ours}`);
    expect(text).toContain(`市级《临江市促进制造业发展实施意见》（2026年）${theirs}`);
  });

  test('whether both may be had is said only in a clause’s own words', async () => {
    const question = '首次升规奖励多少钱';
    const silent = await ask(question);
    expect(togetherText(silent.together ?? [])).toContain('未写明能否同时享受');
    const both = await ask(
      question,
      '第三条 同一事项与上级政策不重复享受，按就高原则执行。',
      '第三条 市级奖励与县级奖励可叠加享受。',
    );
    const text = togetherText(both.together ?? []);
    expect(text).toContain('《平川县支持工业企业若干措施》“同一事项与上级政策不重复享受');
    expect(text).toContain('《临江市促进制造业发展实施意见》“市级奖励与县级奖励可叠加享受');
  });

  test('who asks for both at once is shown what each level says', async () => {
    const answer = await ask(
      '市里和县里的升规奖励能一起拿吗',
      '第三条 同一事项与上级政策不重复享受，按就高原则执行。',
      '第三条 市级奖励与县级奖励可叠加享受。',
    );
    expect(answer.citations.map((c) => c.level).sort()).toEqual(['city', 'county']);
  });
});
