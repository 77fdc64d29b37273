import { expect, test } from 'vitest';
import { readCommand } from '../../src/intent/read-command.ts';
import { readPlanOrder } from '../../src/intent/read-plan-order.ts';
import { readSwitchOrder } from '../../src/intent/read-switch-order.ts';
import { readTargetOrder } from '../../src/intent/read-target-order.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';

const units = indexUnitNames(
  ['科技经信局', '开发区', '财政局'].map((name) => ({ name, names: [name] })),
);
const context = { refDate: '2026-03-02', units };
const orders = (text: string) =>
  [
    readCommand(text, context),
    readPlanOrder(text, context),
    readSwitchOrder(text),
    readTargetOrder(text),
  ].filter((order) => order !== undefined);

test.each([
  '3月第3项没有取消',
  '3月第3项不取消',
  '3月第3项不暂缓',
  '3月第3项还没暂缓',
  '3月第3项期限没有改为3月20日',
  '3月第3项期限不要改到3月20日',
  '3月第3项期限已改为3月20日',
  '昨天把3月第3项期限改为3月20日',
  '如果下雨3月第3项期限改为3月20日',
  '3月第3项不改由财政局牵头',
  '3月第3项没有改派财政局',
  '别名不是科经局=科技经信局',
  '相关乡镇不包括大桥镇',
  '李明不是科技经信局的联络员',
  '李明以前是科技经信局的联络员',
  '不要设置李四为开发区联络员',
  '不要取消李四的联络员',
  '问题3不由自然资源局负责',
  '问题3已于3月20日解决',
  '问题3没有在4月底前解决',
  '提醒时间没有改为9点半',
  '提醒时间不要改为9点半',
  '周县长没有分管财政局',
  '周县长以前分管财政局',
  '规上产值不晚一个月报',
])('%s orders nothing', (text) => {
  expect(orders(text)).toEqual([]);
});

test.each([
  '3月第3项不再开展',
  '3月第3项暂时不开了',
  '3月第3项取消',
  '3月第3项期限改为3月20日',
  '3月第3项改由财政局牵头',
  '别名 科经局=科技经信局',
  '李刚是科技经信局的联络员',
  '设置 王正 为 开发区 联络员',
  '不锈钢产业园建设暂缓',
  '未来产业培育取消',
  '若干措施起草暂缓',
  '相关乡镇包括大桥镇、城关镇',
  '李明是科技经信局的联络员',
  '问题3由自然资源局负责，不晚于4月30日解决',
  '提醒时间改为9点半',
  '规上产值晚一个月报',
])('%s does', (text) => {
  expect(orders(text)).toHaveLength(1);
});

test('不是错月指标 says that it comes in its own month', () => {
  expect(readTargetOrder('规上产值不是错月指标')).toMatchObject({ months: 0, name: '规上产值' });
});

test('不再分管 ends it', () => {
  expect(readSwitchOrder('周县长不再分管财政局')).toMatchObject({ on: false, person: '周县长' });
  expect(readSwitchOrder('周县长分管财政局')).toMatchObject({ on: true, person: '周县长' });
});
