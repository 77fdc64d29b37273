import { expect, test } from 'vitest';
import { withoutPhones } from '../../src/text/without-phones.ts';

test.each([
  ['第2项已完成 来源：林业局李工电话 13812345678', '第2项已完成 来源：林业局李工电话'],
  ['联系人王工（138-1234-5678）说还没批', '联系人王工说还没批'],
  ['已办结，联系电话：0551-1234567', '已办结，'],
  ['资金还没拨，有事打+86 13812345678', '资金还没拨，有事打'],
])('%s', (text, said) => {
  expect(withoutPhones(text)).toBe(said);
});

test.each(['完成投资13812345678元', '走访12家，签约3个', '2026-03-12前办结', '文号〔2026〕1381号'])(
  '%s holds no telephone number',
  (text) => {
    expect(withoutPhones(text)).toBe(text);
  },
);
