import { describe, expect, test } from 'vitest';
import { askLibrary, content } from './library.ts';

const SCHEME = content(
  `石台湾县特色产业培育方案（2025—2027年）
为培育壮大藤编家居、粮油加工、汽车零部件三条产业链，制定本方案。
一、目标
到2027年，三条产业链规上企业达到90家，年产值合计达到150亿元。
附件
特色产业分工表`,
  [
    [
      '产业链',
      '牵头单位',
      '2026年产值目标（亿元）',
      '2027年产值目标（亿元）',
      '2026年产值增速（%）',
    ],
    ['藤编家居', '商务局', '21', '25', '9'],
    ['粮油加工', '农业农村局', '36', '44', '7'],
    ['汽车零部件', '科技经信局', '58.5', '70', '11'],
  ],
);

const asked = (question: string) => askLibrary({ '方案.docx': SCHEME }, question);

describe('a table is asked', () => {
  test.each([
    ['汽车零部件2027年目标多少', '70亿元'],
    ['粮油加工2026年产值目标多少', '36亿元'],
  ])('of one of its things: %s', async (question, figure) => {
    const answer = await asked(question);
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(answer.figures.map((f) => f.text)).toEqual([figure]);
  });

  test.each([
    '三条产业链加起来2026年产值目标多少',
    '三条产业链2026年产值目标一共多少亿元',
    '三条产业链总产值2026年目标',
  ])('of all together: %s', async (question) => {
    const answer = await asked(question);
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(answer.figures.map((f) => f.text)).toEqual(['21亿元', '36亿元', '58.5亿元']);
    expect(answer.sum).toBe(
      '以上3行相加为115.5亿元（藤编家居21亿元、粮油加工36亿元、汽车零部件58.5亿元）。合计为逐行相加所得，文件未直接写明。',
    );
  });

  test('of all together, where a sentence says it', async () => {
    const answer = await asked('三条产业链2027年年产值合计多少');
    if (answer.kind !== 'answered') throw new Error(answer.kind);
    expect(answer.figures.map((f) => f.text)).toEqual(['150亿元']);
  });

  test.each(['三条产业链2026年产值增速加起来多少', '五条产业链加起来2026年产值目标多少'])(
    'rates are not added, nor other things than the table has: %s',
    async (question) => {
      expect(await asked(question)).toMatchObject({ kind: 'not-found' });
    },
  );
});
