import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command as exportBurden } from '../../src/commands/export-burden.ts';
import { reserve } from '../../src/outbox/pace-queries.ts';
import { textOf } from '../support/county.ts';
import { keptLog } from '../support/log.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

const ADMIN = 'ou_admin';

let march: March;
const kept = keptLog();

beforeAll(async () => {
  march = await startMarch({ log: kept.log });
});
afterAll(() => march.close());

const ask = async (who: string, text: string) => textOf(await march.ask(who, text));

test('a complaint goes to the office alone, with a number, and its answer to whoever wrote it', async () => {
  expect(await ask(LIAISON, '投诉建议：提醒发得太早')).toContain('编号 1');
  expect(march.inbox(OFFICE).at(-1)).toContain('投诉建议 1 号（李联络）：提醒发得太早');
  expect(march.inbox(LEADER).join()).not.toContain('提醒发得太早');
  expect(await ask(OFFICE, '投诉建议清单')).toContain('1 号 3月2日 李联络（待答复）：提醒发得太早');
  expect(await ask(OFFICE, '答复投诉建议 1：下月改到十点')).toContain('已答复 1 号');
  expect(march.inbox(LIAISON).at(-1)).toContain('您的投诉建议（编号 1）有了答复：下月改到十点');
  expect(await ask(OFFICE, '答复投诉建议 1：再说一次')).toContain('已经答复过：下月改到十点');
  expect(await ask(OFFICE, '答复投诉建议 9：什么')).toContain('没有编号为 9');
});

test('nobody but the office and administrators reads or answers complaints', async () => {
  for (const who of [LIAISON, LEADER]) {
    expect(await ask(who, '投诉建议清单')).not.toContain('提醒发得太早');
    await ask(who, '答复投诉建议 1：不是我');
  }
  expect(await ask(ADMIN, '投诉建议清单')).toContain('已答复');
});

test('the month’s burden: what was pushed, by unit, asked for in the chat, told once, and as a file', async () => {
  const chat = await ask(OFFICE, '本月减负情况');
  expect(chat).toContain('2026年3月机器人主动推送');
  expect(chat).toMatch(/科技经信局 \d+ 条/);
  expect(await ask(LIAISON, '本月减负情况')).not.toContain('主动推送');
  const { out } = await march.run(exportBurden, ['--month', '2026-03', '--json']);
  const rows: { unit: string | null; messages: number }[] = JSON.parse(out);
  const sent = rows.reduce((n, r) => n + r.messages, 0);
  expect(chat).toContain(`主动推送 ${sent} 条`);
  expect(rows.map((r) => r.unit)).toContain('开发区');
  const folder = mkdtempSync(join(tmpdir(), 'gongxin-burden-'));
  const file = join(folder, '减负.csv');
  expect((await march.run(exportBurden, ['--month', '2026-03', '--out', file])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('开发区');
  rmSync(folder, { recursive: true });
  await march.goTo('2026-04-07T09:59:00+08:00');
  const told = () => march.inbox(OFFICE).filter((m) => m.includes('减负情况：2026年3月'));
  // The answer in the chat.
  expect(told()).toHaveLength(1);
  await march.goTo('2026-04-07T10:00:00+08:00');
  await march.goTo('2026-04-07T10:05:00+08:00');
  expect(told()).toHaveLength(2);
  expect(march.inbox(ZONE).join()).not.toContain('减负情况');
});

test('an administrator changes the log level for a while, and nobody else does', async () => {
  expect(await ask(LIAISON, '日志级别 error 5分钟')).toContain('管理员');
  expect(await ask(ADMIN, '日志级别 error 5分钟')).toContain('error，5 分钟');
  const before = kept.lines.length;
  await ask(LEADER, '帮助');
  expect(kept.lines.slice(before).filter((l) => !l.includes('"level":"error"'))).toEqual([]);
  await march.goTo('2026-04-07T11:00:00+08:00');
  expect(await ask(ADMIN, '恢复日志级别')).toContain('已恢复');
  await ask(LEADER, '帮助');
  expect(kept.lines.at(-1)).toContain('"level":"info"');
});

test('in a flood of questions one polite line is said, and a report among them is never lost', async () => {
  const player = march.sim.as(ZONE);
  const before = march.inbox(ZONE).length;
  player.send('帮助');
  await march.settle();
  // As if hundreds more had come: a slow machine would answer 60 so slowly that they are no flood.
  await reserve(march.deps.db, [{ key: `ask:${ZONE}`, gapMs: 600_000, burst: 0 }]);
  for (let i = 0; i < 15; i++) player.send('帮助');
  player.send('4月第1项已完成');
  player.send('3月第1项已完成');
  const told = () => march.inbox(ZONE).slice(before);
  // What must wait for its pace is sent by a later round.
  const settled = async () => {
    await march.settle();
    return told().some((m) => m.includes('已记录'));
  };
  await expect.poll(settled, { interval: 500, timeout: 120_000 }).toBe(true);
  const messages = told();
  const lines = messages.filter((m) => m.includes('您发得太快'));
  expect(lines).toHaveLength(1);
  expect(messages.filter((m) => m.includes('我的任务'))).toHaveLength(1);
  expect(await ask(LEADER, '帮助')).not.toContain('太快');
});
