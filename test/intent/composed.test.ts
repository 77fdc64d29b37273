import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recognise } from '../../src/intent/recognise.ts';
import { COUNTY } from './county.ts';

const REF = '2024-08-14';

const PERIODS: [string, number, number[]][] = [
  ['本月', 2024, [8]],
  ['这个月', 2024, [8]],
  ['上个月', 2024, [7]],
  ['上月', 2024, [7]],
  ['3月', 2024, [3]],
  ['三月份', 2024, [3]],
  ['元月份', 2024, [1]],
  ['一季度', 2024, [1, 2, 3]],
  ['2季度', 2024, [4, 5, 6]],
  ['第二季度', 2024, [4, 5, 6]],
  ['Q1', 2024, [1, 2, 3]],
  ['上季度', 2024, [4, 5, 6]],
  ['上半年', 2024, [1, 2, 3, 4, 5, 6]],
  ['前三季度', 2024, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['1到5月', 2024, [1, 2, 3, 4, 5]],
  ['1-5月份', 2024, [1, 2, 3, 4, 5]],
  ['二至四月', 2024, [2, 3, 4]],
  ['年初到现在', 2024, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['今年以来', 2024, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['截至目前', 2024, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['去年四季度', 2023, [10, 11, 12]],
  ['2023年5月', 2023, [5]],
  ['去年12月份', 2023, [12]],
  ['近三个月', 2024, [6, 7, 8]],
  ['前5个月', 2024, [1, 2, 3, 4, 5]],
  ['全年', 2024, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
];

const UNITS: [string, string[]][] = [
  ['', []],
  ['高新区', ['高新区']],
  ['县统计局', ['统计局']],
  ['清溪县财政局', ['财政局']],
  ['文旅局', ['文化旅游局']],
  ['交通局', ['交通运输局']],
  ['茶产业中心', ['茶产业发展中心']],
  ['发改局', ['发改委']],
  ['县委办和县政府办', ['县委办', '县政府办']],
  ['林业局、城投公司', ['林业局', '城投公司']],
];

const ROLES: [string, 'lead' | 'coop' | null][] = [
  ['', null],
  ['牵头', 'lead'],
  ['主办', 'lead'],
  ['配合', 'coop'],
  ['协助', 'coop'],
];

const STATES: [string, string][] = [
  ['没完成的', 'not_done'],
  ['未办结的', 'not_done'],
  ['逾期的', 'overdue'],
  ['超期的', 'overdue'],
  ['没按时完成的', 'overdue'],
  ['卡住的', 'blocked'],
  ['受阻的', 'blocked'],
  ['申请延期的', 'extension'],
  ['没启动的', 'not_started'],
  ['还没动的', 'not_started'],
  ['已完成的', 'done'],
  ['办结了的', 'done'],
  ['正在推进的', 'in_progress'],
  ['没反馈的', 'no_report'],
];

const SHAPES: [string, string, string][] = [
  ['', '有哪些', 'list'],
  ['', '任务有哪些', 'list'],
  ['', '有多少', 'summary'],
  ['', '都列一下', 'list'],
  ['列一下', '', 'list'],
  ['把', '导出来', 'export'],
  ['把', '做成表格发我', 'export'],
];

const POLITE: [string, string][] = [
  ['', ''],
  ['麻烦看下', ''],
  ['请问', '?'],
  ['帮我查一下', '，谢谢'],
  ['你好，', '。'],
  ['领导想了解一下', ''],
];

const pick = <T>(rows: readonly T[]) => fc.constantFrom(...rows);

test('a period, units, a part and a state put together are read back one by one', () => {
  fc.assert(
    fc.property(
      pick(PERIODS),
      pick(UNITS),
      pick(ROLES),
      pick(STATES),
      pick(SHAPES),
      pick(POLITE),
      fc.boolean(),
      (
        [period, year, months],
        [named, units],
        [part, role],
        [state, status],
        [head, tail, kind],
        [before, after],
        unitFirst,
      ) => {
        const subject = unitFirst ? `${named}${period}` : `${period}${named}`;
        const text = `${before}${head}${subject}${part}${state}${tail}${after}`;
        const intent = recognise({ text, refDate: REF, units: COUNTY });
        expect({ text, ...intent }).toMatchObject({
          kind: 'progress',
          query: { kind, year, months, units, role, status },
        });
      },
    ),
    { numRuns: 2000, seed: 20240814 },
  );
});

const QUESTIONS: [string, string][] = [
  ['完成情况怎么样', 'overview'],
  ['进度如何', 'overview'],
  ['进展咋样了', 'overview'],
  ['推进得怎么样', 'overview'],
  ['任务完成率是多少', 'overview'],
  ['的任务有哪些', 'list'],
  ['有什么任务', 'list'],
  ['要干什么', 'list'],
  ['有几项工作没完成', 'count'],
];

test('an overview and a list of tasks are told apart, with or without a unit', () => {
  fc.assert(
    fc.property(
      pick(PERIODS),
      pick(UNITS),
      pick(QUESTIONS),
      pick(POLITE),
      ([period, year, months], [named, units], [asked, shape], [before, after]) => {
        const text = `${before}${period}${named}${asked}${after}`;
        const intent = recognise({ text, refDate: REF, units: COUNTY });
        const overview = units.length === 1 ? 'unit_detail' : 'summary';
        const kind = shape === 'overview' ? overview : 'list';
        expect({ text, ...intent }).toMatchObject({
          kind: 'progress',
          query: { kind, year, months, units, role: null },
        });
      },
    ),
    { numRuns: 1000, seed: 7 },
  );
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 60 }),
        fc.array(pick([...'一三5月季度前上个到-、第项完成没未报比高新区统计局谁哪的吗呢?']), {
          maxLength: 25,
        }),
      ),
      (text) => {
        const words = Array.isArray(text) ? text.join('') : text;
        expect(recognise({ text: words, refDate: REF, units: COUNTY }).kind).toBeTypeOf('string');
      },
    ),
    { numRuns: 1500 },
  );
});
