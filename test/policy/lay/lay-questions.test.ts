import { describe, expect, test } from 'vitest';
import { CUES, readCues } from '../../../src/policy/cues.ts';
import { plainForm } from '../../../src/policy/language.ts';
import { mendNames } from '../../../src/policy/mend-names.ts';
import { rolledBack } from '../../support/db.ts';
import { addLayDocuments, askLaySet, LAY_SETS, readLaySet } from './lay-set.ts';

describe('everyday questions over documents of different kinds', () => {
  test.each(LAY_SETS)(
    '$name: nothing is answered wrongly, what no document says is refused, the rest is found',
    ({ name, folder, share }) =>
      rolledBack(async (db) => {
        await addLayDocuments(db, folder);
        const set = readLaySet(name);
        const answerable = set.filter((q) => q.accept).length;
        const { right, refused, wrong, miscited } = await askLaySet(db, set);
        expect(wrong).toEqual([]);
        expect(miscited).toEqual([]);
        expect(refused).toBe(set.length - answerable);
        expect(right / answerable).toBeGreaterThanOrEqual(share);
      }),
  );
});

describe('every cue of the table is understood by its example', () => {
  test.each(CUES.map((cue) => [cue.name, cue] as const))('%s', (_, cue) => {
    const [question, sentence] = cue.example;
    expect(readCues(plainForm(question)).cues).toContain(cue);
    expect(cue.holds.test(sentence)).toBe(true);
  });

  test('its asking words are no words that the answer must speak of', () => {
    for (const cue of CUES) expect(readCues(plainForm(cue.example[0])).rest).not.toMatch(cue.asked);
  });
});

test.each([
  ['高兴技术企业奖励多少', '高企奖励多少'],
  ['专精特薪怎么申报', '专精特新怎么申报'],
  ['免审即享有哪些', '免申即享有哪些'],
  ['小具人奖励', '小巨人奖励'],
])('a name typed by its sound is understood: %s', (typed, meant) => {
  expect(mendNames(plainForm(typed))).toBe(meant);
});

test.each(['高兴地完成任务', '产业练习', '技术合同', '免费享受', '小区人多'])(
  'other words are left alone: %s',
  (text) => {
    expect(mendNames(plainForm(text))).toBe(plainForm(text));
  },
);
