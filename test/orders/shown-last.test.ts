import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPlansOfYear } from '../../src/plan/queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { textOf } from '../support/county.ts';
import { type March, OFFICE, startMarch, ZONE } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

describe('a word means what was shown last', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const send = (name: string, task = '完成厂房验收') =>
    march.sendFile(OFFICE, {
      name: `${name}.csv`,
      bytes: utf8(`2026年${name},,\n月份,工作任务,牵头单位\n6月,${task},科技经信局`),
    });
  const say = async (text: string) => textOf(await march.ask(OFFICE, text));
  const published = async () =>
    (await findPlansOfYear(march.deps.db, 2026)).filter((p) => p.publishedAt).map((p) => p.title);

  test('发布 never publishes what was shown and not confirmed', async () => {
    const before = await published();
    await send('可疑任务');
    expect(await say('发布')).toContain('还没有确认');
    expect(await published()).toEqual(before);
  });

  test('发布 beside an unconfirmed file asks which plan, and after a withdrawal means the withdrawn one', async () => {
    const preview = await send('园区任务');
    await march.press(OFFICE, preview, '确认');
    await send('又一份任务');
    expect(await say('发布')).toContain('请点选要发布的计划');
    await march.press(OFFICE, march.find(OFFICE, '请点选要发布的计划'), '2026年园区任务');
    expect(await published()).toContain('2026年园区任务');
    expect(await say('撤销')).toContain('已撤回发布，《2026年园区任务》');
    expect(await published()).not.toContain('2026年园区任务');
    expect(await say('发布')).toContain('《2026年园区任务》');
    expect(await published()).toContain('2026年园区任务');
    expect(await published()).not.toContain('2026年又一份任务');
  });

  test('a withdrawn plan that is sent again can be published again', async () => {
    await say('撤销');
    const again = await send('园区任务');
    await march.press(OFFICE, again, '发布');
    expect(await published()).toContain('2026年园区任务');
    expect(textOf(await send('园区任务'))).toContain('没有改动');
  });

  test('确认 after 放弃 does not carry out what had been shown before', async () => {
    await say('取消3月第2项');
    await say('把3月第3项的期限改到3月25日');
    expect(await say('放弃')).toContain('已放弃');
    expect(await say('确认')).toContain('请在上面的卡片上点选，没有改动');
    expect((await march.summary()).total).toBe(4);
    await march.press(OFFICE, march.find(OFFICE, '取消'), '放弃');
  });

  test('a change that changes nothing is refused, and nobody is told', async () => {
    const told = march.inbox(ZONE).length;
    expect(await say('3月第4项牵头单位改为开发区')).toContain('本来就是');
    expect(await say('恢复3月第2项')).toContain('本来就是');
    expect(march.inbox(ZONE).length).toBe(told);
  });

  test('two names of one new unit are made one with a tap', async () => {
    const preview = await march.sendFile(OFFICE, {
      name: '竹产业任务.csv',
      bytes: utf8(
        '2026年竹产业任务,,\n月份,工作任务,牵头单位\n6月,编制竹产业规划,竹木产业发展中心\n7月,举办竹产业展会,县竹木产业中心',
      ),
    });
    expect(textOf(preview)).toContain('可能是同一单位');
    await march.press(OFFICE, preview, '竹木产业发展中心 就是 县竹木产业中心');
    expect(textOf(march.find(OFFICE, '竹产业任务'))).not.toContain('可能是同一单位');
    expect((await findUnit(march.deps.db, '竹木产业发展中心'))?.name).toBe('县竹木产业中心');
    await march.press(OFFICE, preview, '放弃');
  });
});
