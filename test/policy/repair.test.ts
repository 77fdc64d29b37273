import { expect, test } from 'vitest';
import { repair } from '../../src/policy/repair.ts';

test.each([
  ['縣經濟開發(fā)區(qū)要抓緊建設', '县经济开发区要抓紧建设'],
  ['。ㄒ唬指導思想', '（一）指导思想'],
  ['。ǘ﹛xxx年主要目標', '（二）xxxx年主要目标'],
  ['。ㄈ強化保障', '（三）强化保障'],
  ['項目儲備明顯增加?h直各部門要跟進', '项目储备明显增加。县直各部门要跟进'],
  ['加快建設,提前投產;確保見效', '加快建设，提前投产；确保见效'],
  ['投資3,200萬元', '投资3,200万元'],
  ['[bookmark: _GoBack]為做好工作', '为做好工作'],
  ['應急(yīng)響應(應當報告)', '应急(yīng)响应(应当报告)'],
])('%s is shown as %s', (raw, shown) => {
  expect(repair(raw)).toBe(shown);
});

test('a question mark that ends a sentence stays', () => {
  expect(repair('如何推进?办法如下')).toBe('如何推进?办法如下');
});
