import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures, readMasked } from '../../src/policy/figures.ts';
import { plainForm } from '../../src/policy/language.ts';
import { readNumber } from '../../src/policy/numbering.ts';
import { readQuestion } from '../../src/policy/question.ts';
import { splitSentences } from '../../src/policy/sentences.ts';

const words = (text: string, places: string[] = []) =>
  readQuestion(text, places).terms.map((t) => t.text);

describe('what a question asks for', () => {
  test.each([
    ['一共补多少钱', { kind: 'figure', unit: 'money' }],
    ['首次认定奖励多少', { kind: 'figure', unit: 'money' }],
    ['要新增多少家', { kind: 'figure', unit: 'count' }],
    ['技改投资增长多少', { kind: 'figure', unit: 'share' }],
    ['提高多少个百分点', { kind: 'figure', unit: 'share' }],
    ['增速全市排第几', { kind: 'figure', unit: 'rank' }],
    ['占地多少亩以上', { kind: 'figure', unit: 'land' }],
    ['第二批几月申报', { kind: 'when' }],
    ['重点项目多久调度一次', { kind: 'when', often: true }],
    ['由谁牵头', { kind: 'who', role: 'lead' }],
    ['哪些单位配合', { kind: 'who', role: 'coop' }],
    ['培训班在哪里举办', { kind: 'where' }],
    ['主导产业是哪些', { kind: 'list' }],
    ['复审通过有奖励吗', { kind: 'yes-no' }],
    ['什么是数字化车间', { kind: 'text' }],
  ])('%s', (text, asked) => {
    expect(readQuestion(text).asked[0]).toMatchObject(asked);
  });
});

describe('which words the answer must speak of', () => {
  test.each([
    ['咱县搞技改，一家企业最多能补多少钱啊？', '技改'],
    ['竹制品充电桩每个补贴多少钱？', '充电桩'],
    ['第二批高企申报安排在几月份？', '第二批'],
    ['全市规上工业增加值增速是多少？', '全市'],
    ['投资500万元以上的项目有多少个？', '500万元'],
    ['《云溪县园区管理办法》何时施行？', '云溪县园区管理办法'],
    ['去年新增规上企业多少家？', '去年'],
  ])('%s needs %s', (text, word) => {
    expect(words(text)).toContain(word);
  });

  test('a place of the library is one word, whatever stands behind it', () => {
    expect(words('云溪全社会研发投入强度多少', ['云溪'])).toEqual(
      expect.arrayContaining(['云溪', '全社会', '研发投入', '强度']),
    );
  });

  test('both scripts ask the same', () => {
    expect(words('對首次認定的高新技術企業獎勵多少')).toEqual(
      words('对首次认定的高新技术企业奖励多少'),
    );
  });

  test.each([
    ['上半年结束时完成多少', [6], []],
    ['2024—2025年目标是多少', [], [2024, 2025]],
    ['12月份和3月有哪些工作', [12, 3], []],
    ['新增个体工商户2000户的目标', [], []],
  ])('%s', (text, months, years) => {
    const question = readQuestion(text);
    expect(question.months).toEqual(months);
    expect(question.years).toEqual(years);
  });

  test('any text is a question, and reading it never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(readQuestion(text).asked.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('figures', () => {
  test.each([
    ['给予一次性奖励8万元', [[8, '万元']]],
    [
      '增长12%以上，新增15家',
      [
        [12, '%'],
        [15, '家'],
      ],
    ],
    ['总投资1.2亿元', [[1.2, '亿元']]],
    ['发放手册500余份', [[500, '份']]],
    ['排名第二位', [[2, '位']]],
    ['实行“五个一”机制', []],
    ['增长xx.x%，营收xx亿元，**家企业', []],
  ])('%s', (text, figures) => {
    expect(readFigures(text).map((f) => [f.value, f.unit])).toEqual(figures);
  });

  test('a masked figure is seen with its unit, and never as a number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('x', '*', '×'),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('%', '亿元', '家', '万元', '户'),
        (mask, length, unit) => {
          const text = `全县完成${mask.repeat(length)}${unit}，居前列`;
          expect(readMasked(text).map((m) => m.unit)).toEqual([unit]);
          expect(readFigures(text)).toEqual([]);
        },
      ),
    );
  });
});

test.each([
  ['对首次认定的给予15万元奖励（含市级。）对复审的给予5万元。', 1],
  ['一是抓培育。二是抓升级。', 2],
  ['推进项目建设。（牵头单位：县发改局）', 2],
  ['出台《办法》。开展“走访。服务”活动。', 2],
])('%s has its sentences', (text, count) => {
  expect(splitSentences(text)).toHaveLength(count);
});

test('sentences put together are the text again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'甲乙，。；（）“”《》！\n'), maxLength: 40 }),
      (text) => {
        expect(splitSentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      },
    ),
  );
});

test.each([
  ['二、保障措施', '二', '保障措施'],
  ['（三）支持上市', '（三）', '支持上市'],
  ['第十二条 申报单位应当', '第十二条', '申报单位应当'],
  ['3.设备补助', '3', '设备补助'],
  ['2.5亿元的项目', undefined, undefined],
])('the number of %s', (line, label, rest) => {
  const read = readNumber(line);
  expect(read?.label).toBe(label);
  expect(read?.rest).toBe(rest);
});

test('short and long names are compared in one form', () => {
  expect(plainForm('高新技術企業與“規模以上”工業企業')).toBe('高企与规上工业企业');
});
