import { describe, expect, test } from 'vitest';
import { PUBLIC } from '../../src/policy/audience.ts';
import { findDisagreements } from '../../src/policy/disagreements.ts';
import { disagreementText } from '../../src/policy/wording.ts';
import { rolledBack } from '../support/db.ts';
import { content, put } from './library.ts';

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
