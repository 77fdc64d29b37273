import { expect, test } from 'vitest';
import { maskMobiles, maskMobilesIn } from '../../src/text/mobiles.ts';

test.each([
  ['联系人：王建国，13812345678', '联系人：王建国，138＊＊＊＊5678'],
  ['电话139-1234-5678。', '电话139＊＊＊＊5678。'],
  ['办公室：0564-5021234', '办公室：0564-5021234'],
  ['服务热线：13812345678', '服务热线：13812345678'],
  ['总投资13812345678元', '总投资13812345678元'],
  ['编号201381234567890', '编号201381234567890'],
  ['id 7f0c-138123456789', 'id 7f0c-138123456789'],
])('%s', (text, shown) => expect(maskMobiles(text)).toBe(shown));

test('in every text of a card, and nothing else of it changes', () => {
  const card = { a: [{ content: '找13812345678' }, { size: 3 }], b: null };
  expect(maskMobilesIn(card)).toEqual({
    a: [{ content: '找138＊＊＊＊5678' }, { size: 3 }],
    b: null,
  });
});
