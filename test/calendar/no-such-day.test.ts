import { expect, test } from 'vitest';
import { findNoSuchDay } from '../../src/calendar/no-such-day.ts';

test.each([
  ['第2项2月30号前完成', '2月30号'],
  ['9月31日前报', '9月31日'],
  ['六月三十一号交', '六月三十一号'],
  ['6.31前办结', '6.31'],
  ['35号前能完成', '35号'],
  ['13月完成', '13月'],
  ['2月29日召开', '2月29日'],
])('%s names a day that 2026 does not have', (text, day) => {
  expect(findNoSuchDay(text, '2026-05-20')).toBe(day);
});

test('the 29th of February is a day of a leap year', () => {
  expect(findNoSuchDay('2月29日召开', '2028-01-10')).toBeUndefined();
});

test.each([
  '2月28号前完成',
  '58号文已印发',
  '投资3.5亿',
  '25号前完成',
  '1月31日已报',
  '第12项30日前报',
  '增长6.31%',
])('%s names none', (text) => expect(findNoSuchDay(text, '2026-05-20')).toBeUndefined());
