import { expect, test } from 'vitest';
import { findDatePhrases } from '../../src/calendar/date-phrase.ts';

test.each([
  ['延期到元月底', '2027-01-31'],
  ['元月10日前', '2027-01-10'],
  ['到位资金3万元月底前使用', '2026-12-31'],
])('%s, said in December, ends on %s', (text, end) => {
  expect(findDatePhrases(text, '2026-12-01').map((d) => d.end)).toEqual([end]);
});
