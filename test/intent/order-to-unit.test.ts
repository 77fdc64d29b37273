import { expect, test } from 'vitest';
import { orderToUnit } from '../../src/intent/order-to-unit.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';

const UNITS = indexUnitNames(
  ['教育局', '水利局', '住建局', '高新区', '县政府办'].map((name) => ({ name, aliases: [] })),
);

test.each([
  ['告诉水利局，河道清淤不能再拖了', '请水利局，河道清淤不能再拖了'],
  ['叫县政府办和住建局盯紧工地，20号之前全部查完', '请县政府办和住建局盯紧工地，20号之前全部查完'],
  ['请住建局25号前把燃气检查做完', '请住建局25号前把燃气检查做完'],
  ['请教育局、高新区这周把没办完的事报个结果', '请教育局、高新区这周把没办完的事报个结果'],
  ['让教育局解释一下学位缺口的事', '请教育局解释一下学位缺口的事'],
  ['安排县政府办1月15日前把座谈会开了', '请县政府办1月15日前把座谈会开了'],
  ['问一下水利局灌区项目为什么没开始', '请水利局说明灌区项目为什么没开始'],
  ['高新区那个走访怎么才8家，抓紧点', '请高新区抓紧推进走访'],
])('%s is an order to the unit', (text, order) => {
  expect(orderToUnit(text, UNITS)).toBe(order);
});

test.each([
  '教育局3月进度',
  '查一下水利局的任务',
  '告诉我水利局完成了多少',
  '问一下水利局3月进度',
  '请列一下住建局没完成的',
  '通知住建局的任务有哪些',
  '高新区怎么才完成3项',
  '请教育局的材料发我看看',
])('%s orders nothing of the unit', (text) => {
  expect(orderToUnit(text, UNITS)).toBeUndefined();
});
