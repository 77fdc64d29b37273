import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { answerQuestion } from '../../src/policy/answer.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { policyDocx } from '../../src/sample/documents.ts';
import { samplePolicies } from '../../src/sample/policies.ts';
import { rolledBack } from '../support/db.ts';
import { put } from './library.ts';

const contents = Promise.all(
  samplePolicies(2026).map(async (policy) => {
    const read = await readDocument({ name: policy.fileName, bytes: await policyDocx(policy) });
    if (read.kind !== 'read') throw new Error(policy.fileName);
    return { name: policy.fileName, content: read.content };
  }),
);

/** The sentences of the sample county's library that answer, best first. */
async function answersTo(question: string): Promise<string[]> {
  const found: string[] = [];
  await rolledBack(async (db) => {
    for (const { name, content } of await contents) await put(db, name, content);
    const answer = await answerQuestion(db, { question, audience: PUBLIC });
    if (answer.kind === 'answered') found.push(...answer.parts);
  });
  return found;
}

describe('what need not be applied for is not told by what everybody has to hand in', () => {
  test.each(['哪些不用申请直接给', '哪些奖励免申报', '不用申请就能拿的奖励有哪些'])(
    '%s',
    async (question) => {
      const [first, ...others] = await answersTo(question);
      expect(first).toContain('实行免申即享');
      expect(others.join()).not.toContain('均需提交');
    },
  );

  test('哪些材料不用交 is not answered by what has to be handed in', async () => {
    expect((await answersTo('哪些材料不用交')).join()).not.toContain('均需提交');
  });
});

describe('what everybody gets stands before what one trade gets that nobody named', () => {
  test.each(['买设备花了500万补多少', '买设备花了250万能补吗'])('%s', async (question) => {
    expect((await answersTo(question))[0]).toContain('设备投资在300万元以上的技术改造项目');
  });

  test('and a maker of tea is told of tea', async () => {
    expect((await answersTo('茶厂买设备补多少'))[0]).toContain('茶叶加工厂');
  });
});

describe('everyday words reach the clause', () => {
  test.each([
    ['高企三年到期重新评上了给多少', '一次性奖励8万元'],
    ['招一个外地工人补多少', '每人600元'],
    ['竹子加工厂搬进园区补多少', '竹木加工企业整体搬入'],
    ['首台套三个产品能奖多少', '每个产品奖励25万元'],
    ['小升规给多少钱', '一次性奖励10万元'],
  ])('%s', async (question, part) => {
    expect((await answersTo(question))[0]).toContain(part);
  });
});
