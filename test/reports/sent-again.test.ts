import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string, who = LIAISON) => textOf(await march.ask(who, text));

test('an item that never stood on a card is in the list that a liaison has sent again', async () => {
  const draft = await march.ask(
    OFFICE,
    '新增一项任务：编印惠企政策汇编，3月底前完成，科技经信局牵头',
  );
  await march.press(OFFICE, draft, '确认');
  for (const asked of ['把我的任务再发一遍', '清单没收到', '任务再发一遍'])
    expect(await say(asked)).toContain('编印惠企政策汇编');
});

test('and is reported by its number there', async () => {
  const list = await say('卡片没看到，再发一下');
  const no = /\*\*(\d+)\.\*\* 编印惠企政策汇编/u.exec(list)?.[1];
  expect(await say(`第${no}项已完成`)).toContain('编印惠企政策汇编');
});
