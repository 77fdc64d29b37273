import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { COLLEAGUE, LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';
import { takeBack } from '../support/take-back.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string) => textOf(await march.ask(LIAISON, text));

test('我们配合的部分弄好了 is of the one item that the unit helps with', async () => {
  expect(await say('我们配合的部分弄好了')).toContain('第4项“筹备产业链招商活动”：已完成');
  await takeBack(march, LIAISON);
});

test('more time without a reason is taken, and the reason asked for and put with it', async () => {
  expect(await say('第1项申请延期到4月10日')).toContain('请补一句原因');
  const reply = await say('原因是设备没有到货');
  expect(reply).toContain('第1项“召开银企对接会”：申请延期');
  expect(reply).toContain('设备没有到货');
  expect(reply).not.toContain('请补一句原因');
  const asked = march.inbox(OFFICE).filter((m) => m.includes('设备没有到货'));
  expect(asked).not.toEqual([]);
});

test('a difficulty says that the time asked for still waits, on the card too', async () => {
  const toast = await march.press(LIAISON, march.cardOf(LIAISON), '有困难');
  expect(toast).toBe('已记录：有困难。此前的延期申请仍待答复。');
});

test('a difficulty that is told with its cause is not asked for one', async () => {
  expect(await say('第3项有困难')).toContain('请补一句原因');
  expect(await say('第3项有困难，企业不配合')).not.toContain('请补一句原因');
});

test('what is not the unit’s own is asked whose it is', async () => {
  expect(await say('第2项不归我们牵头')).toContain('请补一句应由谁负责');
  expect(await say('第2项应由开发区牵头')).not.toContain('请补一句');
});

test('a recalled report is withdrawn, and one tap records it again', async () => {
  const me = march.sim.as(LIAISON);
  const id = me.send('第2项正在推进，设备已进场');
  await march.settle();
  me.recall(id);
  await march.settle();
  const told = march.find(LIAISON, '反馈已随之撤回');
  expect(await march.press(LIAISON, told, '情况没有变化，恢复记录')).toContain('已记录');
  expect(march.inbox(LIAISON).at(-1)).toContain(
    '“完成标准厂房主体工程”：进行中。原话：正在推进，设备已进场',
  );
});

test('a recalled report is not recorded again over what was told since', async () => {
  const me = march.sim.as(LIAISON);
  const id = me.send('第2项已完成');
  await march.settle();
  me.recall(id);
  await march.settle();
  const told = march.find(LIAISON, '反馈已随之撤回');
  expect(await say('第2项卡在用地指标')).toContain('有困难');
  expect(await march.press(LIAISON, told, '情况没有变化，恢复记录')).toContain(
    '此后已由李联络反馈为“有困难”',
  );
  expect(await say('第2项进展如何')).toContain('有困难');
});

test('a reason that comes late does not undo what a colleague has reported since', async () => {
  expect(await say('第3项有困难')).toContain('请补一句原因');
  const hers = textOf(await march.ask(COLLEAGUE, '第3项已完成'));
  expect(hers).toContain('“开展规上企业走访”：已完成');
  const reply = await say('原因是资金没到位');
  expect(reply).toContain('“开展规上企业走访”此后已由王五反馈为“已完成”');
  expect(reply).not.toContain('已记录');
  expect(await say('第3项进展如何')).toContain('已完成');
});
