import { describe, expect, test } from 'vitest';
import { PUBLIC } from '../../src/policy/audience.ts';
import { readMetadata } from '../../src/policy/metadata.ts';
import { findPolicies } from '../../src/policy/queries.ts';
import { readStructure } from '../../src/policy/structure.ts';
import { lastDayOf } from '../../src/policy/validity.ts';
import { rolledBack } from '../support/db.ts';
import { content, put } from './library.ts';

const lastDay = (clause: string) => {
  const text = `青石县茶产业奖补办法\n第一条 茶企每家奖励3万元。\n第二条 ${clause}`;
  const { validity, issuedOn } = readMetadata(readStructure(content(text)));
  return lastDayOf(validity, issuedOn);
};

describe('until when a document holds', () => {
  test.each([
    ['本办法自2024年3月1日起施行，试行两年。', '2026-02-28'],
    ['本办法自2024年3月1日起施行，试行期两年。', '2026-02-28'],
    ['本办法自2024年3月1日起试行，试行期为一年。', '2025-02-28'],
    ['本办法自2024年3月1日起施行，试行期限为1年。', '2025-02-28'],
    ['本办法自2024年3月1日起施行，试行6个月。', '2024-08-31'],
    ['本办法自2024年3月1日起实施，实施期限三年。', '2027-02-28'],
    ['本办法自2024年3月1日起施行，有效期暂定2年。', '2026-02-28'],
    ['本认定办法自2024年3月1日起施行，有效期2年。', '2026-02-28'],
    ['本办法自2024年3月1日起施行。经认定的企业，证书有效期三年。', undefined],
    ['本办法自2024年3月1日起施行。示范基地称号有效期至2025年12月31日。', undefined],
  ])('%s', (clause, day) => {
    expect(lastDay(clause)).toBe(day);
  });

  const main = content(
    '青石县促进工业发展若干措施\n第一条 企业奖励3万元。\n第二条 本措施自2024年3月1日起施行，有效期至2026年6月30日。',
  );
  const rules = content(
    '青石县工业奖补实施细则\n第一条 材料一式两份。\n第二条 本细则自印发之日起施行，有效期与《青石县促进工业发展若干措施》一致。',
  );
  test.each([
    ['before it', [main, rules]],
    ['after it', [rules, main]],
  ])('as long as another document that came %s', (_, documents) =>
    rolledBack(async (db) => {
      for (const [i, document] of documents.entries()) await put(db, `${i}.txt`, document);
      const found = await findPolicies(db, PUBLIC);
      const until = found.map((p) => lastDayOf(p.validity, p.issuedOn));
      expect(until).toEqual(['2026-06-30', '2026-06-30']);
    }),
  );
});
