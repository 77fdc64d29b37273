import { expect, test } from 'vitest';
import { lacksReason, reasonIn } from '../../src/progress/reason-words.ts';

test.each([
  '申请延期到4月10日',
  '请宽限两周',
  '有困难',
  '存在一定困难',
  '卡住了',
  '推不动',
  '第2项不归我们牵头',
])('“%s” gives no reason', (words) => expect(lacksReason(words)).toBe(true));

test.each(['设备没到货，申请延期到4月10日', '资金没到位', '有困难，企业不配合', '这是开发区的事'])(
  '“%s” gives one',
  (words) => expect(lacksReason(words)).toBe(false),
);

test('a reason by itself is known by how it begins', () => {
  expect(reasonIn('原因是设备没到货')).toBe('设备没到货');
  expect(reasonIn('主要是因为用地没批')).toBe('用地没批');
  expect(reasonIn('第1项已完成')).toBeUndefined();
});
