import { describe, expect, test } from 'vitest';
import { PUBLIC } from '../../src/policy/audience.ts';
import { answerCard } from '../../src/policy/cards.ts';
import { findDisagreements } from '../../src/policy/disagreements.ts';
import { disagreementText } from '../../src/policy/wording.ts';
import { rolledBack } from '../support/db.ts';
import { askLibrary, content, put } from './library.ts';

const OLD = `青石县茶产业奖补办法
第一条 对首次认定的高新技术企业，一次性奖励20万元。
第二条 新建茶园的，每亩补助300元。
第三条 通过绿色食品认证的企业，奖励3万元。`;

const said = async (fresh: string, old = OLD) => {
  let lines: string[] = [];
  await rolledBack(async (db) => {
    await put(db, '旧.txt', content(old));
    const made = await put(db, '新.txt', content(fresh));
    const policyId = 'id' in made ? made.id : '';
    const asked = { policyIds: [policyId], audience: PUBLIC, today: '2026-04-01' };
    lines = disagreementText((await findDisagreements(db, asked)).get(policyId) ?? []);
  });
  return lines;
};

describe('who adds a document is told where it disagrees with one in force', () => {
  test('another sum for the same thing, with both places', async () => {
    const [line, ...more] = await said(
      '青石县科技创新若干措施\n（一）首次通过认定的高新技术企业给予15万元奖励。\n（二）新建鱼塘的，每亩补助500元。',
    );
    expect(more).toEqual([]);
    expect(line).toContain('《青石县茶产业奖补办法》第一条');
    expect(line).toContain('一次性奖励20万元');
    expect(line).toContain('（一）“首次通过认定的高新技术企业给予15万元奖励。”');
  });

  const HIRING =
    '青石县稳就业若干措施\n第一条 企业新招用员工并签订一年以上劳动合同的，按每人800元给予一次性招工补贴。\n第二条 对首次升规的工业企业，一次性奖励10万元。\n第三条 企业参加境外展会的，按展位费的80%给予补助，最高5万元。';
  test.each([
    '对新招用员工的企业，给予600元/人的一次性招工补贴。',
    '一次性招工补贴标准为每人600元，由企业申领。',
    '招工补贴：企业新招用员工，签订一年以上劳动合同的，每人补贴600元。',
    '首次纳入规上的企业给予8万元一次性奖励。',
    '工业企业首次升规的，奖8万元。',
    '企业赴境外参展的，按展位费的60%补助，最高3万元。',
  ])('however the two are worded: %s', async (clause) => {
    expect(await said(`青石县开拓市场办法\n第一条 ${clause}`, HIRING)).toHaveLength(1);
  });

  test.each([
    '对新招用退役军人的企业，按每人1000元给予一次性吸纳就业补贴。',
    '企业职工参加技能培训的，按每人600元给予培训补贴。',
    '对营业收入首次突破1亿元的工业企业，一次性奖励8万元。',
    '企业参加境内展会的，按展位费的50%给予补助。',
    '招用员工连续稳定就业的，每年给予企业8000元奖励。',
  ])('what is another benefit is none: %s', async (clause) => {
    expect(await said(`青石县开拓市场办法\n第一条 ${clause}`, HIRING)).toEqual([]);
  });

  test('who asks hears both sums, of another year or level too, and that they differ', async () => {
    const ask = (title: string, clause: string, question: string) =>
      askLibrary(
        { '旧.txt': content(HIRING), '新.txt': content(`${title}\n第一条 ${clause}`) },
        question,
      );
    const scale = '首次纳入规上的企业给予8万元一次性奖励。';
    for (const [title, clause, question, sums] of [
      ['青石县升规办法', scale, '首次升规奖励多少钱', ['10万元', '8万元']],
      ['安和市升规办法', scale, '首次升规奖励多少钱', ['10万元', '8万元']],
      [
        '青石县稳就业若干措施（2024年）',
        '企业新招用员工并签订一年以上劳动合同的，按每人600元给予一次性招工补贴。',
        '招工补贴一个人多少钱',
        ['800元', '600元'],
      ],
      [
        '青石县开拓市场办法',
        '企业赴境外参展的，按展位费的60%补助，最高3万元。',
        '境外参展补多少',
        ['80%', '60%'],
      ],
    ] as const) {
      const answer = await ask(title, clause, question);
      expect(answer.kind === 'answered' && answer.differ?.map((d) => d.sum).toSorted()).toEqual(
        sums.toSorted(),
      );
      const card = JSON.stringify(
        answerCard({ answerId: 'a', question, answer, today: '2026-03-05' }),
      );
      expect(card).toContain('数额不一致');
    }
  });

  test.each([
    ['the same sum', '青石县科技措施\n（一）对首次认定的高新技术企业，奖励200000元。'],
    ['another matter', '青石县科技措施\n（一）对重新认定的高新技术企业，奖励8万元。'],
    ['another measure', '青石县科技措施\n（一）新建茶园的，每户补助300元。'],
    ['another place', '丰岭县科技措施\n（一）对首次认定的高新技术企业，奖励15万元。'],
    [
      'a document that changes the other',
      '青石县关于修改《青石县茶产业奖补办法》的决定\n一、将第一条修改为：“对首次认定的高新技术企业，一次性奖励15万元。”',
    ],
    [
      'a document that repeals the other',
      '青石县科技措施\n（一）对首次认定的高新技术企业，奖励15万元。\n（二）《青石县茶产业奖补办法》同时废止。',
    ],
  ])('nothing is said of %s', async (_, fresh) => {
    expect(await said(fresh)).toEqual([]);
  });

  test('a sum in another unit is the same sum', async () => {
    const fund = (sum: string) => `青石县产业资金办法\n第一条 设立茶产业发展资金，每年补助${sum}。`;
    expect(await said(fund('11500万元'), fund('1.15亿元'))).toEqual([]);
    expect(await said(fund('11600万元'), fund('1.15亿元'))).toHaveLength(1);
  });

  test('notices of different years do not disagree', async () => {
    const notice = (year: number, sum: string) =>
      `青石县关于${year}年度绿色食品认证奖励申报的通知\n一、标准。对通过绿色食品认证的企业，奖励${sum}。`;
    expect(await said(notice(2026, '4万元'), notice(2025, '3万元'))).toEqual([]);
  });
});
