import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command } from '../../src/commands/command.ts';
import { command as exportReport } from '../../src/commands/export-report.ts';
import { command as planImport } from '../../src/commands/plan-import.ts';
import { command as summary } from '../../src/commands/summary.ts';
import type { Db } from '../../src/db/db.ts';
import { rolledBack } from '../support/db.ts';
import { commandDeps, runCommand } from '../support/filled.ts';

const NOW = '2026-03-10T09:00:00+08:00';

const run = (db: Db, command: Command, args: string[]) =>
  runCommand(command, commandDeps(db, NOW), args);

async function planFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongxin-import-'));
  const path = join(folder, '计划.csv');
  await writeFile(path, '2026年园区任务,,\n月份,工作任务,牵头单位\n3月,完成厂房验收,科技经信局');
  return path;
}

test('a year that the document contradicts is said to be passed over', () =>
  rolledBack(async (db) => {
    const { code, err } = await run(db, planImport, [await planFile(), '--year', '2025']);
    expect(code).toBe(0);
    expect(err.join('\n')).toContain('文件写的是 2026 年，--year 2025 没有采用');
  }));

test('a plan imported again is said to be the same, and nothing to take effect', () =>
  rolledBack(async (db) => {
    const file = await planFile();
    expect((await run(db, planImport, [file, '--publish'])).out.join('\n')).toContain('已发布');
    const again = (await run(db, planImport, [file, '--publish'])).out.join('\n');
    expect(again).toContain('没有改动');
    expect(again).not.toContain('生效');
  }));

test('a period without tasks has nobody who reported', () =>
  rolledBack(async (db) => {
    const { out } = await run(db, summary, ['--period', '2026-05']);
    expect(out.join('\n')).toContain('没有安排任务');
    expect(out.join('\n')).not.toContain('均已反馈');
  }));

test('why a file could not be written is said in words', () =>
  rolledBack(async (db) => {
    await run(db, planImport, [await planFile(), '--publish']);
    const args = ['--period', '2026-03', '--out', '/nonexistent/r.docx'];
    const { code, err } = await run(db, exportReport, args);
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('目录或文件不存在');
  }));
