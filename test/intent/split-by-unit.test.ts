import { expect, test } from 'vitest';
import { splitByUnit } from '../../src/intent/split-by-unit.ts';
import { indexUnitNames } from '../../src/text/unit-name.ts';

const units = indexUnitNames(
  ['财政局', '住建局', '开发区', '林业局'].map((name) => ({ name, aliases: [] })),
);

test.each([
  ['刚才电话：财政局第1项办完了，住建局第3项还在走流程', 2],
  ['代填 财政局第1项已完成；住建局第3项正在推进（电话，张三）', 2],
  ['财政局：第1项已完成\n住建局：第3项还没动\n林业局：第2项卡在用地', 3],
  ['刚打了一圈电话，财政局说资金拨了，住建局说管网还差两公里', 2],
  ['财政局资金已拨付。林业局苗木还没栽完', 2],
  ['财政局第1项办完了，住建局配合得很好', 1],
  ['财政局第1项卡在住建局，开发区还没签字', 1],
  ['财政局第1项已完成，第2项正在推进', 1],
  ['开发区的路修好了，财政局的钱还没到', 1],
])('%s is of %i units', (text, n) => {
  expect(splitByUnit(text, units)).toHaveLength(n);
});
