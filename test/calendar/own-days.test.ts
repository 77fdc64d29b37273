import { describe, expect, test } from 'vitest';
import { type OwnDaysTable, readOwnDays as read } from '../../src/calendar/own-days.ts';
import { ownDayProblem } from '../../src/calendar/wording.ts';

const linesOf = (text: string) =>
  text.split(/\r?\n/).map((line, i) => ({ where: `第${i + 1}行`, text: line }));
const readOwnDays = (text: string, year?: number): OwnDaysTable => read(linesOf(text), year);

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
    expect(problems.map((p) => [p.where, p.kind])).toEqual([
      ['第2行', 'no-date'],
      ['第3行', 'no-such-day'],
      ['第4行', 'no-word'],
      ['第5行', 'no-word'],
      ['第6行', 'backwards'],
      ['第7行', 'too-long'],
      ['第8行', 'contradiction'],
    ]);
    expect(problems.map(ownDayProblem)[1]).toBe('第3行“2027-02-30 休”：没有这一天，请核对日期');
    expect(new Set(problems.map(ownDayProblem)).size).toBe(problems.length);
  });

  test.each([
    ['2027-01-01,元旦,休', '2027-01-01', false],
    ['20270207,春节,补班', '2027-02-07', true],
    ['元旦 2027-01-01 周五 法定节假日', '2027-01-01', false],
    ['2027/5/8 星期六 调休上班', '2027-05-08', true],
    ['上班：2027年9月26日', '2027-09-26', true],
  ])('%s is read wherever its word stands', (line, day, works) => {
    expect(readOwnDays(line)).toEqual({ days: new Map([[day, works]]), problems: [] });
  });

  test('labels in front hold for the dates after them', () => {
    const { days } = readOwnDays('放假：2027年5月1日至5日；上班：4月25日、5月8日');
    expect([...days].filter(([, works]) => works).map(([d]) => d)).toEqual([
      '2027-04-25',
      '2027-05-08',
    ]);
  });

  test('调休 alone is asked: it is said of both', () => {
    expect(readOwnDays('2027-02-07 调休').problems[0]?.kind).toBe('no-word');
  });

  test('a notice is read as it is published, with the year of its title', () => {
    const { days, problems } = readOwnDays(
      [
        '某办公厅关于2027年部分节假日安排的通知',
        '各单位：',
        '现将放假调休日期的具体安排通知如下。',
        '一、元旦：1月1日（周五）至3日（周日）放假，共3天。',
        '二、春节：2月5日（农历腊月二十九、周五）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。',
        '节假日期间，各单位要妥善安排值班。',
        '2026年11月4日',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect([...days].filter(([, works]) => works).map(([d]) => d)).toEqual([
      '2027-02-14',
      '2027-02-20',
    ]);
    expect([...days].filter(([, works]) => !works)).toHaveLength(10);
  });

  test('a date without a year has the year of the file, or is asked', () => {
    expect([...readOwnDays('1月1日 休', 2027).days.keys()]).toEqual(['2027-01-01']);
    expect(readOwnDays('1月1日 休').problems[0]?.kind).toBe('no-year');
    expect([...readOwnDays('12月31日至1月2日 休', 2027).days.keys()].at(-1)).toBe('2028-01-02');
  });
});
