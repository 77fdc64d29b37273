import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedIn, readBack } from '../intent/county.ts';
import { type Bureau, startBureau } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';

describe('reports themselves are asked for', () => {
  const today = '2026-07-15';
  test.each([
    ['昨天有哪些更新', { reported: { from: '2026-07-14', to: '2026-07-14' } }],
    ['今天谁报了进展', { reported: { from: today, to: today } }],
    ['前天更新了哪些任务', { reported: { from: '2026-07-13', to: '2026-07-13' } }],
    ['近三天的反馈有哪些', { reported: { from: '2026-07-13', to: today } }],
    ['最近有什么新反馈', { reported: { from: '2026-07-09', to: today } }],
    ['上周都有哪些单位报了', { months: [7], reported: { from: '2026-07-06', to: '2026-07-12' } }],
    ['许青禾报了什么', { reporter: '许青禾' }],
    ['王丽上报的进展', { reporter: '王丽' }],
    ['这个月张建国报了哪些', { months: [7], reporter: '张建国' }],
  ])('%s', (text, query) => {
    expect(readBack(text, today)).toEqual(askedIn({ kind: 'list', ...query }, today));
  });

  test.each(['今天还有谁没报', '昨天到期的任务', '高企申报了多少', '统计局报了什么'])(
    '%s asks for something else',
    (text) => {
      const intent = readBack(text, today);
      expect(intent.kind === 'progress' && (intent.query.reported ?? intent.query.reporter)).toBe(
        undefined,
      );
    },
  );
});

describe('a time that no year has is never taken for another', () => {
  test.each([
    ['13月进度', '13月'],
    ['0月完成情况', '0月'],
    ['第五季度进展', '第五季度'],
    ['十五月任务', '十五月'],
  ])('%s', (text, said) => {
    const intent = readBack(text);
    expect(intent.kind === 'progress' && intent.query.noSuchPeriod).toBe(said);
  });

  test.each(['12月进度', '十二月进展', '三四季度', '前15个月', '1-5月', '2026年3月'])(
    '%s is one',
    (text) => {
      const intent = readBack(text);
      expect(intent.kind === 'progress' && intent.query.noSuchPeriod).toBeFalsy();
    },
  );
});

describe('in the chat', () => {
  let bureau: Bureau;
  beforeAll(async () => {
    bureau = await startBureau('2026-03-20T10:00:00+08:00');
    await bureau.report('发改局', '申报技改专项', 'done');
    await bureau.report('统计局', '发布一季度数据', 'in_progress');
  });
  afterAll(() => bureau.close());
  const ask = async (role: string, text: string) =>
    textOf(await bureau.county.ask(`ou_${role}`, text));

  test('a leader reads what came today, newest first', async () => {
    const reply = await ask('leader', '今天有哪些更新');
    expect(reply).toContain('共 **2** 条');
    expect(reply).toContain('申报技改专项');
    expect(reply).toContain('发布一季度数据');
  });

  test('an impossible month is asked again, with ways on', async () => {
    const reply = await ask('leader', '13月进度');
    expect(reply).toContain('没有“13月”这个时间');
    expect(reply).toContain('本月进度');
    expect(reply).not.toContain('已完成');
  });

  test('an unknown unit is said to be unknown, and the nearest are offered', async () => {
    const reply = await ask('leader', '自然资源厅局进度');
    expect(reply).toContain('没有找到');
    expect(reply).toContain('自然资源局进度');
    expect(await ask('leader', '火星局进度')).toContain('没有找到“火星局”');
  });
});
