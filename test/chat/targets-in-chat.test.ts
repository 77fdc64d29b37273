import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTargetOrder, TARGET_RULES } from '../../src/intent/read-target-order.ts';
import { textOf } from '../support/county.ts';
import { describeOnBoth } from '../support/databases.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('orders about targets', () => {
  test.each([
    ['提取指标', { kind: 'propose' }],
    ['从计划里提取年度指标', { kind: 'propose' }],
    ['设置指标：规上产值200亿元', { kind: 'set', text: '规上产值200亿元' }],
    ['指标进度', { kind: 'ask', behindOnly: false }],
    ['看看主要指标完成情况', { kind: 'ask', behindOnly: false }],
    ['哪些指标落后序时', { kind: 'ask', behindOnly: true }],
    ['哪些指标落后于序时进度？', { kind: 'ask', behindOnly: true }],
    ['落后序时进度的指标', { kind: 'ask', behindOnly: true }],
    ['序时进度按半年60%', { kind: 'curve', half: 60 }],
    ['规上产值序时进度改为半年55%', { kind: 'curve', half: 55, name: '规上产值' }],
    ['序时按时间过半、任务过六', { kind: 'curve', half: 60 }],
    ['序时进度按月均衡', { kind: 'curve', half: 50 }],
    ['规上增加值是错月指标', { kind: 'lag', months: 1, name: '规上增加值' }],
    ['把工业用电量滞后1个月报', { kind: 'lag', months: 1, name: '工业用电量' }],
    ['指标规上产值由统计局报', { kind: 'unit', unit: '统计局', name: '规上产值' }],
  ])('%s', (text, order) => expect(readTargetOrder(text)).toEqual(order));

  test.each([
    '3月进度',
    '规上产值目标是多少',
    '用地指标还没落实',
    '指标解释一下奖补政策',
    '第2项卡在用地指标',
  ])('%s is none', (text) => expect(readTargetOrder(text)).toBeUndefined());
  test.each(TARGET_RULES.map((r) => [r.example] as const))('%s is read', (example) => {
    expect(readTargetOrder(example)).toBeDefined();
  });
});

describeOnBoth('targets in the chat', (database) => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch({ db: database.db() });
  });
  afterAll(() => march.close());
  const ask = async (who: string, text: string) => textOf(await march.ask(who, text));

  test('are shown to the office and count for nothing before it confirms', async () => {
    const shown = await march.ask(
      OFFICE,
      '设置指标：规上产值200亿元，技改投资增长12%，新增高企60家',
    );
    expect(textOf(shown)).toContain('规上产值 200亿元');
    expect(textOf(shown)).toContain('技改投资 增长12%');
    expect(await ask(LEADER, '指标进度')).toContain('还没有确认的指标');
    expect(await ask(LEADER, '哪些指标落后序时')).toContain('还没有确认的指标');
    expect(await march.press(OFFICE, shown, '全部确认')).toContain('已处理');
    expect(await ask(LEADER, '指标进度')).toContain('共 3 项指标');
  });

  test('only the office sets them', async () => {
    for (const who of [LEADER, LIAISON])
      expect(await ask(who, '设置指标：工业税收8亿元')).toContain('由督办人员设置');
  });

  test('a unit’s figures are stored as it said them, and can be taken back', async () => {
    await ask(OFFICE, '指标规上产值由科技经信局报');
    const stored = await ask(LIAISON, '规上产值累计30亿，本月16亿');
    expect(stored).toContain('规上产值：2月累计 30亿');
    expect(stored).toContain('规上产值：3月当月 16亿');
    expect(await ask(ZONE, '规上产值累计99亿')).toContain('由科技经信局报送');
    expect(await ask(LIAISON, '规上产值完成40亿')).toContain('请写明是“累计”还是“本月”');
    await ask(LIAISON, '规上产值2月累计25亿');
    expect(await ask(LIAISON, '撤销')).toContain('恢复为之前的数字');
  });

  test('a leader asks and gets where it stands, with what it rests on', async () => {
    const one = await ask(LEADER, '规上产值完成多少了');
    expect(one).toContain('2月累计30亿，完成年度目标的15%，序时进度16.7%，低于序时');
    expect(one).toContain('按目前进度推算，全年约180亿');
    expect(one).toContain('依据：科技经信局');
    expect(await ask(LEADER, '哪些指标落后序时')).toContain('低于序时的指标 1 项');
    expect(await ask(LIAISON, '规上产值完成多少了')).toContain('低于序时');
    expect(await ask(ZONE, '规上产值完成多少了')).toContain('由领导和督办人员查询');
    expect(await ask(ZONE, '指标进度')).toContain('由领导和督办人员查询');
  });

  test('the curve is the office’s to change, and to change back', async () => {
    expect(await ask(OFFICE, '序时进度按半年45%')).toContain('半年45%');
    expect(await ask(LEADER, '规上产值完成多少了')).toContain('序时进度15%，达到序时');
    expect(await ask(OFFICE, '撤销')).toContain('恢复为之前的设置');
    expect(await ask(LEADER, '规上产值完成多少了')).toContain('低于序时');
  });

  test('a lagging indicator is held against the month it can know', async () => {
    expect(await ask(OFFICE, '技改投资是错月指标')).toContain('晚 1 个月');
    await ask(OFFICE, '技改投资1月增长13%');
    expect(await ask(LEADER, '技改投资增长多少了')).toContain('1月增长13%，达到年度目标');
  });

  test('what a unit reports on a task of its figures counts too', async () => {
    await ask(LIAISON, '第3项正在推进，截至目前新增高企12家');
    expect(await ask(LEADER, '新增高企完成情况怎么样')).toContain('2月累计12家');
  });
});
