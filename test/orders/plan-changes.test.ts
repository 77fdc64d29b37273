import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('changes to the plan in the chat', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  /** Gives an order and confirms it; returns the card after the click. */
  const order = async (text: string): Promise<string> => {
    const asked = await march.ask(OFFICE, text);
    await march.press(OFFICE, asked, '确认');
    return textOf(march.fromBot(asked.chatId).find((m) => m.messageId === asked.messageId));
  };

  test('a task added this month is confirmed first, then stands on the cards of its units', async () => {
    const asked = await march.ask(
      OFFICE,
      '新增任务 3月20日前 组织企业座谈会 牵头：科技经信局 配合：开发区',
    );
    expect(textOf(asked)).toContain('督办人员新增');
    expect(textOf(asked)).toContain('期限：3月20日');
    expect((await march.summary()).total).toBe(4);
    await march.press(OFFICE, asked, '确认');
    expect((await march.summary()).total).toBe(5);
    expect(march.inbox(LIAISON).at(-1)).toContain('由贵单位牵头，期限 3月20日');
    expect(march.inbox(ZONE).at(-1)).toContain('由贵单位配合');
    expect(textOf(march.cardOf(LIAISON))).toContain('**5.** 组织企业座谈会');
    expect(textOf(await march.ask(LIAISON, '第5项已完成'))).toContain('组织企业座谈会');
    await march.ask(LIAISON, '撤销');
  });

  test('a second click changes nothing', async () => {
    const asked = march.find(OFFICE, '已新增');
    const again = await march.sim.as(OFFICE).click(asked.messageId, {
      tag: 'button',
      value: { act: 'plan-order', order: 'unknown', option: 0 },
    });
    expect(again.toast?.type).toBe('error');
    expect((await march.summary()).total).toBe(5);
  });

  test('an addition is undone: units are told, cards say so', async () => {
    await march.press(OFFICE, march.find(OFFICE, '已新增'), '撤销');
    expect((await march.summary()).total).toBe(4);
    expect(march.inbox(LIAISON).at(-1)).toContain('已撤回，无需办理');
    expect(textOf(march.cardOf(LIAISON))).toContain('已从计划撤下');
  });

  test('a suspended task leaves figures and asks nothing more, until it is taken up again', async () => {
    expect(await order('暂缓3月第2项')).toContain('暂缓办理');
    expect((await march.summary()).total).toBe(3);
    expect(textOf(march.cardOf(LIAISON))).toContain('已暂缓，无需反馈');
    expect(march.inbox(ZONE).at(-1)).toContain('暂缓办理');
    await order('恢复3月第2项');
    expect((await march.summary()).total).toBe(4);
    expect(textOf(march.cardOf(LIAISON))).not.toContain('已暂缓');
  });

  test('by the number that its unit knows it by, too', async () => {
    expect(await order('暂缓科技经信局3月第2项')).toContain('暂缓办理');
    expect((await march.summary()).total).toBe(3);
    expect(textOf(await march.ask(LIAISON, '第2项已完成'))).toContain('第2项已暂缓');
    expect(await order('恢复科技经信局3月第2项')).toContain('恢复办理');
    expect((await march.summary()).total).toBe(4);
  });

  test('a day that no calendar has is no deadline', async () => {
    const said = textOf(await march.ask(OFFICE, '3月第1项期限改为3月32日'));
    expect(said).toContain('日历上没有“3月32日”，没有改动');
  });

  test.each([
    ['3月第3项改成走访规上企业不少于20家', '里没有这个数字，没有改动'],
    ['3月第2项改为：完成厂房主体工程并通过验收', '内容改为“完成厂房主体工程并通过验收”'],
    ['3月第2项改成厂房出租率达到80%', '里没有这个数字，没有改动'],
    ['3月第2项厂房主体工程调整为完成主体封顶', '内容改为“完成主体封顶”'],
  ])('%s is an order about the plan and never a report', async (text, answer) => {
    const said = textOf(await march.ask(OFFICE, text));
    expect(said).toContain(answer);
    await march.ask(OFFICE, '算了');
    expect(await march.summary()).toMatchObject({ inProgress: 0 });
  });

  test('a task moves to another month', async () => {
    await order('3月第3项改到4月');
    expect((await march.summary()).total).toBe(3);
    expect((await march.summary('2026-04')).total).toBe(2);
    expect(textOf(march.cardOf(LIAISON))).toContain('已调整到其他月份');
    expect(await march.preview('2026-04-01T09:00:00+08:00')).toContain('规上企业走访');
    await march.ask(OFFICE, '撤销');
    expect((await march.summary()).total).toBe(4);
  });

  test('a task is meant by its words, its day and its units change', async () => {
    await order('银企对接会的期限改为3月25日');
    expect(textOf(march.cardOf(LIAISON))).toContain('期限 3月25日');
    await order('“银企对接会”牵头单位改为开发区');
    expect(textOf(march.cardOf(LIAISON))).toContain('已改由其他单位承担');
    expect(march.inbox(LIAISON).at(-1)).toContain('不再由贵单位承担');
    expect(textOf(march.cardOf(ZONE))).toContain("召开银企对接会<br><font color='grey'>牵头");
    await march.ask(OFFICE, '撤销');
    expect(textOf(march.cardOf(LIAISON))).not.toContain('已改由其他单位承担');
  });

  test('a cancelled task is no longer counted; what could not be found is said', async () => {
    expect(await order('取消3月第4项')).toContain('取消');
    expect((await march.summary()).total).toBe(3);
    await march.ask(OFFICE, '撤销');
    expect(textOf(await march.ask(OFFICE, '取消9月第8项'))).toContain('没有找到');
    expect(textOf(await march.ask(OFFICE, '新增任务'))).toContain('请写明月份');
  });

  test('the same words of a unit are its report, and no order', async () => {
    const reply = textOf(await march.ask(LIAISON, '第2项暂缓了'));
    // Giving up is not the unit's to decide: shown before it is recorded.
    expect(reply).toContain('还没有记录');
    expect((await march.summary()).total).toBe(4);
  });

  test('a figure of a task is changed where it stands, and nothing else of its wording', async () => {
    await order('3月第3项内容改为走访规上企业30家，形成报告');
    expect(await order('修改任务 3月第3项 规上企业改为45家')).toContain(
      '走访规上企业45家，形成报告',
    );
    expect(textOf(await march.ask(OFFICE, '3月第3项投资改为5亿元'))).toContain('没有这个数字');
  });

  test('dropped, an order changes nothing', async () => {
    const asked = await march.ask(OFFICE, '取消3月第1项');
    await march.press(OFFICE, asked, '放弃');
    expect((await march.summary()).total).toBe(4);
  });
});

test('这项 under a card means its task, whatever was added since', async () => {
  const march = await startMarch();
  const card = await march.ask(OFFICE, '开展规上企业走访进展怎么样');
  await march.press(
    OFFICE,
    await march.ask(OFFICE, '新增任务 3月20日前 组织企业座谈会 牵头：科技经信局'),
    '确认',
  );
  march.sim.as(OFFICE).send({ text: '这项期限改为3月27日', under: card.messageId });
  await march.settle();
  expect(march.inbox(OFFICE).at(-1)).toContain('开展规上企业走访');
  expect(march.inbox(OFFICE).at(-1)).not.toContain('组织企业座谈会');
  await march.close();
});
