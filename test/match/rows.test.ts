import { expect, test } from 'vitest';
import { readFacts } from '../../src/match/facts.ts';
import { matchLibrary } from '../../src/match/match.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { content, put } from '../policy/library.ts';
import { rolledBack } from '../support/db.ts';

const TABLE = content(
  '澄江县促进制造业提质增效若干措施\n一、支持标准见下表。',
  [
    ['序号', '支持事项', '申报条件', '补助标准', '最高限额', '责任单位'],
    [
      '1',
      '智能化技改',
      '规上工业企业，设备投资200万元以上',
      '设备投资额的10%',
      '300万元',
      '县经信局',
    ],
    ['2', '成长型企业', '年营业收入2000万元以上，职工30人以上', '每家奖励8万元', '—', '县经信局'],
    ['3', '宣传推广', '各乡镇', '常态化开展', '', '县经信局'],
  ],
  '二、附则\n对失信企业不予支持。',
);

test('a row of a table is an offer: one column says to whom, another how much', () =>
  rolledBack(async (db) => {
    await put(db, '措施.txt', TABLE);
    const today = '2026-03-05';
    const facts = readFacts('营收3000万 员工45人 专利2件', today);
    const found = await matchLibrary(db, { facts, audience: PUBLIC, today });
    const [first] = found;
    expect(first?.offer).toMatchObject({ name: '成长型企业', gives: '补助标准：每家奖励8万元' });
    expect(first?.requirements.filter((r) => !r.isExclusion).map((r) => r.verdict)).toEqual([
      'met',
      'met',
    ]);
    expect(found.map((m) => m.offer.name)).not.toContain('宣传推广');
  }));
