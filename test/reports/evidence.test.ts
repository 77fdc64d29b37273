import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const send = async (name: string, content: Uint8Array) =>
  textOf(await march.sendFile(LIAISON, { name, bytes: content }));

test('a file sent after a report is kept as its evidence, once, and shown with it', async () => {
  await march.ask(LIAISON, '第1项已完成');
  const reply = await send('签到表.txt', bytes('参会企业三十家'));
  expect(reply).toContain('附件“签到表.txt”已存为佐证，归入：第1项“召开银企对接会”：已完成');
  expect(await send('签到表（副本）.txt', bytes('参会企业三十家'))).toContain('没有重复保存');
  const list = await march.ask(OFFICE, '召开银企对接会进展怎么样');
  await march.press(OFFICE, list, '查看');
  expect(textOf(march.find(OFFICE, '反馈记录'))).toContain('（附件：签到表.txt）');
});

test('a file sent before a report goes with it', async () => {
  await march.goTo('2026-03-03T10:00:00+08:00');
  expect(await send('照片说明.txt', bytes('现场情况'))).toContain('半小时内的反馈会带上它');
  await march.ask(LIAISON, '第3项正在推进');
  const list = await march.ask(OFFICE, '开展规上企业走访进展怎么样');
  await march.press(OFFICE, list, '查看');
  expect(textOf(march.find(OFFICE, '反馈记录'))).toContain('（附件：照片说明.txt）');
});

test('a file over 20 MB gets one clear line, and one with a secret marking is not kept', async () => {
  expect(await send('录像.bin', new Uint8Array(20 * 1024 * 1024 + 1))).toContain(
    '“录像.bin”超过 20 MB，没有保存',
  );
  expect(await send('方案.txt', bytes('机密★1年\n\n某某工作方案\n\n一、总体要求'))).not.toContain(
    '已存',
  );
});

test('撤销 takes it away again', async () => {
  await march.goTo('2026-03-04T10:00:00+08:00');
  await send('发错了.txt', bytes('不是这个'));
  expect(textOf(await march.ask(LIAISON, '撤销'))).toContain('附件“发错了.txt”已删除');
});
