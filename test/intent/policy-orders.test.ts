import { expect, test } from 'vitest';
import { readPolicyOrder } from '../../src/intent/policy-orders.ts';

test.each([
  ['把《云溪县若干措施》移出政策库', '云溪县若干措施', true, 'out'],
  ['《云溪县若干措施》下架', '云溪县若干措施', true, 'out'],
  ['请把若干措施从政策库里删掉', '若干措施', true, 'out'],
  ['从政策库删除云溪县技改补贴细则', '云溪县技改补贴细则', true, 'out'],
  ['下架云工信〔2024〕5号', '云工信〔2024〕5号', false, 'out'],
  ['删除技改补贴办法', '技改补贴办法', false, 'out'],
  ['《若干措施》改为内部', '若干措施', true, 'internal'],
  ['把若干措施改成内部文件', '若干措施', false, 'internal'],
  ['《若干措施》先不要对外公开', '若干措施', true, 'internal'],
  ['不要公开《若干措施》了', '若干措施', true, 'internal'],
  ['《若干措施》只给内部看', '若干措施', true, 'internal'],
  ['《若干措施》改为公开', '若干措施', true, 'public'],
  ['《若干措施》可以公开了', '若干措施', true, 'public'],
  ['对外公开《若干措施》', '若干措施', true, 'public'],
  ['《若干措施》只给财政局、税务局看', '若干措施', true, { units: '财政局、税务局' }],
  ['把《若干措施》的可见范围改为财政局和税务局可见', '若干措施', true, { units: '财政局和税务局' }],
])('%s', (text, document, isSure, to) => {
  expect(readPolicyOrder(text)).toEqual({ document, isSure, to });
});

test.each([
  '《若干措施》可以公开吗？',
  '《若干措施》什么时候废止',
  '删除4月第3项',
  '取消第3项',
  '把简报删掉',
  '第2项改为12月底前完成',
  '《实施方案》已公开征求意见',
  '第1项已完成，方案已公开',
  '《若干措施》已印发',
  '推送《若干措施》给财政局',
  '把《若干措施》发给财政局',
])('%s is none', (text) => {
  expect(readPolicyOrder(text)).toBeUndefined();
});
