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

test('我们配合的部分弄好了 is of the one item that the unit helps with', async () => {
  expect(await say('我们配合的部分弄好了')).toContain('第4项“筹备产业链招商活动”：已完成');
  await takeBack(march, LIAISON);
});
