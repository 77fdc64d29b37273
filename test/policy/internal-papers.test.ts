import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/policy/answer.ts';
import type { Audience } from '../../src/policy/audience.ts';
import { citationTitle } from '../../src/policy/wording.ts';
import { rolledBack } from '../support/db.ts';
import { content, put } from './library.ts';

const POLICY = content(`安和县工业奖补办法
安政〔2026〕6号
第一条 对首次通过认定的高新技术企业，一次性奖励20万元；对重新认定的高新技术企业，一次性奖励8万元。
第二条 对工业企业实施技术改造，按设备投资额的8%给予补助，最高不超过200万元。
第三条 本办法自2026年1月1日起施行，有效期三年。
安和县人民政府
2025年12月20日`);
const BUDGET = content(`安和县科经局2026年度工业奖补资金测算意见
安科经办〔2026〕8号
一、资金盘子
（一）2026年可用余额1860万元，其中高企奖励预留400万元，技术改造补助预留900万元，其余机动。
（二）技改补助申报金额预计1450万元，拟按62%的比例兑现。
（三）小微企业园入驻企业优先兑现，兑现时间不晚于2027年2月5日。
安和县科技经信局
2026年10月20日`);

const OFFICIAL: Audience = { kind: 'person', internal: true, unitIds: [] };

async function ask(question: string) {
  const said: { answer: string; titles: string[] }[] = [];
  await rolledBack(async (db) => {
    await put(db, '办法.txt', POLICY);
    await put(db, '测算.txt', BUDGET, { kind: 'internal' });
    const answer = await answerQuestion(db, { question, audience: OFFICIAL, today: '2026-11-30' });
    said.push(
      answer.kind === 'answered'
        ? { answer: answer.answer, titles: answer.citations.map(citationTitle) }
        : { answer: answer.kind, titles: [] },
    );
  });
  const [first] = said;
  if (!first) throw new Error('nothing was asked');
  return first;
}

test.each([
  ['高企奖多少', '20万元'],
  ['高企奖励多少钱', '20万元'],
  ['技改补助多少', '8%'],
])(
  'an official who asks %s hears the policy, not what the bureau has set aside',
  async (question, sum) => {
    const { answer, titles } = await ask(question);
    expect(answer).toContain(sum);
    expect(titles[0]).toContain('安和县工业奖补办法');
    expect(answer).not.toMatch(/预留|62%/);
  },
);

test.each([
  ['高企奖励预留多少', '400万元'],
  ['技改补助拟按什么比例兑现', '62%'],
  ['小微企业园入驻企业什么时候兑现', '2027年2月5日'],
])('who asks for it is told, with the mark that it is internal: %s', async (question, said) => {
  const { answer, titles } = await ask(question);
  expect(answer).toContain(said);
  expect(titles[0]).toMatch(/^内部 · 《/);
});
