import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBonus, type Confirmed, learn } from '../../src/policy/word-links.ts';

const CLAUSE = '对建设分布式光伏的企业给予补助';
const saidUseful = (by: string, question = '厂里装太阳能'): Confirmed => ({
  question,
  clause: CLAUSE,
  by,
});
const from = (pairs: Confirmed[], word: string) =>
  learn(pairs)
    .filter((l) => l.word === word)
    .map((l) => l.clauseWord);

describe('a word means what those who asked with it confirmed', () => {
  test('nothing confirmed teaches nothing', () => expect(learn([])).toEqual([]));

  test('two people teach what their common words mean; a word that one of them said stays his own', () => {
    const pairs = [saidUseful('a'), saidUseful('b', '屋顶的太阳能')];
    expect(from(pairs, '太阳')).toContain('光伏');
    expect(from(pairs, '屋顶')).toEqual([]);
  });

  test('one person teaches nothing, however many questions and clauses he confirms', () =>
    expect(
      learn([saidUseful('a'), saidUseful('a', '太阳能怎么弄'), saidUseful('a', '装太阳能')]),
    ).toEqual([]));

  test('the office needs nobody beside it', () =>
    expect(from([{ question: '厂里装太阳能', clause: CLAUSE }], '太阳')).toContain('光伏'));

  test('a word that stands in every clause of the library is not what is meant', () => {
    const links = learn([saidUseful('a'), saidUseful('b')], (word) =>
      ['给予', '企业'].includes(word) ? 1 : 0,
    );
    const said = links.filter((l) => l.word === '太阳').map((l) => l.clauseWord);
    expect(said).toContain('光伏');
    expect(said).not.toContain('给予');
    expect(said).not.toContain('企业');
  });

  test('both scripts are the same word', () =>
    expect(from([saidUseful('a', '裝太陽能'), saidUseful('b')], '太阳')).toContain('光伏'));
});

describe('whatever is linked, it helps within bounds', () => {
  const word = fc.constantFrom('太阳', '光伏', '补助', '屋顶');
  const links = fc.array(
    fc.record({
      word,
      clauseWord: word,
      strength: fc.double({ min: 0.01, max: 100, noNaN: true }),
    }),
  );
  const hits = fc.array(
    fc.record({
      text: fc.array(word).map((words) => words.join('，')),
      score: fc.double({ min: 0.1, max: 50, noNaN: true }),
    }),
    { minLength: 1 },
  );

  test('no passage comes or goes, none loses, none gains more than a quarter of the best score', () => {
    fc.assert(
      fc.property(hits, links, (list, linked) => {
        const ranked = addBonus(list, linked, new Map([['太阳', 1]]));
        expect(ranked.map((h) => h.text)).toEqual(list.map((h) => h.text));
        const best = Math.max(...list.map((h) => h.score));
        for (const [i, { score }] of ranked.entries()) {
          const gained = score - (list[i]?.score ?? 0);
          expect(gained).toBeGreaterThanOrEqual(0);
          expect(gained).toBeLessThanOrEqual(best / 4 + 1e-9);
        }
      }),
    );
  });
});
