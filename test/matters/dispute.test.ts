import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listUnnudged } from '../../src/matters/queries.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('a share that a unit disputes', () => {
  let march: March;
  let zone: string;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test('goes to the office and is shown on the unit’s card', async () => {
    const reply = textOf(await march.ask(LIAISON, '第3项不归我们牵头，是开发区的'));
    expect(reply).toContain('已转督办人员核实');
    expect(textOf(march.cardOf(LIAISON))).toContain('归属待督办人员核实');
    const card = textOf(march.find(OFFICE, '归属有疑问'));
    expect(card).toContain('不归我们牵头');
    expect(await listUnnudged(march.deps.db, '2026-03-31')).toHaveLength(1);
    // The unit that was named is offered first.
    zone =
      /"options":\[\{"text":\{"tag":"plain_text","content":"开发区"\},"value":"([^"]+)"/.exec(
        card,
      )?.[1] ?? '';
    expect(zone).not.toBe('');
  });

  test('can be taken back by who raised it', async () => {
    expect(textOf(await march.ask(LIAISON, '撤销'))).toContain('恢复');
    expect(textOf(march.find(OFFICE, '归属有疑问'))).toContain('无需答复');
    expect(await listUnnudged(march.deps.db, '2026-03-31')).toEqual([]);
  });

  test('is asked about where several items could be meant', async () => {
    const asked = await march.ask(LIAISON, '这项工作不归我们牵头');
    expect(textOf(asked)).toContain('就是这一项');
    await march.press(LIAISON, asked, '就是这一项');
    expect(textOf(march.find(OFFICE, '待答复'))).toContain('召开银企对接会');
    await march.press(OFFICE, march.find(OFFICE, '待答复'), '维持原安排', { answer: '见分工方案' });
    expect(march.inbox(LIAISON).at(-1)).toContain('仍由贵单位牵头');
    expect(march.inbox(LIAISON).at(-1)).toContain('见分工方案');
  });

  test('passes to the unit that the office chooses, and both are told', async () => {
    await march.ask(LIAISON, '第3项不归我们牵头，是开发区的');
    const card = march.find(OFFICE, '规上企业走访');
    expect(await march.press(OFFICE, card, '改派')).toContain('请选择改派的单位');
    await march.press(OFFICE, card, '改派', { unit: zone });
    expect(march.inbox(LIAISON).at(-1)).toContain('已改由开发区牵头');
    expect(textOf(march.cardOf(LIAISON))).toContain('已改由其他单位承担');
    expect(textOf(march.find(ZONE, '改由贵单位牵头'))).toContain('开展规上企业走访');
    // It stands on the taker's own month card, under a number of its own, and can be reported.
    expect(textOf(march.cardOf(ZONE))).toContain('**4.** 开展规上企业走访');
    expect(textOf(await march.ask(ZONE, '第4项已完成'))).toContain('已完成');
    expect(await march.summary()).toMatchObject({ done: 1 });
    expect(textOf(await march.ask(LIAISON, '第3项已完成'))).not.toContain('已记录');
  });

  test('comes back when the office takes its word back', async () => {
    await march.press(OFFICE, march.find(OFFICE, '改派 开发区'), '撤销');
    expect(textOf(march.cardOf(ZONE))).toContain('已改由其他单位承担');
    expect(textOf(march.cardOf(LIAISON))).not.toContain('已改由其他单位承担');
  });
});

describe('work that a unit says there is none of', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test('is dropped from figures and cards when the office agrees, and returns when it changes its mind', async () => {
    const total = (await march.summary()).total;
    const asked = await march.ask(LIAISON, '本月无此项工作');
    await march.press(LIAISON, asked, '就是这一项');
    const card = march.find(OFFICE, '反映本月无此项');
    await march.press(OFFICE, card, '确无此项');
    expect(march.inbox(LIAISON).at(-1)).toContain('本月无此项工作');
    expect((await march.summary()).total).toBe((total ?? 0) - 1);
    await march.press(OFFICE, march.find(OFFICE, '确无此项'), '撤销');
    expect((await march.summary()).total).toBe(total);
  });

  test('frees a cooperating unit alone', async () => {
    const before = await march.summary();
    await march.ask(ZONE, '第2项本月没有');
    await march.press(OFFICE, march.find(OFFICE, '开发区'), '确无此项');
    expect(textOf(march.cardOf(ZONE))).toContain('已确认本月无此项');
    expect((await march.summary()).total).toBe(before.total);
    const sendings = JSON.parse(await march.preview('2026-03-31T17:00:00+08:00'));
    const asked = sendings.flatMap((s: { unit: string; tasks: { seq: number }[] }) =>
      s.unit === '开发区' ? s.tasks.map((t) => t.seq) : [],
    );
    // What it leads itself is still asked for.
    expect(asked).toEqual([4]);
  });

  test('the office sees what waits in one list', async () => {
    await march.ask(LIAISON, '第2项请宽限到下月10号');
    const list = await march.ask(OFFICE, '待答复事项');
    expect(textOf(list)).toContain('延期申请 · 科技经信局');
    await march.press(OFFICE, list, '办理');
    expect(march.inbox(OFFICE).at(-1)).toContain('仍需办理');
    expect(textOf(await march.ask(LIAISON, '待答复事项'))).toContain('由督办人员办理');
  });
});
