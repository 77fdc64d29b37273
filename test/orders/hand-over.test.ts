import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMain } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { textOf } from '../support/county.ts';
import { describeOnBoth } from '../support/databases.ts';
import {
  LEADER,
  LIAISON,
  type March,
  OFFICE,
  SECOND_OFFICE,
  SUCCESSOR,
  startMarch,
} from '../support/march.ts';

describe('what a successor takes over', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    await march.ask(SUCCESSOR, '你好');
    await march.ask(LEADER, '批示：请科技经信局摸清企业用地需求，3月20日前报结果');
    await march.ask(LEADER, '确认');
    await march.ask(LEADER, '批示：请开发区加快招商，3月20日前报结果');
    await march.ask(LEADER, '确认');
    await march.ask(LIAISON, '第2项卡在用地指标');
  });
  afterAll(() => march.close());

  test('includes the instructions that are not answered and the problems of the unit', async () => {
    const asked = await march.ask(LIAISON, '交接 赵接任');
    expect(textOf(asked)).toContain('待报办理情况的批示件 1 件：第 1 号');
    expect(textOf(asked)).toContain('待解决的问题 1 个：第 1 号');
    await march.press(LIAISON, asked, '确认交接');
    expect(textOf(march.find(SUCCESSOR, '移交给您'))).toContain('待解决的问题 1 个');
    const card = march.find(SUCCESSOR, '请科技经信局摸清企业用地需求');
    expect(await march.press(SUCCESSOR, card, '报送办理情况', { answer: '已摸清12家' })).toContain(
      '已报送',
    );
    expect(march.inbox(LEADER).at(-1)).toContain('已摸清12家');
  });
});

describeOnBoth('two of the office who hand one place on at the same moment', ({ db, kind }) => {
  test(`leave one successor, and the other is told (${kind})`, async () => {
    const march = await startMarch({ db: db() });
    const asked = await march.ask(OFFICE, '交接 科技经信局 王五');
    const other = await march.ask(SECOND_OFFICE, '交接 科技经信局 吴开发');
    const toasts = await Promise.all([
      march.press(OFFICE, asked, '确认交接'),
      march.press(SECOND_OFFICE, other, '确认交接'),
    ]);
    expect(toasts.filter((t) => t.includes('没有交接'))).toHaveLength(1);
    const unit = await findUnit(db(), '科技经信局');
    const main = await findMain(db(), unit?.id ?? '');
    expect(main?.name).toBe(toasts[0]?.includes('没有交接') ? '吴开发' : '王五');
    await march.close();
  });
});
