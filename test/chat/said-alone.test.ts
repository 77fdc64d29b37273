import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;
beforeAll(async () => {
  march = await startMarch();
  await march.ask(LIAISON, '第2项卡在用地指标');
});
afterAll(() => march.close());

const ask = async (who: string, text: string) => textOf(await march.ask(who, text));

test.each(['周末别发提醒', '晚上不要催了', '节假日会不会发消息', '不要在周末推送'])(
  '%s is answered with what holds anyway',
  async (text) => {
    const reply = await ask(OFFICE, text);
    expect(reply).toContain('本来就不发提醒');
    expect(reply).toContain('20:00');
    expect(reply).toContain('没有改动');
  },
);

test.each(['为啥', '为什么', '凭什么不行', '为什么不行？'])(
  '%s after a refusal says why it was refused',
  async (why) => {
    await ask(LIAISON, '开启办结审核');
    expect(await ask(LIAISON, why)).toContain('按登记的身份办理');
    await ask(OFFICE, '通报批评财政局');
    expect(await ask(OFFICE, why)).toContain('须由有权限的人员审定');
    await ask(OFFICE, '问题9已解决');
    expect(await ask(OFFICE, why)).toContain('上一条已写明：“问题清单上没有第 9 号');
  },
);

test('为啥 after a policy question says whence answers come', async () => {
  await ask(LEADER, '高企首次认定奖励多少');
  expect(await ask(LEADER, '为啥')).toContain('只按已入库文件的原文作答');
});

test('为啥 after a list says what the units said, and how many said nothing', async () => {
  await ask(LEADER, '3月哪些没完成');
  const reply = await ask(LEADER, '为啥');
  expect(reply).toContain('说明了情况的 1 项如下。另有 3 项没有反馈或没有说明原因。');
  expect(reply).toContain('卡在用地指标');
  expect(reply).not.toContain('开展规上企业走访');
});

test('按单位 and 按月份 after a list take it apart anew', async () => {
  await ask(LEADER, '3月哪些没完成');
  const byUnit = await ask(LEADER, '按单位');
  expect(byUnit).toContain('科技经信局');
  expect(byUnit).toContain('开发区');
  expect(byUnit).toContain('未完成');
  await ask(LEADER, '3月哪些没完成');
  expect(await ask(LEADER, '按月份')).toContain('3月重点工作');
});

test('这两个单位 are those of the question before', async () => {
  await ask(LEADER, '科技经信局、开发区3月进度');
  const reply = await ask(LEADER, '这两个单位哪些没完成');
  expect(reply).toContain('科技经信局、开发区');
  expect(await ask(LEADER, '这两个单位的进度')).toContain('科技经信局、开发区');
});

test('what falls due on a day by its name', async () => {
  await march.ask(OFFICE, '3月科技经信局第3项期限改为3月6日');
  await march.ask(OFFICE, '确认');
  const friday = await ask(LEADER, '周五到期的有哪些');
  expect(friday).toContain('开展规上企业走访');
  expect(friday).not.toContain('召开银企对接会');
  expect(await ask(LEADER, '周四到期的有哪些')).not.toContain('开展规上企业走访');
});

test('a task that is asked for after what falls due on a day is looked for on every day', async () => {
  await ask(LEADER, '周五到期的有哪些');
  const reply = await ask(LEADER, '那个银企对接会咋样了');
  expect(reply).toContain('召开银企对接会');
  expect(reply).not.toContain('没有找到');
});

test('还有几家没报 after one unit is asked of all', async () => {
  await ask(OFFICE, '开发区3月进度');
  expect(await ask(OFFICE, '还有几家没报')).toContain('开发区');
  expect(await ask(OFFICE, '还有几家没报')).toContain('尚未反馈的单位');
});

test.each(['重复发了，撤回', '不对，说错了，撤销'])(
  '%s takes back what was done last',
  async (text) => {
    await march.ask(LIAISON, '第3项正在推进');
    expect(await ask(LIAISON, text)).toContain('已撤销 1 项反馈');
  },
);

test('a leader who wants less, or more often, is told what there is', async () => {
  expect(await ask(LEADER, '别老给我发消息')).toContain('批示和关注事项的反馈仍会送达');
  expect(await ask(LEADER, '以后每周给我发一次进度')).toContain('目前只能按月发送');
});
