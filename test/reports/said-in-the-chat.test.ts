import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';
import { takeBack } from '../support/take-back.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string, who = LIAISON) => textOf(await march.ask(who, text));

describe('one numbering that a person sees', () => {
  test('what is still owed has the numbers of the month card', async () => {
    await say('第1项已完成');
    const list = await say('我还欠什么');
    expect(list).toContain('**2.** 完成标准厂房主体工程');
    expect(list).toContain('**3.** 开展规上企业走访');
    const reply = await say('第2项已完成');
    expect(reply).toContain('完成标准厂房主体工程');
    expect(reply).toContain('已完成');
    await takeBack(march, LIAISON);
    await takeBack(march, LIAISON);
  });

  test('the office sees the numbers of the unit it asks about', async () => {
    await say('第1项已完成');
    const list = await say('科技经信局还有哪些没完成', OFFICE);
    expect(list).toContain('**2.** 完成标准厂房主体工程');
    const reply = await say('代填 科技经信局 第3项正在推进（电话，李联络）', OFFICE);
    expect(reply).toContain('开展规上企业走访');
    expect(reply).toContain('进行中');
    await say('撤销', OFFICE);
    await takeBack(march, LIAISON);
  });
});

describe('what a confirmation says', () => {
  test('status, figures, day and the person’s own words', async () => {
    const reply = await say('第3项已走访企业12家，兑现资金三百万元，预计25号前完成');
    expect(reply).toContain('第3项');
    expect(reply).toContain('进行中');
    expect(reply).toContain('预计 3月25日 完成');
    expect(reply).toContain('12家');
    expect(reply).toContain('三百万元');
    expect(reply).toContain('原话：');
  });

  test('a number that the list does not have is said to be so, and nothing is recorded', async () => {
    const { asOf: _, ...before } = await march.summary();
    expect(await say('第11项已完成')).toContain('3月清单没有第11项（共4项），本条没有记录');
    expect(await march.summary()).toMatchObject(before);
  });

  test('what changes is shown with what held before', async () => {
    const reply = await say('第3项已完成');
    expect(reply).toContain('已完成');
    expect(reply).toContain('原为：进行中，预计 3月25日 完成');
  });
});

describe('what 撤销 says', () => {
  test('which task, from what to what', async () => {
    expect(await say('撤销')).toContain(
      '“开展规上企业走访”由“已完成”恢复为“进行中，预计 3月25日 完成”（李联络，3月2日）',
    );
    expect(await takeBack(march, LIAISON)).toContain('“开展规上企业走访”由“进行中”恢复为待反馈');
  });
});

describe('an item set apart from the rest', () => {
  test.each(['除第3项外都完成了', '都完成了，除了第3项', '除了3，其余完成', '都完成了，第3项除外'])(
    '%s leaves it as it was',
    async (said) => {
      await say('我还欠什么');
      await say('第3项进行中，完成60%');
      const reply = await say(said);
      expect(reply).toContain('第3项“开展规上企业走访”：未说明情况，保持原状');
      expect((await march.summary()).notStarted).toBe(0);
      await takeBack(march, LIAISON);
      await takeBack(march, LIAISON);
    },
  );

  test('what is said of it is recorded', async () => {
    const reply = await say('其他都完成了，就第3项没弄完');
    expect(reply).toMatch(/第3项“开展规上企业走访”：(?:进行中|未开始)/);
    await takeBack(march, LIAISON);
  });
});

describe('a correction', () => {
  test('of a status names what held and what holds', async () => {
    await say('第1项已完成');
    const reply = await say('刚才说错了，第1项是进行中不是已完成');
    expect(reply).toContain('第1项“召开银企对接会”：进行中（原为：已完成）');
    await takeBack(march, LIAISON);
    await takeBack(march, LIAISON);
  });

  test('of a figure changes the figure in the same person’s last words', async () => {
    await say('第2项投资2300万元，主体完成六成');
    const reply = await say('更正：投资是3200万不是2300万');
    expect(reply).toContain('完成标准厂房主体工程');
    expect(reply).toContain('2300万 → 3200万');
    expect(reply).toContain('投资3200万元');
    expect(await say('不是5家是6家')).toContain('没有找到“5家”，没有改动');
    await takeBack(march, LIAISON);
    await takeBack(march, LIAISON);
  });

  test('of a completion tells how that item stands', async () => {
    await say('第3项已完成');
    const reply = await say('3说错了，是5家');
    expect(reply).toContain('第3项“开展规上企业走访”：进行中');
    expect(reply).toContain('原为：已完成');
    expect(reply).toContain('5家');
    await takeBack(march, LIAISON);
    await takeBack(march, LIAISON);
  });

  test.each(['不对，走访的是3家', '第3项说错了 是走访了3家'])(
    '%s leaves the other items alone',
    async (said) => {
      await say('第2项主体正在推进');
      const reply = await say(said);
      expect(reply).toContain('第3项“开展规上企业走访”：进行中');
      expect(reply).not.toContain('恢复为');
      await takeBack(march, LIAISON);
      await takeBack(march, LIAISON);
    },
  );

  test('that says no more than that the last was wrong shows the last', async () => {
    await say('第1项已完成');
    const reply = await say('上条作废，以这条为准');
    expect(reply).toContain('您上一次反馈是');
    expect(reply).toContain('召开银企对接会');
    const now = await say('上条作废，以这条为准：第2项已完成');
    expect(now).toContain('完成标准厂房主体工程');
    expect(now).toContain('“召开银企对接会”由“已完成”恢复为待反馈');
    await takeBack(march, LIAISON);
  });

  test('of another person’s report changes nothing of it', async () => {
    await say('第3项走访企业15家');
    expect(await say('更正：走访企业是16家不是15家', ZONE)).not.toContain('16家不是');
    const now = await say('开展规上企业走访进展怎么样', OFFICE);
    expect(now).toContain('15家');
    await takeBack(march, LIAISON);
  });
});

describe('taking back what was reported on one item', () => {
  test.each(['第1项撤回', '撤回第1项的反馈', '把第一项的进展撤了', '第1项我们刚才报的撤销'])(
    '%s takes that report back and no other',
    async (said) => {
      await say('第1项已完成');
      await say('第3项走访企业9家');
      expect(await say(said)).toContain('“召开银企对接会”由“已完成”恢复为待反馈');
      expect((await march.summary()).inProgress).toBe(1);
      await takeBack(march, LIAISON);
    },
  );

  test('that was reported with others is asked about first', async () => {
    await say('第1项已完成，第3项正在推进');
    expect(await say('第1项撤回')).toContain('等2项');
    expect((await march.summary()).done).toBe(1);
    await takeBack(march, LIAISON);
  });

  test('that has none says so', async () => {
    expect(await say('撤回第2项')).toContain('没有可以撤回的反馈');
    expect(await say('第9项撤回')).toContain('清单没有第9项');
  });
});

describe('没完成, and no more', () => {
  test('leaves what was expressly not begun as it is, and what was never spoken of under way', async () => {
    await say('第2项还没开始');
    expect(await say('第2项没完成')).toContain('第2项“完成标准厂房主体工程”：未开始');
    expect(await say('第3项没完成')).toContain('第3项“开展规上企业走访”：进行中');
    for (let i = 0; i < 3; i++) await takeBack(march, LIAISON);
  });
});

describe('time that is asked for', () => {
  test('to a day that is past is said to be so, whatever way it comes', async () => {
    const reply = await say('第1项申请延期到3月1日');
    expect(reply).toContain('或已经过去');
    expect((await march.summary()).extension ?? 0).toBe(0);
  });

  test('to a year far off is taken for a slip', async () => {
    expect(await say('第1项申请延期到2062年4月20日')).toContain('请核对年份');
  });
});
