import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, startMarch } from '../support/march.ts';
import { takeBack } from '../support/take-back.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string) => textOf(await march.ask(LIAISON, text));

test.each([
  ['第3项走访了12家，昨天去的', '开展规上企业走访'],
  ['第1项定了20号开，局长昨天批的', '召开银企对接会'],
  ['3月第3项报了6家企业进度', '开展规上企业走访'],
  ['2号那项主体到三层了，统计局说25号左右验收', '完成标准厂房主体工程'],
  ['3的话12家都走访了', '开展规上企业走访'],
  ['银企对接会没开成，下雨取消了', '召开银企对接会'],
])('“%s” is recorded, or asked about, as a report', async (said, content) => {
  const reply = await say(said);
  expect(reply).toMatch(/已记录|还没有记录|请点选对应的事项/u);
  expect(reply).toContain(content);
  if (reply.includes('已记录')) await takeBack(march, LIAISON);
});

test('第2个这个月没啥新的 asks how that item stands', async () => {
  const reply = await say('第2个这个月没啥新的');
  expect(reply).toContain('完成标准厂房主体工程');
  expect(reply).not.toContain('开展规上企业走访');
});

test('第2项收到 is heard', async () => {
  expect(await say('第2项收到')).not.toContain('完成标准厂房主体工程');
});

test.each(['第3项进度', '第2项报了没', '第3项完成了吗'])('“%s” asks', async (said) =>
  expect(await say(said)).not.toMatch(/已记录|还没有记录/u),
);
