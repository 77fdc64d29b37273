import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/policy/answer.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { rolledBack } from '../support/db.ts';
import { content, put } from './library.ts';

const OLD = `青石县茶园改造奖补办法
第一条 新建茶园20亩以上的，每亩补助300元，单户最高不超过3万元。
第二条 购置采茶机的，每台补助800元。
第三条 农户应当于每年6月底前向乡镇提出申请。
第四条 本办法自2024年1月1日起施行。`;

const decision = (from: string) => `青石县人民政府关于修改《青石县茶园改造奖补办法》的决定
对《青石县茶园改造奖补办法》作如下修改：
一、将第一条修改为：“新建茶园30亩以上的，每亩补助260元，单户最高不超过2万元。”
二、删去第二条。
三、将第三条中的“每年6月底前”修改为“每年4月底前”。
四、本决定自${from}起施行。`;

const asked = async (question: string, change: string, today = '2026-03-02') => {
  let parts: string[] = [];
  await rolledBack(async (db) => {
    await put(db, '办法.txt', content(OLD));
    await put(db, '决定.txt', content(change));
    const answer = await answerQuestion(db, { question, audience: PUBLIC, today });
    if (answer.kind === 'answered') parts = answer.parts;
  });
  return parts;
};

describe('what a later document changed is not answered from the old words alone', () => {
  const inForce = decision('2025年1月1日');

  test('an article that is given anew takes the place of the old one', async () => {
    const said = (await asked('新建茶园每亩补助多少钱', inForce)).join('');
    expect(said).toContain('每亩补助260元');
    expect(said).not.toContain('300元');
  });

  test('words that are changed are told before the article', async () => {
    const [first, second] = await asked('茶园奖补什么时候申请', inForce);
    expect(first).toContain('每年4月底前');
    expect(second).toContain('6月底前');
  });

  test('an article that is struck out says so first', async () => {
    const [first, second] = await asked('购置采茶机每台补助多少', inForce);
    expect(first).toContain('删去第二条');
    expect(second).toContain('800元');
  });

  test('before the change is in force both are shown, and from its day on the new words alone', async () => {
    const later = decision('2031年1月1日');
    const said = (await asked('新建茶园每亩补助多少钱', later)).join('');
    expect(said).toContain('260元');
    expect(said).toContain('300元');
    const then = (await asked('新建茶园每亩补助多少钱', later, '2031-01-01')).join('');
    expect(then).toContain('260元');
    expect(then).not.toContain('300元');
  });
});
