import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command as calendarImport } from '../../src/commands/calendar-import.ts';
import { command as calendarList } from '../../src/commands/calendar-list.ts';
import { command as doctor } from '../../src/commands/doctor.ts';
import { listItems } from '../../src/plan/item-queries.ts';
import { readDaysFile } from '../../src/remind/import-days.ts';
import { loadOwnDays, storeOwnDays } from '../../src/settings/own-days-queries.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, OUTSIDER, startMarch } from '../support/march.ts';
import { makeXlsx, utf8 } from '../support/office-files.ts';
import { publish, task } from '../support/plan-fixture.ts';

const NEXT_YEAR = [
  ['日期', '类型', '说明'],
  ['2027-01-01', '休', '元旦'],
  ['2027-02-06', '休', '春节'],
  ['2027-02-20', '班', '春节调休'],
  ['2027-04-05', '休', '清明'],
  ['2027-05-01', '休', '劳动节'],
  ['2027-06-09', '休', '端午'],
  ['2027-09-15', '休', '中秋'],
  ['2027-10-01', '休', '国庆'],
];

describe("the bureau's own table of working days", () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const dueOf = async (month: number) => (await listItems(march.deps.db, 2026, [month]))[0]?.dueOn;
  const command = async (name: string, text: string) => {
    const file = join(tmpdir(), `${process.pid}-${name}`);
    await writeFile(file, text);
    return march.run(calendarImport, [file]);
  };

  test('moves the due days and the reminders with it, and 撤销 moves them back', async () => {
    expect(await dueOf(4)).toBe('2026-04-30');
    const bytes = utf8('2026年县里放假调整\n2026-04-01 休 县运动会\n2026-04-30,休\n');
    const reply = await march.sendFile(OFFICE, { name: '工作日调整.txt', bytes });
    expect(textOf(reply)).toContain('放假 2 天');
    expect(textOf(reply)).toContain('1 项任务的期限');
    expect(await dueOf(4)).toBe('2026-04-29');
    expect(await march.preview('2026-04-01T09:00:00+08:00')).toBe('[]');
    expect(await march.preview('2026-04-02T09:00:00+08:00')).toContain('举办科技成果对接活动');
    await march.press(OFFICE, reply, '撤销');
    expect(await dueOf(4)).toBe('2026-04-30');
    expect((await loadOwnDays(march.deps.db)).size).toBe(0);
  });

  test('with a wrong row is refused as a whole, and the row named with its place', async () => {
    const sheet = { name: '2027', rows: [...NEXT_YEAR, ['2027-02-30', '休', '']] };
    const reply = await march.sendFile(OFFICE, {
      name: '2027节假日.xlsx',
      bytes: await makeXlsx([sheet]),
    });
    expect(textOf(reply)).toContain('工作表“2027”第10行');
    expect(textOf(reply)).toContain('没有这一天');
    expect((await loadOwnDays(march.deps.db)).size).toBe(0);
    const done = await command('days.csv', '2027-01-01,休\n2027-13-01,休\n');
    expect(done.code).toBe(1);
    expect(done.err).toContain('第2行');
    expect((await loadOwnDays(march.deps.db)).size).toBe(0);
  });

  test('is not seen in a document about something else that names a holiday', () => {
    const paragraph = (text: string, n: number) => ({
      kind: 'paragraph' as const,
      text,
      place: { paragraph: n },
    });
    const blocks = [
      '关于做好国庆放假期间安全生产工作的通知',
      '一、10月1日前完成隐患排查，10月8日上班后报送情况。',
      '二、企业停产检修的，应于9月20日前报备。',
      '三、值班人员24小时在岗。',
    ].map((text, i) => paragraph(text, i + 1));
    const content = { format: 'docx' as const, blocks, problems: [] };
    expect(readDaysFile(content, '安全生产通知.docx').kind).toBe('no-days');
  });

  test('is nobody else’s to send', async () => {
    const bytes = utf8('2026-04-01 休\n');
    const reply = await march.sendFile(LIAISON, { name: '放假.txt', bytes });
    expect(textOf(reply)).not.toContain('已存入');
    expect((await loadOwnDays(march.deps.db)).size).toBe(0);
  });

  test('from November on the office is asked for the next year once a week, until it is there', async () => {
    await publish(march.deps.db, '2026-11-01T10:00:00+08:00', [task(12, '年终盘点')]);
    const asked = () => march.inbox(OFFICE).filter((t) => t.includes('还没有 2027 年')).length;
    await march.goTo('2026-10-30T10:00:00+08:00');
    expect(asked()).toBe(0);
    await march.goTo('2026-11-01T10:00:00+08:00');
    await march.goTo('2026-11-02T07:30:00+08:00');
    expect(asked()).toBe(0);
    await march.goTo('2026-11-02T10:00:00+08:00');
    await march.goTo('2026-11-04T10:00:00+08:00');
    expect(asked()).toBe(1);
    expect(textOf(await march.ask(OFFICE, '提醒预览'))).toContain('已知至 2026 年');
    await march.goTo('2026-11-09T10:00:00+08:00');
    expect(asked()).toBe(2);
    expect((await march.run(doctor, [])).out).toContain('还没有 2027 年的放假调休安排');
    const done = await command('2027.csv', NEXT_YEAR.map((r) => r.join(',')).join('\n'));
    expect(done.out).toContain('已存入 2027 年放假安排：放假 7 天，调休上班 1 天');
    await march.goTo('2026-11-16T10:00:00+08:00');
    expect(asked()).toBe(2);
    expect((await march.run(doctor, [])).out).toContain('已知至 2027 年');
    expect((await march.run(calendarList, [])).out).toContain('2027年 放假：1月1日至3日');
    expect(textOf(await march.ask(OFFICE, '放假安排'))).toContain('调休上班：2月20日');
  });
});

test("what goes to the office by the week and the month keeps the county's own days of rest", async () => {
  const march = await startMarch();
  const act = { actor: 'test', at: march.deps.now() };
  const rests = ['2026-03-09', '2026-03-27', '2026-04-07'] as const;
  await storeOwnDays(march.deps.db, act, new Map(rests.map((day) => [day, false])));
  const heard = (words: string) => march.inbox(OFFICE).some((t) => t.includes(words));
  await march.ask(OUTSIDER, '员工宿舍租金补贴标准是多少？');
  await march.goTo('2026-03-09T09:31:00+08:00');
  expect(heard('政策问答每周清单')).toBe(false);
  await march.goTo('2026-03-10T09:31:00+08:00');
  expect(heard('政策问答每周清单')).toBe(true);
  expect(heard('2026年3月调度材料')).toBe(false);
  await march.goTo('2026-03-26T15:00:00+08:00');
  expect(heard('2026年3月调度材料')).toBe(true);
  await march.goTo('2026-04-07T10:00:00+08:00');
  expect(heard('减负情况：2026年3月')).toBe(false);
  await march.goTo('2026-04-08T10:00:00+08:00');
  expect(heard('减负情况：2026年3月')).toBe(true);
  await march.close();
});
