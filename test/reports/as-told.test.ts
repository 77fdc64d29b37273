import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string, who = LIAISON) => textOf(await march.ask(who, text));

/** What is said, with what it changed taken back. */
async function once(text: string): Promise<string> {
  const reply = await say(text);
  if (reply.includes('已记录')) await say('撤销');
  return reply;
}

describe('a statement about one’s own item is no question', () => {
  test.each([
    ['第1项昨天说完成了其实没有', '进行中'],
    ['第1项原来说完成，现在看没完成', '召开银企对接会”：'],
    ['第1项马上就好', '进行中'],
    ['第4项20号交，其他没问题', '预计 3月20日 完成'],
  ])('“%s” is recorded', async (text, shown) => {
    const reply = await once(text);
    expect(reply).toContain('已记录');
    expect(reply).toContain(shown);
  });

  test.each(['第1项算完成了吧', '第2项同上月', '第2项没有完成不了的问题'])(
    '“%s” is asked about, of that item only',
    async (text) => {
      const reply = await say(text);
      expect(reply).toContain('请点选');
      expect(reply).toContain(text.startsWith('第1项') ? '银企对接会' : '标准厂房');
      expect(reply).not.toContain('规上企业走访');
    },
  );

  test.each(['第3项进度', '第3项推进情况', '9月第3项任务'])('“%s” records nothing', async (text) =>
    expect(await say(text)).not.toContain('已记录'),
  );

  test('what of a message was not understood is said', async () => {
    expect(await once('第1项正在推进，第2项那样')).toContain('“第2项那样”没有读懂，没有改动');
  });
});

describe('said without a number', () => {
  test('没完成 asks which, whatever was asked before', async () => {
    await say('9月有哪些任务');
    const reply = await say('没完成');
    expect(reply).toContain('请点选');
    expect(reply).toContain('召开银企对接会');
  });

  test('都没有 after a question is shown before it is recorded', async () => {
    await say('有啥要交的');
    const { asOf: _, ...before } = await march.summary();
    const reply = await say('都没有');
    expect(reply).toContain('理解如下，还没有记录');
    expect(reply).toContain('第4项“筹备产业链招商活动”：未开始');
    expect(await march.summary()).toMatchObject(before);
  });
});

test('after a question with an empty answer the numbers are those of the card', async () => {
  expect(await say('9月有哪些任务')).toContain('没有符合条件的事项');
  expect(await once('第1项正在推进')).toContain('第1项“召开银企对接会”：进行中');
});

test('a denied completion is of the item that it names', async () => {
  await say('第1项已完成');
  expect(await say('不对，第一项也没完成')).toContain(
    '第1项“召开银企对接会”：进行中（原为：已完成）',
  );
  await say('撤销');
  await say('撤销');
});

test('第2项不用我们完成 goes to the office as a question of ownership', async () => {
  expect(await say('第2项不用我们完成')).toContain('归属已转督办人员核实');
  await say('撤销');
});

describe('days and months', () => {
  test.each(['第2项2月30号前完成', '第2项9月31日前完成', '第2项13月完成'])(
    '“%s” names a day that does not exist',
    async (text) => expect(await say(text)).toContain('本条没有记录'),
  );

  test('1月的第1项 is of January’s list, which this unit does not have', async () => {
    expect(await say('1月的第1项已完成')).toContain('科技经信局1月没有事项，本条没有记录');
    expect(await once('3月的第1项已完成')).toContain('第1项“召开银企对接会”：已完成');
  });
});

describe('a correction keeps the numbers of the card', () => {
  test('when the last report is shown, and when a figure of it is changed', async () => {
    await say('第1项已完成，第3项投资3200万元，第4项完成');
    const shown = await say('刚才说错了');
    expect(shown).toContain('第1项“召开银企对接会”：已完成');
    expect(shown).toContain('第3项“开展规上企业走访”：进行中');
    expect(shown).toContain('第4项“筹备产业链招商活动”：已完成');
    const changed = await say('投资是2300万不是3200万');
    expect(changed).toContain('第3项“开展规上企业走访”：进行中；数据 3200万 → 2300万');
    expect(changed).toContain('第4项“筹备产业链招商活动”：已完成');
    await say('撤销');
    await say('撤销');
  });
});

test('time that has been agreed to is not asked for again', async () => {
  await say('第3项申请延期到4月10号');
  await march.press(OFFICE, march.find(OFFICE, '延期申请'), '同意延期');
  for (const again of ['第3项申请延期到4月10号', '第3项申请延期'])
    expect(await say(again)).toContain('延期此前已经同意，期限为 4月10日，不必再次申请');
  expect(await say('第3项申请延期到4月20号')).toContain('延期申请已转督办人员');
  await say('撤销');
});

test('of a long message the beginning is quoted', async () => {
  const reply = await say(`第3项${'情况比较复杂，需要慢慢说，'.repeat(500)}`);
  expect(reply).toContain('（全文 6503 字，已完整留存）');
  expect(reply.length).toBeLessThan(6503);
});

test('what is only implied of the others is shown before it is recorded', async () => {
  const { asOf: _, ...before } = await march.summary();
  expect(await say('就差第2项了')).toContain('理解如下，还没有记录');
  expect(await march.summary()).toMatchObject(before);
});
