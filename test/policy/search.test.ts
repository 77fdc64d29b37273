import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { type Audience, PUBLIC } from '../../src/policy/audience.ts';
import { listPolicies } from '../../src/policy/library.ts';
import {
  addScores,
  BLOCK,
  packPosting,
  saturations,
  toBytes,
  withoutPassages,
} from '../../src/policy/postings.ts';
import { removePolicy, takeBackPolicy } from '../../src/policy/remove-policy.ts';
import { searchPassages } from '../../src/policy/search.ts';
import { policies } from '../../src/policy/tables.ts';
import type { Visibility } from '../../src/policy/visibility.ts';
import { replaceLinks } from '../../src/policy/word-link-queries.ts';
import { rolledBack } from '../support/db.ts';
import { content, MASKED, MEASURES, PLAN, put } from './library.ts';

const search = (db: Db, text: string, audience: Audience = PUBLIC) =>
  searchPassages(db, { text, audience, top: 5 });

describe('the library is found again in whatever way it is asked for', () => {
  test.each([
    ['技改设备补助比例', '一（二）'],
    ['高企首次認定獎勵', '一（三）'],
    ['首次纳入规上一次性奖励', '一（一）'],
    ['竹製品設計大賽', '附件/表1/9月/1'],
  ])('%s is found in %s', (text, path) =>
    rolledBack(async (db) => {
      await put(db, '措施.docx', MEASURES);
      await put(db, '安排.xlsx', PLAN);
      await put(db, '运行情况.txt', MASKED);
      expect((await search(db, text))[0]?.passage.path).toBe(path);
    }),
  );

  test('noise of a web page does not hide a text', () =>
    rolledBack(async (db) => {
      await put(
        db,
        '网页.txt',
        content('云溪縣工作簡報\n發(fā)藝產業(yè)園一期項目建設進展順利，年內投產。'),
      );
      expect((await search(db, '发艺产业园项目投产'))[0]?.passage.text).toContain(
        '发艺产业园一期项目',
      );
    }));
});

describe('a document stands in the library once', () => {
  test('the same words again, in another script and file, change nothing', () =>
    rolledBack(async (db) => {
      const first = await put(db, '措施.docx', MEASURES);
      const again = await put(db, '措施（扫描转换）.txt', MEASURES);
      expect(first.kind).toBe('added');
      expect(again).toMatchObject({ kind: 'unchanged', id: 'id' in first ? first.id : '' });
    }));

  test('a changed document takes the place of the old one, whose words are found no more', () =>
    rolledBack(async (db) => {
      const old = await put(
        db,
        '通知.txt',
        content('云溪县奖补通知\n一、标准\n对新建仓库给予补助三万元，当年兑现。'),
      );
      const made = await put(
        db,
        '通知.txt',
        content('云溪县奖补通知\n一、标准\n对新建冷库给予补助四万元，次年兑现。'),
      );
      expect(made).toMatchObject({ kind: 'new-version', replaces: 'id' in old ? old.id : '' });
      expect((await search(db, '新建仓库三万元')).map((h) => h.passage.text)).toEqual([
        '对新建冷库给予补助四万元，次年兑现。',
      ]);
    }));

  test('a removed document leaves nothing behind', () =>
    rolledBack(async (db) => {
      await put(db, '安排.xlsx', PLAN);
      const before = await search(db, '银企对接会');
      const added = await put(db, '措施.docx', MEASURES);
      if (added.kind !== 'added') throw new Error(added.kind);
      await removePolicy(db, added.id);
      const left = await search(db, '技改设备补助');
      expect(left.filter((h) => h.policy.id === added.id)).toEqual([]);
      expect(await search(db, '银企对接会')).toEqual(before);
      expect(await removePolicy(db, added.id)).toEqual({ kind: 'unknown' });
    }));

  const version = (words: string) =>
    content(`云溪县奖补通知\n一、标准\n${words}\n《云溪县奖补旧通知》同时废止。`);
  const added = async (db: Db, words: string) => {
    const made = await put(db, '通知.txt', version(words));
    if (!('id' in made)) throw new Error(made.kind);
    return made.id;
  };

  test('a new version that is taken back gives its place to the one before, which is found again', () =>
    rolledBack(async (db) => {
      const first = await added(db, '对新建仓库给予补助三万元，当年兑现。');
      const before = await search(db, '新建仓库补助');
      const second = await added(db, '对新建冷库给予补助四万元，次年兑现。');
      const third = await added(db, '对新建粮库给予补助五万元，次年兑现。');
      expect(await takeBackPolicy(db, second)).toEqual({ kind: 'replaced' });
      expect(await takeBackPolicy(db, third)).toMatchObject({ older: { id: second } });
      expect(await takeBackPolicy(db, second)).toMatchObject({ older: { id: first } });
      const found = ({ passage, score }: (typeof before)[number]) => [passage.text, score];
      expect((await search(db, '新建仓库补助')).map(found)).toEqual(before.map(found));
      expect(await takeBackPolicy(db, first)).toEqual({ kind: 'removed' });
      expect(await search(db, '新建仓库补助')).toEqual([]);
    }));

  test('what was removed takes its older versions along, and what it repealed holds again', () =>
    rolledBack(async (db) => {
      await put(db, '旧.txt', content('云溪县奖补旧通知\n一、标准\n对新建鱼塘给予补助。'));
      await added(db, '对新建仓库给予补助三万元，当年兑现。');
      const second = await added(db, '对新建冷库给予补助四万元，次年兑现。');
      const repealed = async () =>
        (await listPolicies(db, PUBLIC)).find((p) => p.fileName === '旧.txt')?.repealedBy;
      expect(await repealed()).toBe('云溪县奖补通知');
      await removePolicy(db, second);
      expect((await listPolicies(db, PUBLIC)).map((p) => p.fileName)).toEqual(['旧.txt']);
      expect(await db.select().from(policies)).toHaveLength(1);
      expect(await repealed()).toBeNull();
    }));

  test('a document that repeals another leaves a note on it', () =>
    rolledBack(async (db) => {
      await put(
        db,
        '旧办法.txt',
        content('云溪县工业奖补暂行办法\n一、标准\n对入规企业给予奖励五万元，一次性拨付。'),
      );
      await put(db, '措施.docx', MEASURES);
      const old = (await listPolicies(db, PUBLIC)).find((p) => p.fileName === '旧办法.txt');
      expect(old?.repealedBy).toBe('云溪县促进工业稳进提质若干措施（试行）');
    }));
});

describe('who may not see a document learns nothing of it', () => {
  const person = fc.record({
    unitIds: fc.subarray(['u1', 'u2', 'u3']),
    internal: fc.boolean(),
  });
  const audience: fc.Arbitrary<Audience> = fc.oneof(
    person.map((p) => ({ kind: 'person' as const, ...p })),
    fc.array(person, { maxLength: 3 }).map((members) => ({ kind: 'group' as const, members })),
    fc.constant({ kind: 'group' as const, members: undefined }),
  );
  const visibility: fc.Arbitrary<Visibility> = fc.oneof(
    fc.constant({ kind: 'public' as const }),
    fc.constant({ kind: 'internal' as const }),
    fc
      .subarray(['u1', 'u2', 'u3'], { minLength: 1 })
      .map((unitIds) => ({ kind: 'units' as const, unitIds })),
  );
  const ALL: Audience = { kind: 'person', unitIds: ['u1', 'u2', 'u3'], internal: true };
  const maySee = (of: Visibility, rights: { unitIds: string[]; internal: boolean }) =>
    of.kind === 'public' ||
    (of.kind === 'internal' ? rights.internal : of.unitIds.some((u) => rights.unitIds.includes(u)));

  test('no title, count or excerpt of a forbidden document leaks to any person or group', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(visibility, { minLength: 1, maxLength: 4 }),
        audience,
        (kinds, who) =>
          rolledBack(async (db) => {
            for (const [i, kind] of kinds.entries())
              await put(
                db,
                `文件${i}.txt`,
                content(`云溪县第${i}号方案\n一、内容\n对第${i}类项目给予补助${i + 1}万元。`),
                kind,
              );
            // What askers confirmed, as it would be learned from each document of its own.
            for (const { scope } of await listPolicies(db, ALL))
              await replaceLinks(db, scope, [
                // Below what a passage may gain at most: each difference shows in the scores.
                { word: '项目', clauseWord: '方案', strength: scope.length / 100 },
              ]);
            const open = kinds.flatMap((kind, i) => {
              const rights = who.kind === 'person' ? [who] : (who.members ?? []);
              const may =
                rights.length > 0 ? rights.every((r) => maySee(kind, r)) : kind.kind === 'public';
              return may ? [`文件${i}.txt`] : [];
            });
            const hits = await searchPassages(db, {
              text: '项目给予补助多少万元',
              audience: who,
              top: 50,
            });
            expect([...new Set(hits.map((h) => h.policy.fileName))].sort()).toEqual(open);
            expect((await listPolicies(db, who)).map((p) => p.fileName).sort()).toEqual(open);
            // What the ranking knows of rarity and of confirmed answers comes from open documents only: their scores do not
            // tell of others.
            await rolledBackInside(db, kinds, who, hits);
          }),
      ),
      { numRuns: 25 },
    );
  });

  async function rolledBackInside(
    db: Parameters<typeof put>[0],
    kinds: Visibility[],
    who: Audience,
    hits: Awaited<ReturnType<typeof searchPassages>>,
  ) {
    const rights = who.kind === 'person' ? [who] : (who.members ?? []);
    for (const policy of await listPolicies(db, ALL)) {
      const kind = kinds[Number(/\d/.exec(policy.fileName)?.[0])];
      if (!kind) throw new Error(policy.fileName);
      const may = rights.length > 0 ? rights.every((r) => maySee(kind, r)) : kind.kind === 'public';
      if (may) continue;
      await removePolicy(db, policy.id);
      await replaceLinks(db, policy.scope, []);
    }
    const alone = await searchPassages(db, {
      text: '项目给予补助多少万元',
      audience: who,
      top: 50,
    });
    expect(alone.map((h) => h.score)).toEqual(hits.map((h) => h.score));
  }
});

describe('postings are three bytes each', () => {
  const posting = fc.record({
    passage: fc.nat(BLOCK - 1),
    count: fc.integer({ min: 1, max: 300 }),
    length: fc.integer({ min: 1, max: 5000 }),
  });

  test('each lands on its own passage, with more weight for more occurrences in a shorter text', () => {
    fc.assert(
      fc.property(posting, (p) => {
        const table = saturations(200);
        const score = (count: number, length: number) => {
          const scores = new Float32Array(BLOCK);
          addScores(scores, toBytes([packPosting(p.passage, count, length)]), 1, table);
          expect(scores.findIndex((s) => s > 0)).toBe(p.passage);
          return scores[p.passage] ?? 0;
        };
        expect(score(p.count + 1, p.length)).toBeGreaterThanOrEqual(score(p.count, p.length));
        expect(score(p.count, p.length + 50)).toBeLessThanOrEqual(score(p.count, p.length));
      }),
    );
  });

  test('taking passages out leaves the others as they were', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(BLOCK - 1)), fc.func(fc.boolean()), (numbers, isGone) => {
        const pack = (list: number[]) => toBytes(list.map((n) => packPosting(n, 1, 100)));
        const gone = new Set(numbers.filter((n) => isGone(n)));
        expect(withoutPassages(pack(numbers), gone)).toEqual(
          pack(numbers.filter((n) => !gone.has(n))),
        );
      }),
    );
  });
});
