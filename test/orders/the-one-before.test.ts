import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;
beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const ask = async (text: string) => textOf(await march.ask(OFFICE, text));

test.each([
  ['把那个任务取消', '取消'],
  ['刚才新增的那项期限改为3月27日', '期限改为 3月27日'],
  ['上一条改成3月27日前', '期限改为 3月27日'],
  ['取消那项', '取消'],
  ['改成3月27号', '期限改为 3月27日'],
  ['再加个配合单位财政局', '配合单位改为财政局'],
  ['牵头单位改为科技经信局', '牵头单位改为科技经信局'],
])('%s is of the task that was added just before', async (order, change) => {
  await ask('县长刚交办：3月25日前各园区报送闲置厂房清单，开发区牵头');
  expect(await ask('确认')).toContain('已新增');
  const asked = await ask(order);
  expect(asked).toContain(`改动：${change}`);
  expect(asked).toContain('各园区报送闲置厂房清单');
  await ask('算了');
  await ask('撤销');
});

test('where nothing was changed or shown, it is asked which', async () => {
  const fresh = await startMarch();
  expect(textOf(await fresh.ask(OFFICE, '把那个任务取消'))).toContain('没有找到这一项，没有改动');
  await fresh.close();
});

test.each(['开发区那边说招商活动场地明天定', '开发区这边反馈：招商活动还在筹备'])(
  '%s is said for that unit',
  async (text) => {
    expect(await ask(text)).toContain('招商活动');
    await ask('算了');
  },
);
