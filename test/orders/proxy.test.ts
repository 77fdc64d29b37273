import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { readProxy } from '../../src/intent/proxy-report.ts';
import { textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

describe('代填: what the office records for a unit', () => {
  let opened: OpenDb;
  let march: March;
  beforeAll(async () => {
    opened = await freshPglite();
    march = await startMarch(opened.db);
  });
  afterAll(async () => {
    await march.close();
    await opened.close();
  });

  test('is stored with its source, shown as such, and told to the unit', async () => {
    const reply = textOf(await march.ask(OFFICE, '代填 科技经信局 第1项已完成（电话，张三）'));
    expect(reply).toContain('第1项“召开银企对接会”：已完成');
    expect(reply).toContain('来源：电话，张三');
    expect(await march.summary()).toMatchObject({ done: 1 });
    expect(textOf(march.cardOf(LIAISON))).toContain('已完成（督办代填，电话，张三，钱督办');
    expect(march.inbox(LIAISON).at(-1)).toContain('如有出入，请直接回复更正');
    const list = await march.ask(LEADER, '科技经信局3月有哪些任务');
    expect(textOf(list)).toContain('督办代填：电话，张三');
  });

  test('is corrected by the unit in its own words', async () => {
    await march.ask(LIAISON, '更正：第1项还没完成，正在推进');
    expect(await march.summary()).toMatchObject({ done: 0, inProgress: 1 });
  });

  test('takes several items at once, dates and all', async () => {
    await march.ask(OFFICE, '代填：开发区第1项已完成，第2项25号前完成（书面材料）');
    expect(await march.summary()).toMatchObject({ done: 1 });
    expect(textOf(march.cardOf(LIAISON))).not.toContain('书面材料');
  });

  test('is undone by who recorded it', async () => {
    await march.ask(OFFICE, '撤销');
    expect(await march.summary()).toMatchObject({ done: 0 });
  });

  test('asks for what is missing and changes nothing', async () => {
    expect(textOf(await march.ask(OFFICE, '代填 科技经信局 已完成（电话）'))).toContain('没有改动');
    expect(textOf(await march.ask(OFFICE, '代填 某某局 第1项已完成'))).toContain('请写明单位');
    expect(textOf(await march.ask(LIAISON, '代填 开发区 第1项已完成'))).toContain('由督办人员办理');
    expect(await march.summary()).toMatchObject({ done: 0 });
  });
});

test.each([
  ['代填 科技经信局 第1项已完成（电话，张三）', '科技经信局 第1项已完成', '电话，张三'],
  ['代填：统计局第2项进行中(来源：3月5日纸质材料)', '统计局第2项进行中', '3月5日纸质材料'],
  ['代报 财政局 第1项已完成，电话告知', '财政局 第1项已完成', '电话告知'],
  ['补录 财政局 第1项完成60%', '财政局 第1项完成60%', ''],
  [
    '代填 财政局 第1项走访12家，会上收集的诉求已办结',
    '财政局 第1项走访12家，会上收集的诉求已办结',
    '',
  ],
  ['代填 财政局 第1项已完成（两家材料未交）', '财政局 第1项已完成（两家材料未交）', ''],
  ['代填 财政局 第1项 来电说 … 已完成', '财政局 第1项 来电说 … 已完成', ''],
])('%s', (text, said, source) => {
  expect(readProxy(text)).toEqual({ said, source });
});
