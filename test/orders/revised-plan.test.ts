import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findPlansOfYear,
  listOccurrences,
  listTasks,
  listTaskUnits,
} from '../../src/plan/queries.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

const HEAD = ['2026年园区提升重点工作计划,,,', '月份,工作任务,牵头单位,配合单位'];
const FIRST = [
  ...HEAD,
  '3月,完成园区道路改造设计,科技经信局,开发区',
  '3月,编制污水处理扩建方案,科技经信局,',
  '3月,开展安全生产巡查,开发区,',
  '6月,举办园区招聘会,科技经信局,',
];
const SECOND = [
  ...HEAD,
  '3月,完成园区道路改造设计,开发区,科技经信局',
  '3月,开展安全生产巡查,开发区,',
  '7月,举办园区招聘会,科技经信局,',
  '3月,启动标准厂房招租,科技经信局,',
];

describe('a revised plan', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  const send = (lines: string[]) =>
    march.sendFile(OFFICE, { name: '园区计划.csv', bytes: utf8(lines.join('\n')) });
  /** The month card of the plan as the liaison sees it now. */
  const parkCard = () =>
    textOf(
      march
        .fromBot(march.sim.as(LIAISON).chatId)
        .findLast((m) => m.content.type === 'card' && textOf(m).includes('编制污水处理扩建方案')),
    );
  /** Everything that the plan consists of, without what a document says of places. */
  const ledger = async () => {
    const plan = (await findPlansOfYear(march.deps.db, 2026)).find((p) => p.title.includes('园区'));
    const tasks = await listTasks(march.deps.db, plan?.id ?? '');
    const whole = [];
    for (const { id, ...task } of tasks.filter((t) => t.state !== 'withdrawn'))
      whole.push({
        ...task,
        units: await listTaskUnits(march.deps.db, [id]),
        times: await listOccurrences(march.deps.db, id),
      });
    return { digest: plan?.digest, whole };
  };

  test('is shown first with its tasks, then published', async () => {
    const preview = await send(FIRST);
    expect(textOf(preview)).toContain('任务（共 4 项）');
    expect(textOf(preview)).toContain('完成园区道路改造设计');
    expect(textOf(preview)).toContain('牵头：科技经信局 · 配合：开发区');
    await march.press(OFFICE, preview, '确认');
    await march.press(OFFICE, preview, '发布');
    await march.goTo('2026-03-03T09:00:00+08:00');
    const card = march.find(LIAISON, '编制污水处理扩建方案');
    await march.press(LIAISON, card, '已完成');
  });

  let first: Awaited<ReturnType<typeof ledger>>;

  test('shows old and new of every field that changed', async () => {
    first = await ledger();
    const diff = textOf(await send(SECOND));
    expect(diff).toContain('新增 **1** 项，修改 **2** 项，撤下 **1** 项');
    expect(diff).toContain('牵头单位：科技经信局 → 开发区');
    expect(diff).toContain('月份：6月 → 7月');
    expect(diff).toContain('启动标准厂房招租');
  });

  test('tells each unit once what changed for it, and shows it on the cards', async () => {
    const before = march.inbox(ZONE).length;
    await march.press(OFFICE, march.find(OFFICE, '逐项对照'), '确认');
    expect(march.find(OFFICE, '24 小时内可以撤销')).toBeDefined();
    const told = march.inbox(ZONE).slice(before);
    expect(told.filter((t) => t.includes('有调整'))).toHaveLength(1);
    expect(told.at(-1)).toContain('牵头单位：科技经信局 → 开发区');
    expect(told.at(-1)).not.toContain('招聘会');
    const mine = parkCard();
    expect(mine).toContain('已从计划撤下');
    expect(mine).toContain('启动标准厂房招租');
  });

  test('撤销 brings the former version back exactly, with what was reported', async () => {
    const after = await ledger();
    await march.press(OFFICE, march.find(OFFICE, '24 小时内可以撤销'), '撤销');
    expect(await ledger()).toEqual(first);
    expect(parkCard()).toContain('已完成（李联络');
    expect(march.inbox(ZONE).at(-1)).toContain('已撤回，仍按调整前');
    const again = await send(SECOND);
    expect(textOf(again)).toContain('撤下 **1** 项');
    await march.press(OFFICE, again, '确认');
    expect(await ledger()).toEqual(after);
  });

  test('is not taken back after a day', async () => {
    await march.goTo('2026-03-05T09:00:00+08:00');
    const toast = await march.press(OFFICE, march.find(OFFICE, '24 小时内可以撤销'), '撤销');
    expect(toast).toContain('超过 24 小时');
  });

  test('with many doubts and changes is looked through by pages, within the limits of a card', async () => {
    const tasks = Array.from(
      { length: 40 },
      (_, i) => `4月,第${i}批企业上门服务${'并逐户建立台账'.repeat(12)},,`,
    );
    const card = await send([...FIRST, ...tasks]);
    expect(textOf(card)).toContain('第 1/');
    await march.press(OFFICE, card, '下一页');
    const turned = textOf(march.fromBot(card.chatId).find((m) => m.messageId === card.messageId));
    expect(turned).toContain('第 2/');
    await march.press(OFFICE, card, '放弃');
  });
});
