import { describe, expect, test } from 'vitest';
import { readOwnDays } from '../../src/calendar/own-days.ts';
import { ownDayProblem } from '../../src/calendar/wording.ts';

describe('a table of own days', () => {
  test.each([
    ['2027-01-01 休 元旦', '2027-01-01', false],
    ['2027-02-07 班', '2027-02-07', true],
    ['2027/2/7,上班,春节调休', '2027-02-07', true],
    ['2027年2月7日 补班', '2027-02-07', true],
    ['2027.05.01\t放假', '2027-05-01', false],
    ['２０２７－０１－０１　休', '2027-01-01', false],
    ['2027-01-01：休（元旦）', '2027-01-01', false],
    ['2027年10月8号 工作日', '2027-10-08', true],
    ['2028-02-29 假', '2028-02-29', false],
  ])('%s', (line, day, works) => {
    expect(readOwnDays(line)).toEqual({ days: new Map([[day, works]]), problems: [] });
  });

  test.each([
    ['2027年2月5日至11日 休 春节', '2027-02-05', '2027-02-11', 7],
    ['2027-02-28~2027-03-02 休', '2027-02-28', '2027-03-02', 3],
    ['2027年12月31日到2028年1月2日 放假', '2027-12-31', '2028-01-02', 3],
    ['2027年9月30日—10月3日 休', '2027-09-30', '2027-10-03', 4],
  ])('%s covers every day', (line, from, to, count) => {
    const { days, problems } = readOwnDays(line);
    expect(problems).toEqual([]);
    expect([...days.keys()].at(0)).toBe(from);
    expect([...days.keys()].at(-1)).toBe(to);
    expect(days.size).toBe(count);
  });

  test('may have remarks, empty lines and the same day twice', () => {
    const { days, problems } = readOwnDays(
      '# 2027年放假安排\r\n\r\n2027-01-01 休\r\n2027-01-01 休 元旦\r\n',
    );
    expect(problems).toEqual([]);
    expect(days.size).toBe(1);
  });

  test('is read to its end, and every bad line is named with its reason', () => {
    const { days, problems } = readOwnDays(
      [
        '2027-01-01 休',
        '元旦放假三天',
        '2027-02-30 休',
        '2027-05-01',
        '2027-05-02 休眠',
        '2027-06-09至2027-06-07 休',
        '2027-07-01至2027-08-31 休',
        '2027-01-01 班',
        '2027-02-07 班',
      ].join('\n'),
    );
    expect([...days.keys()]).toEqual(['2027-01-01', '2027-02-07']);
    expect(problems.map((p) => [p.line, p.kind])).toEqual([
      [2, 'no-date'],
      [3, 'no-such-day'],
      [4, 'no-word'],
      [5, 'no-word'],
      [6, 'backwards'],
      [7, 'too-long'],
      [8, 'contradiction'],
    ]);
    expect(problems.map(ownDayProblem)[1]).toBe('第3行“2027-02-30 休”：没有这一天，请核对日期');
    expect(new Set(problems.map(ownDayProblem)).size).toBe(problems.length);
  });
});
