import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command as remindConfig } from '../../src/commands/remind-config.ts';
import { textOf } from '../support/county.ts';
import { type March, OFFICE, startMarch } from '../support/march.ts';

describe('the rhythm of reminders', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const shown = async () => JSON.parse((await march.run(remindConfig, [])).out);
  const given = async (text: string) => {
    const file = join(tmpdir(), `${process.pid}-rhythm.json`);
    await writeFile(file, text);
    return march.run(remindConfig, [file]);
  };

  test.each([
    ['提醒时间改为9点半', { cardAt: '09:30' }],
    ['到期前5天、2天提醒', { before: [5, 2] }],
    ['到期后第1、7、20天提醒', { after: [1, 7, 20] }],
    ['到期当天不提醒', { onDue: false }],
    ['到期后不再提醒', { after: [] }],
    ['每月20日汇总', { digestDay: 20 }],
    ['不发每月汇总', { digestDay: 0 }],
    ['把到期提醒时间改为上午10点', { nudgeAt: '10:00' }],
    ['提醒预告时间改到下午4点', { eveAt: '16:00' }],
  ])('%s is an order in the chat, and can be undone', async (order, expected) => {
    const before = await shown();
    const reply = await march.ask(OFFICE, order);
    expect(await shown()).toEqual({ ...before, ...expected });
    await march.press(OFFICE, reply, '撤销');
    expect(await shown()).toEqual(before);
  });

  test('a month is held back and let go by a word', async () => {
    const preview = () => march.preview('2026-04-01T09:00:00+08:00');
    expect(await preview()).toContain('举办科技成果对接活动');
    const held = await march.ask(OFFICE, '暂缓4月提醒');
    expect(textOf(held)).toContain('4月提醒已暂缓');
    expect(await preview()).toBe('[]');
    expect(textOf(await march.ask(OFFICE, '恢复4月提醒'))).toContain('已恢复');
    expect(await preview()).toContain('举办科技成果对接活动');
    expect(textOf(await march.ask(OFFICE, '暂缓3月提醒'))).toContain('没有改动');
  });

  test('never falls into the night', async () => {
    const before = await shown();
    expect(textOf(await march.ask(OFFICE, '提醒时间改为晚上9点'))).toContain('没有改动');
    expect(await shown()).toEqual(before);
  });

  test('is printed and set by file, the same settings as in the chat', async () => {
    const before = await shown();
    expect((await given('{"before": [7, 1], "digestDay": 0}')).code).toBe(0);
    expect(await shown()).toEqual({ ...before, before: [7, 1], digestDay: 0 });
    expect(textOf(await march.ask(OFFICE, '设置提醒时间'))).toContain('到期前7天、1天提醒');
  });

  test.each([
    ['{"cardAt": "9点"}', 'cardAt：'],
    ['{"cardAt": "23:00"}', 'cardAt：'],
    ['{"before": [0]}', 'before：'],
    ['{"frequency": 3}', 'frequency：没有这个设置'],
    ['[1]', 'JSON 对象'],
    ['{', '不是 JSON'],
  ])('%s is refused in one clear line, and nothing changes', async (text, line) => {
    const before = await shown();
    const done = await given(text);
    expect(done.code).toBe(1);
    expect(done.err).toContain(line);
    expect(await shown()).toEqual(before);
  });
});
