import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pastDueOf } from '../../src/plan/past-due.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

const plan = (title: string, rows: string[]) =>
  utf8([`${title},,`, '工作任务,牵头单位,完成时限', ...rows].join('\n'));

describe('a plan that comes late', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const send = (name: string, bytes: Uint8Array) => march.sendFile(OFFICE, { name, bytes });

  test('says before and at publishing how much of it is over', async () => {
    const preview = await send(
      '招商计划.csv',
      plan('2026年招商工作计划', [
        '完成春节走访,科技经信局,1月20日前',
        '汇总返乡企业家名单,科技经信局,2月底前',
        '举办园区推介会,科技经信局,9月底前',
        '调度项目进度,科技经信局,每月5日前',
      ]),
    );
    await march.press(OFFICE, preview, '确认');
    const over = '其中 2 项的期限已过：2 项在以前的月份，只作记录，不提醒';
    expect(textOf(march.find(OFFICE, '已存为草稿'))).toContain(over);
    await march.press(OFFICE, preview, '发布');
    expect(textOf(march.find(OFFICE, '已发布'))).toContain(over);
  });

  test('in time says nothing of the kind', async () => {
    const preview = await send(
      '清洁计划.csv',
      plan('2026年清洁生产计划', ['完成清洁生产审核,科技经信局,9月底前']),
    );
    await march.press(OFFICE, preview, '确认');
    expect(textOf(march.find(OFFICE, '《2026年清洁生产计划》共 1 项'))).not.toContain('期限已过');
  });

  test('shows all its tasks before it is confirmed, page by page', async () => {
    const preview = await send(
      '服务计划.csv',
      plan(
        '2026年企业服务计划',
        Array.from({ length: 23 }, (_, i) => `走访第${i + 1}批企业,科技经信局,11月底前`),
      ),
    );
    const shown = () => textOf(march.find(OFFICE, '2026年企业服务计划'));
    expect(shown()).toContain('任务（共 23 项）');
    expect(shown()).toContain('走访第10批企业');
    expect(shown()).not.toContain('走访第11批企业');
    await march.press(OFFICE, preview, '下一页');
    expect(shown()).toContain('走访第11批企业');
    await march.press(OFFICE, preview, '下一页');
    expect(shown()).toContain('走访第23批企业');
    await march.press(OFFICE, preview, '上一页');
    expect(shown()).toContain('走访第20批企业');
    expect(textOf(await march.ask(OFFICE, '查看计划'))).toContain('任务（共 23 项）');
    await march.ask(OFFICE, '放弃');
    expect(textOf(await march.ask(OFFICE, '查看计划'))).toContain('《2026年招商工作计划》共 4 项');
    expect(textOf(await march.ask(LIAISON, '查看计划'))).toContain('召开银企对接会');
  });

  test('with quarters side by side, each card shows what is to be reached by then', async () => {
    const lines = [
      '2026年重点项目计划,,,,',
      '项目名称,建设任务,责任单位,一季度,二季度',
      '铜箔二期,推进厂房建设,科技经信局,主体封顶,设备安装',
    ];
    const preview = await send('项目.csv', utf8(lines.join('\n')));
    expect(textOf(preview)).toContain(
      '铜箔二期：推进厂房建设（一季度：主体封顶；二季度：设备安装）',
    );
    await march.press(OFFICE, preview, '确认');
    await march.press(OFFICE, preview, '发布');
    await march.goTo('2026-03-03T09:00:00+08:00');
    const card = textOf(march.find(LIAISON, '铜箔二期'));
    expect(card).toContain('铜箔二期：推进厂房建设（一季度：主体封顶）');
    expect(card).not.toContain('设备安装');
    lines[2] = '铜箔二期,推进厂房建设,科技经信局,主体封顶,设备采购';
    expect(textOf(await send('项目.csv', utf8(lines.join('\n'))))).toContain(
      '目标和进度：一季度：主体封顶；二季度：设备安装 → 一季度：主体封顶；二季度：设备采购',
    );
  });
});

test('work that comes again is over with its last time, and this month is told apart', () => {
  const time = (taskId: string, month: number, dueOn: string) => ({
    taskId,
    year: 2026,
    months: [month],
    dueOn,
  });
  const times = [
    time('over', 2, '2026-02-27'),
    time('now', 3, '2026-03-05'),
    time('again', 1, '2026-01-30'),
    time('again', 4, '2026-04-30'),
    time('today', 3, '2026-03-10'),
  ];
  expect(pastDueOf(times, '2026-03-10')).toEqual({ before: 1, thisMonth: 1 });
});
