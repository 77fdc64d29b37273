import { describe, expect, test } from 'vitest';
import type { ProgressQuery } from '../../src/intent/intent.ts';
import { recognise } from '../../src/intent/recognise.ts';
import { COUNTY } from './county.ts';

const ask = (text: string, previous?: ProgressQuery) =>
  recognise({
    text,
    refDate: '2022-06-15',
    units: COUNTY,
    ...(previous ? { previous } : {}),
  });

function asked(text: string, previous?: ProgressQuery): ProgressQuery {
  const intent = ask(text, previous);
  if (intent.kind !== 'progress') throw new Error(`${text} is ${intent.kind}`);
  return intent.query;
}

describe('an end of the scale', () => {
  test.each([
    ['完成率60%以下的单位', 'below', 0.6],
    ['完成率不到一半的单位', 'below', 0.5],
    ['哪些单位完成率低于百分之七十', 'below', 0.7],
    ['完成率在八成以上的单位有哪些', 'from', 0.8],
  ])('%s is a ranking up to there', (text, side, rate) => {
    expect(asked(text)).toMatchObject({ kind: 'ranking', bound: { side, rate } });
  });

  test('超期最久的三项 are three tasks, the oldest first, and no search for words', () => {
    const query = asked('超期最久的三项');
    expect(query).toMatchObject({ kind: 'list', status: 'overdue', longest: true, limit: 3 });
    expect(query.topic).toBeUndefined();
  });

  test('哪些单位一次都没报过 means never, 哪些单位没报 does not', () => {
    expect(asked('哪些单位一次都没报过')).toMatchObject({ status: 'no_report', never: true });
    expect(asked('哪些单位没报').never).toBeUndefined();
  });
});

describe('a question after another', () => {
  test('和上个月比 counts from the month in view', () => {
    const october = asked('3月进度');
    expect(asked('和上个月比怎么样', october).compare).toEqual([
      { year: october.year, months: [3] },
      { year: october.year, months: [2] },
    ]);
  });

  test('谁解决 after difficulties asks of those, and ranks nobody', () => {
    expect(asked('谁解决', asked('有困难的有几项'))).toMatchObject({
      kind: 'list',
      status: 'blocked',
    });
  });

  test('a table is not made of a plan that does not exist, but 那…呢 goes on from it', () => {
    const previous = { ...asked('2030年1月重点工作'), unanswered: true as const };
    expect(asked('导出表格', previous).year).not.toBe(2030);
    expect(asked('那统计局呢', previous).year).toBe(2030);
  });

  test('我报了哪些 is no search for the words of the question before', () => {
    const query = asked('我报了哪些', asked('高企申报怎么样了'));
    expect(query).toMatchObject({ mine: true });
    expect(query.topic).toBeUndefined();
  });
});

describe('what documents answer is asked of them', () => {
  test.each([
    '最低工资标准是多少',
    '找谁申报',
    '去哪里办理',
    '什么时候到账',
    '上半年规模工业增加值增长多少',
    '入园企业租金减免',
    '哪条产业链目标最高',
  ])('%s', (text) => {
    expect(ask(text)).toMatchObject({ kind: 'policy' });
  });
});

test.each(['这个月任务太重了，能不能少派点', '报表太多，希望减轻一点'])(
  '%s is a plea, and is told where such things go',
  (text) => {
    expect(ask(text)).toEqual({ kind: 'admin', command: { kind: 'complain', text: '' } });
  },
);

test('a report that hopes for relief stays a report', () => {
  expect(ask('第3项任务已完成，希望减轻企业负担')).toMatchObject({ kind: 'report' });
});

test('提醒了多少次 asks how much was sent', () => {
  expect(ask('提醒了多少次')).toMatchObject({ kind: 'admin', command: { kind: 'burden' } });
});
