import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/policy/answer.ts';
import type { Audience } from '../../src/policy/audience.ts';
import { findRegions } from '../../src/policy/queries.ts';
import type { Visibility } from '../../src/policy/visibility.ts';
import { rolledBack } from '../support/db.ts';
import { content, put } from './library.ts';

const unit = fc.constantFrom('u1', 'u2');
const rights = fc.record({ unitIds: fc.uniqueArray(unit), internal: fc.boolean() });
const audience: fc.Arbitrary<Audience> = fc.oneof(
  rights.map((r) => ({ kind: 'person' as const, ...r })),
  fc.array(rights, { maxLength: 3 }).map((members) => ({ kind: 'group' as const, members })),
  fc.constant({ kind: 'group' as const, members: undefined }),
);
const visibility: fc.Arbitrary<Visibility> = fc.oneof(
  fc.constant({ kind: 'public' as const }),
  fc.constant({ kind: 'internal' as const }),
  fc.uniqueArray(unit, { minLength: 1 }).map((unitIds) => ({ kind: 'units' as const, unitIds })),
);

const maySee = (of: Visibility, who: Audience): boolean => {
  const all = who.kind === 'person' ? [who] : (who.members ?? []);
  if (of.kind === 'public') return true;
  if (all.length === 0) return false;
  return all.every((r) =>
    of.kind === 'internal' ? r.internal : of.unitIds.some((u) => r.unitIds.includes(u)),
  );
};

// Each document has words of its own: whatever of it shows, shows in these.
const MARKS = ['琥珀', '翡翠', '珊瑚'];

const QUESTIONS = [
  '企业购置设备每台补助多少？',
  '补助要交哪些材料？',
  '琥珀县企业购置设备每台补助多少？',
  '那翡翠的呢？',
  '这个办法什么时候到期？',
  '珊瑚设备补助找谁解释？',
];

test('whatever is asked, by whomever and after whatever: no title, region, sentence, place or suggestion of a closed document shows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(visibility, { minLength: 3, maxLength: 3 }),
      audience,
      fc.constantFrom(...QUESTIONS),
      fc.option(fc.constantFrom(...QUESTIONS), { nil: undefined }),
      (kinds, who, question, previous) =>
        rolledBack(async (db) => {
          for (const [i, kind] of kinds.entries()) {
            const mark = MARKS[i] ?? '';
            await put(
              db,
              `${mark}.txt`,
              content(
                `${mark}县设备补助办法\n第一条 企业购置${mark}设备的，每台补助${i + 3}万元。\n第二条 申请补助应当提交${mark}申请表和发票。\n第三条 本办法由${mark}县经信局负责解释，有效期至2027年12月31日。`,
              ),
              kind,
            );
          }
          const asked = { question, audience: who, ...(previous ? { previous } : {}) };
          const shown = JSON.stringify([
            await answerQuestion(db, asked),
            await findRegions(db, who),
          ]);
          for (const [i, kind] of kinds.entries())
            if (!maySee(kind, who)) expect(shown).not.toContain(MARKS[i]);
        }),
    ),
    { numRuns: 40 },
  );
});
