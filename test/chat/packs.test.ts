import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dispatchDue, meetingDay, tellDispatch } from '../../src/chat/orders/tell-dispatch.ts';
import { readPackOrder } from '../../src/intent/read-pack-order.ts';
import { readSwitchOrder, SWITCH_RULES } from '../../src/intent/read-switch-order.ts';
import { textOf } from '../support/county.ts';
import { describeOnBoth } from '../support/databases.ts';
import {
  LEADER,
  LIAISON,
  type March,
  OFFICE,
  SECOND_OFFICE,
  startMarch,
} from '../support/march.ts';

const year = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('papers that are asked for', () => {
  test.each([
    ['调度材料', { kind: 'dispatch', year: 2026, months: [3] }],
    ['3月调度材料', { kind: 'dispatch', year: 2026, months: [3] }],
    ['把2月份的调度会材料发我', { kind: 'dispatch', year: 2026, months: [2] }],
    ['一季度调度材料', { kind: 'dispatch', year: 2026, months: [1, 2, 3] }],
    ['季度调度材料', { kind: 'dispatch', year: 2026, months: [1, 2, 3] }],
    ['月30材料', { kind: 'dispatch', year: 2026, months: [3] }],
    ['明年计划草稿', { kind: 'next-plan', year: 2026, months: year(1, 12) }],
    ['起草一份明年的重点工作计划', { kind: 'next-plan', year: 2026, months: year(1, 12) }],
    ['2027年工作计划草案', { kind: 'next-plan', year: 2026, months: year(1, 12) }],
    ['年终总结初稿', { kind: 'report', year: 2026, months: year(1, 12) }],
    ['上半年工作总结', { kind: 'report', year: 2026, months: year(1, 6) }],
  ])('%s', (text, order) => expect(readPackOrder(text, '2026-03-20')).toEqual(order));

  test.each([
    '3月进度',
    '调度材料什么时候要',
    '明年有什么计划',
    '发布计划',
    '第2项总结材料已报送',
    '关闭调度材料推送',
    '导出3月台账',
  ])('%s is none of them', (text) => expect(readPackOrder(text, '2026-03-20')).toBeUndefined());
});

describe('switches in words', () => {
  test.each([
    ['关闭领导汇总', { kind: 'leader-digest', on: false }],
    ['恢复领导每月汇总', { kind: 'leader-digest', on: true }],
    ['领导汇总改为17点半', { kind: 'leader-digest', at: '17:30' }],
    ['领导汇总时间改到下午5点', { kind: 'leader-digest', at: '17:00' }],
    ['恢复每月汇总', { kind: 'own-digest', on: true }],
    ['不再给我发每月汇总', { kind: 'own-digest', on: false }],
    ['关闭调度材料推送', { kind: 'dispatch', on: false }],
    ['调度会改为每月28日', { kind: 'dispatch', day: 28 }],
    ['分管情况', { kind: 'charges' }],
    [
      '设置周县长分管科技经信局、开发区',
      { kind: 'charge', on: true, person: '周县长', units: ['科技经信局', '开发区'] },
    ],
    ['取消周县长分管开发区', { kind: 'charge', on: false, person: '周县长', units: ['开发区'] }],
  ])('%s', (text, order) => expect(readSwitchOrder(text)).toEqual(order));
  test.each(['谁分管开发区', '分管领导是谁', '暂停推送', '恢复推送', '3月汇总'])(
    '%s is none',
    (text) => {
      expect(readSwitchOrder(text)).toBeUndefined();
    },
  );
  test.each([...SWITCH_RULES].map((r) => [r.example] as const))('%s is read', (example) => {
    expect(readSwitchOrder(example)).toBeDefined();
  });
});

describe('月30', () => {
  test.each([
    // A Monday; a month without a 30th that ends on a Saturday which is worked; a Saturday; a holiday's eve.
    [2026, 3, '2026-03-30'],
    [2026, 2, '2026-02-28'],
    [2026, 5, '2026-05-29'],
    [2027, 1, '2027-01-29'],
  ])('of %i-%i is on %s', (y, m, day) => expect(meetingDay(y, m, 30, new Map())).toBe(day));

  test.each([
    ['2026-03-27T14:59', undefined],
    ['2026-03-27T15:00', '2026-03-30'],
    ['2026-03-29T10:00', '2026-03-30'],
    ['2026-03-30T11:59', '2026-03-30'],
    ['2026-03-30T12:00', undefined],
    ['2026-05-28T16:00', '2026-05-29'],
  ])('at %s the pack of %s is due', (at, on) => {
    const due = dispatchDue(
      new Date(`${at}:00+08:00`),
      { day: 30, at: '15:00' },
      'Asia/Shanghai',
      new Map(),
    );
    expect(due?.on).toBe(on);
  });

  test('a meeting on the first is prepared in the month before', () => {
    const due = dispatchDue(
      new Date('2026-05-29T16:00:00+08:00'),
      { day: 1, at: '15:00' },
      'Asia/Shanghai',
      new Map(),
    );
    expect(due).toMatchObject({ month: 6, on: '2026-06-01' });
  });
});

describeOnBoth('packs in the chat', (database) => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch({ db: database.db() });
  });
  afterAll(() => march.close());

  const files = (who: string) =>
    march
      .fromBot(march.sim.as(who).chatId)
      .flatMap((m) => (m.content.type === 'file' ? [m.content.attachment.name] : []));

  test('a leader gets the card and the file, a unit neither', async () => {
    expect(textOf(await march.ask(LEADER, '3月调度材料'))).toContain('2026年3月调度材料');
    await march.settle();
    expect(files(LEADER)).toEqual(['2026年3月调度材料.docx']);
    expect(textOf(await march.ask(LIAISON, '3月调度材料'))).toContain('由领导和督办人员查询');
    expect(files(LIAISON)).toEqual([]);
  });

  test('next year’s plan is a draft and says so in its name', async () => {
    await march.ask(OFFICE, '明年计划草稿');
    expect(files(OFFICE)).toEqual(['2027年重点工作计划（草稿）.docx']);
  });

  test('the office has each pack once, on the working day before, however often the tick runs', async () => {
    await march.goTo('2026-03-27T14:59:00+08:00');
    expect(files(SECOND_OFFICE)).toEqual([]);
    for (const at of ['2026-03-27T15:00', '2026-03-27T15:01', '2026-03-30T09:30'])
      await march.goTo(`${at}:00+08:00`);
    expect(files(SECOND_OFFICE)).toEqual(['2026年3月调度材料.docx', '2026年第一季度调度材料.docx']);
    expect(files(LEADER)).toHaveLength(1);
  });

  test('two processes at one moment send it once', async () => {
    await march.goTo('2026-04-20T09:00:00+08:00');
    const now = new Date('2026-04-29T15:30:00+08:00');
    await Promise.all([tellDispatch(march.deps, now), tellDispatch(march.deps, now)]);
    await march.settle();
    expect(files(SECOND_OFFICE).filter((f) => f.startsWith('2026年4月'))).toHaveLength(1);
  });

  test('switched off it stays away', async () => {
    // What was pushed a moment ago may come in between.
    await march.ask(OFFICE, '关闭调度材料推送');
    await march.settle();
    march.find(OFFICE, '不再自动发送');
    await march.goTo('2026-05-28T15:30:00+08:00');
    expect(files(SECOND_OFFICE).filter((f) => f.includes('5月'))).toEqual([]);
    // More than a day has passed: it is asked first.
    const asked = await march.ask(OFFICE, '撤销');
    expect(await march.press(OFFICE, asked, '撤销')).toContain('恢复为之前的安排');
  });

  test('who is in charge of what is registered by the office', async () => {
    expect(textOf(await march.ask(OFFICE, '设置周县长分管科技经信局、开发区'))).toContain(
      '周县长分管科技经信局、开发区',
    );
    expect(textOf(await march.ask(OFFICE, '分管情况'))).toContain('周县长：科技经信局、开发区');
    expect(textOf(await march.ask(OFFICE, '设置王五分管财政局'))).toContain('还没有登记为领导');
    expect(textOf(await march.ask(LIAISON, '设置周县长分管财政局'))).toContain('由督办人员办理');
  });

  test('a leader switches the month’s digest off and on in words', async () => {
    expect(textOf(await march.ask(LEADER, '不再给我发每月汇总'))).toContain('不再发送给您');
    expect(textOf(await march.ask(LEADER, '恢复每月汇总'))).toContain('继续向您发送');
  });
});
