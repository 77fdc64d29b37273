import { afterAll, beforeAll, expect, test } from 'vitest';
import { planIn } from '../../src/chat/reports/named-plan.ts';
import { textOf } from '../support/county.ts';
import {
  LEADER,
  LIAISON,
  type March,
  OFFICE,
  SUCCESSOR,
  startMarch,
  ZONE,
} from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

const BAMBOO = [
  '2026年竹产业提质专项行动任务表,,,',
  '月份,工作任务,牵头单位,配合单位',
  '3月,完成竹材市场选址,开发区,科技经信局',
  '3月,组织竹企外出学习,科技经信局,',
  '4月,举办竹制品设计大赛,科技经信局,开发区',
  '4月,兑现竹企贷款贴息,财政局,',
].join('\n');

let march: March;

beforeAll(async () => {
  march = await startMarch();
  await march.sendFile(OFFICE, { name: '竹产业.csv', bytes: utf8(BAMBOO) });
  await said(OFFICE, '确认');
  await said(OFFICE, '发布计划');
  await march.goTo('2026-03-03T09:30:00+08:00');
});
afterAll(() => march.close());

const said = async (who: string, text: string) => textOf(await march.ask(who, text));
const inbox = (who: string, text: string) => march.inbox(who).filter((m) => m.includes(text));

test('the office sees a unit’s item under the number that the unit sees', async () => {
  expect(inbox(LIAISON, '**5.** 组织竹企外出学习')).toHaveLength(1);
  const list = await said(OFFICE, '科技经信局还有哪些没完成');
  expect(list.indexOf('**5.** 组织竹企外出学习')).toBeLessThan(
    list.indexOf('**6.** 完成竹材市场选址'),
  );
  expect(await said(OFFICE, '科技经信局第5项进展')).toContain('组织竹企外出学习');
  expect(await said(OFFICE, '科技经信局3月第5项进展')).toContain('组织竹企外出学习');
});

test('an order that names a plan is of that plan', async () => {
  const order = await said(OFFICE, '暂缓竹产业3月第2项');
  expect(order).toContain('组织竹企外出学习');
  expect(order).not.toContain('完成标准厂房主体工程');
  await said(OFFICE, '算了');
});

test.each([
  '取消竹产业任务表第2项组织竹企外出学习',
  '竹产业任务表3月第2项组织竹企外出学习取消',
  '竹产业任务表第2项取消',
  '竹产业任务表第2项组织竹企外出学习期限改为3月28日',
])('%s is of the plan and the task that it names, whatever was shown last', async (order) => {
  await said(OFFICE, '科技经信局还有哪些没完成');
  const asked = await said(OFFICE, order);
  expect(asked).toContain('第2项 组织竹企外出学习');
  expect(asked).not.toContain('完成标准厂房主体工程');
  await said(OFFICE, '算了');
});

test('a number and words that are of two tasks are asked about', async () => {
  const asked = await said(OFFICE, '取消竹产业任务表第1项组织竹企外出学习');
  expect(asked).toContain('序号和内容对不上，没有改动');
  expect(asked).toContain('第1项“完成竹材市场选址”');
  expect(asked).toContain('第2项“组织竹企外出学习”');
});

test('a change that changes nothing names its task', async () => {
  expect(await said(OFFICE, '竹产业任务表3月第1项牵头改成开发区')).toContain(
    '第1项“完成竹材市场选址”本来就是',
  );
});

test('a new task says which plan it goes to, and goes to the one that is named', async () => {
  const plain = await said(OFFICE, '新增任务 3月25日前 上报一季度运行分析 牵头：科技经信局');
  expect(plain).toContain('计划：《2026年重点工作');
  await said(OFFICE, '算了');
  const named = await said(OFFICE, '竹产业计划新增任务 3月20日前 组织竹企座谈 牵头：科技经信局');
  expect(named).toContain('计划：《2026年竹产业提质专项行动任务表》');
  expect(named).toContain('<br>组织竹企座谈');
  await said(OFFICE, '算了');
});

test('a plan that is asked after is shown with all its tasks', async () => {
  for (const [who, question] of [
    [OFFICE, '竹产业计划进展怎么样'],
    [LEADER, '竹产业完成得怎么样'],
  ] as const) {
    const list = await said(who, question);
    expect(list).toContain('完成竹材市场选址');
    expect(list).toContain('组织竹企外出学习');
    expect(list).not.toContain('召开银企对接会');
  }
});

test('asking again for one plan is of that plan, and counts a unit once', async () => {
  const one = await said(OFFICE, '把竹产业的任务再催一下');
  expect(one).toContain('2 个单位的联络员私聊提醒《2026年竹产业提质专项行动任务表》');
  expect(one).toContain('2 项牵头工作');
  expect(await said(OFFICE, '把3月的任务再催一下')).toContain('将向 2 个单位');
  await said(OFFICE, '算了');
});

test('通过 alone shows what waits and decides nothing', async () => {
  await said(OFFICE, '开启办结审核');
  await said(LIAISON, '第3项已完成');
  expect(await said(OFFICE, '通过')).toContain('办结待审核 · 科技经信局：开展规上企业走访');
  expect(await march.summary()).toMatchObject({ done: 0 });
  expect(await said(OFFICE, '通过科技经信局第3项')).toContain('通过（钱督办');
  expect(await march.summary()).toMatchObject({ done: 1 });
  await said(OFFICE, '关闭办结审核');
});

test('代填 by the number that a plan counts its tasks by is shown first, with the unit', async () => {
  const asked = await march.ask(OFFICE, '代填 开发区 竹产业的第1项已完成（电话，吴主任）');
  expect(textOf(asked)).toMatch(/开发区<br>第\d项“完成竹材市场选址”：已完成/);
  await march.press(OFFICE, asked, '是这个意思，请记录');
  expect(inbox(ZONE, '代贵单位填报（电话，吴主任）')).toHaveLength(1);
  await said(OFFICE, '撤销');
});

test('暂缓4月提醒 holds the cards of both plans in one change, which is undone whole', async () => {
  const held = await march.ask(OFFICE, '暂缓4月提醒');
  expect(textOf(held)).toContain('4月提醒已暂缓');
  expect(await march.press(OFFICE, held, '撤销')).toContain('恢复为“照常发送”');
  expect(await said(OFFICE, '恢复4月提醒')).toContain('没有暂缓');
  await said(OFFICE, '暂缓4月提醒');
  expect(await said(OFFICE, '恢复4月提醒')).toContain('已恢复');
  expect(await said(OFFICE, '撤销')).toContain('恢复为“暂缓”');
  await said(OFFICE, '恢复4月提醒');
});

test('交接 hands over the cards of both plans', async () => {
  await said(SUCCESSOR, '你好');
  await said(LIAISON, '交接 赵接任');
  await said(LIAISON, '确认');
  expect(inbox(SUCCESSOR, '**1.** 召开银企对接会')).toHaveLength(1);
  expect(inbox(SUCCESSOR, '**5.** 组织竹企外出学习')).toHaveLength(1);
  expect(await said(SUCCESSOR, '第5项正在推进')).toContain('第5项“组织竹企外出学习”：进行中');
});

test('beside a new month’s card, a number of what was asked after again is asked about', async () => {
  await march.goTo('2026-03-31T09:30:00+08:00');
  await march.goTo('2026-04-01T09:30:00+08:00');
  const again = inbox(SUCCESSOR, '已过期限，尚待反馈').join();
  expect(again).toContain('**1.** 召开银企对接会');
  expect(inbox(OFFICE, '没有联络员也没有绑定群：财政局')).toHaveLength(1);
  expect(inbox(SUCCESSOR, '4月重点工作').at(-1)).toContain('**1.** 举办竹制品设计大赛');
  const reply = await said(SUCCESSOR, '第1项已完成');
  expect(reply).toContain('还没有记录');
  expect(reply).toContain('召开银企对接会');
  expect(reply).toContain('举办竹制品设计大赛');
});

test.each([
  ['再催一下竹产业的任务', '竹产业提质行动任务表'],
  ['把工业那个计划催一下', '工业重点工作明细表'],
  ['催一下重点工作', undefined],
  ['竹子砍伐许可还没办', undefined],
  ['工业园区道路暂缓', undefined],
])('%s speaks of the plan %s', (text, title) => {
  const plans = [{ title: '工业重点工作明细表' }, { title: '竹产业提质行动任务表' }];
  expect(planIn(text, plans)?.title).toBe(title);
});
