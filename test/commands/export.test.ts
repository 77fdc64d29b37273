import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { command as exportReport } from '../../src/commands/export-report.ts';
import { command as exportTasks } from '../../src/commands/export-tasks.ts';
import { command as summary } from '../../src/commands/summary.ts';
import type { Db } from '../../src/db/db.ts';
import { readCsv } from '../../src/documents/csv.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { recordReports } from '../../src/progress/record.ts';
import { loadLedger } from '../../src/summary/load.ts';
import { listContacts } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { rolledBack } from '../support/db.ts';
import { commandDeps, fillSample, runCommand } from '../support/filled.ts';

const NOW = '2026-03-20T10:00:00+08:00';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongxin-export-'));
});

async function tableOf(path: string): Promise<string[][]> {
  const bytes = new Uint8Array(await readFile(path));
  const read = await readDocument({ name: path, bytes });
  const table = read.kind === 'read' ? read.content.blocks.find((b) => b.kind === 'table') : null;
  if (table?.kind !== 'table') throw new Error('no table in the file');
  return table.rows.map((row) => row.map((c) => c.text));
}

/** 科技经信局 says of its first task of the quarter that it cannot go on. */
async function reportBlocked(db: Db, note: string): Promise<void> {
  const unit = await findUnit(db, '科技经信局');
  const [contact] = await listContacts(db, [unit?.id ?? '']);
  const { lines } = await loadLedger(db, 2026, [1, 2, 3]);
  const line = lines.find((l) => l.leads.includes(unit?.id ?? ''));
  if (!unit || !contact || !line) throw new Error('the sample county is another one');
  await recordReports(
    db,
    { actor: contact.id, at: new Date(NOW) },
    {
      unitId: unit.id,
      via: 'text',
      items: [{ occurrenceId: line.occurrenceId, role: 'lead', status: 'blocked', note }],
    },
    randomUUID,
  );
}

test('the three formats of the ledger hold the same tasks, one row each', async () => {
  await rolledBack(async (db) => {
    const deps = await fillSample(db, NOW);
    const out = (format: string) => join(folder, `year.${format}`);
    for (const format of ['xlsx', 'csv', 'json']) {
      const args = ['--format', format, '--out', `year.${format}`];
      expect(await runCommand(exportTasks, deps, args, folder)).toMatchObject({ code: 0, err: [] });
    }
    const { tasks } = JSON.parse(await readFile(out('json'), 'utf8'));
    const sheet = await tableOf(out('xlsx'));
    const [block] = readCsv(new Uint8Array(await readFile(out('csv')))).blocks;
    const csv = block?.kind === 'table' ? block.rows.map((r) => r.map((c) => c.text)) : [];
    expect(sheet[0]?.slice(0, 4)).toEqual(['月份', '序号', '工作任务', '牵头单位']);
    expect(tasks.length).toBeGreaterThan(20);
    expect(sheet.length).toBe(tasks.length + 1);
    const plain = (rows: string[][]) => rows.map((r) => r.map((c) => c.replace(/\s+/g, '')));
    expect(plain(csv)).toEqual(plain(sheet));
    for (const [i, task] of tasks.entries()) {
      const row = sheet[i + 1] ?? [];
      expect(row[5]).toBe(task.dueOn);
      expect(row[12]).toBe(task.overdue ? '是' : '否');
      expect(row[13]).toBe('2026-03-20 10:00');
    }
  });
});

test('the states in a ledger add up to the figures of the summary', async () => {
  await rolledBack(async (db) => {
    const deps = await fillSample(db, NOW);
    const args = ['--format', 'json', '--period', '2026-03', '--out', 'march.json'];
    await runCommand(exportTasks, deps, args, folder);
    const { tasks } = JSON.parse(await readFile(join(folder, 'march.json'), 'utf8'));
    const count = (status: string) =>
      tasks.filter((t: { status: string }) => t.status === status).length;
    const told = await runCommand(summary, deps, ['--period', '2026-03', '--json']);
    const figures = JSON.parse(told.out[0] ?? '');
    expect(figures.total).toBe(tasks.length);
    expect([figures.done, figures.blocked, figures.inProgress, figures.noReport]).toEqual(
      ['done', 'blocked', 'in_progress', 'none'].map(count),
    );
  });
});

test('the report tells conclusion, units, difficulties and who is silent, and of when it is', async () => {
  await rolledBack(async (db) => {
    const deps = await fillSample(db, NOW);
    await reportBlocked(db, '配套资金尚未到位');
    const args = ['--period', '2026-Q1', '--out', 'q1.docx'];
    expect(await runCommand(exportReport, deps, args, folder)).toMatchObject({ code: 0 });
    const bytes = new Uint8Array(await readFile(join(folder, 'q1.docx')));
    const read = await readDocument({ name: 'q1.docx', bytes });
    if (read.kind !== 'read') throw new Error('the report does not open');
    const text = read.content.blocks.map((b) => (b.kind === 'paragraph' ? b.text : '')).join('\n');
    expect(text).toContain('2026年第一季度重点工作');
    expect(text).toContain('截至2026年3月20日 10:00');
    for (const heading of [
      '一、总体情况',
      '二、各单位情况',
      '三、困难和问题',
      '四、尚未反馈的单位',
    ])
      expect(text).toContain(heading);
    expect(text).toMatch(/1\. .+（牵头单位：.+）。科技经信局反映有困难：配套资金尚未到位。/);
    const told = await runCommand(summary, deps, ['--period', '2026-Q1', '--json']);
    const figures = JSON.parse(told.out[0] ?? '');
    expect(text).toContain(`共安排重点任务${figures.total}项，已完成${figures.done}项`);
    const tables = read.content.blocks.flatMap((b) =>
      b.kind === 'table' ? [b.rows.map((r) => r.map((c) => c.text))] : [],
    );
    const units = tables.find((t) => t[0]?.[0] === '单位');
    expect(units?.length).toBe(figures.byUnit.length + 1);
    // Every figure says on how many reports it rests.
    const reports = (units ?? []).slice(1).map((r) => Number(r.at(-1)));
    const sum = reports.reduce((a, b) => a + b, 0);
    expect(sum).toBeGreaterThan(0);
    expect(text).toContain(`个单位的${sum}条有效反馈`);
    // The annex: a table for each unit, with every task it shares in.
    const annex = tables.filter((t) => t[0]?.includes('职责'));
    const shares = figures.byUnit.map(
      (u: { lead: { total: number }; coop: { total: number } }) => u.lead.total + u.coop.total,
    );
    expect(annex.map((t) => t.length - 1).sort()).toEqual(shares.sort());
  });
});

test('a half-year is held against the one before, a month names what it rests on, a year says what is left', async () => {
  await rolledBack(async (db) => {
    const deps = await fillSample(db, '2026-05-20T10:00:00+08:00');
    const textOf = async (period: string) => {
      const args = ['--period', period, '--out', 'pack.docx'];
      expect(await runCommand(exportReport, deps, args, folder)).toMatchObject({ code: 0 });
      const bytes = new Uint8Array(await readFile(join(folder, 'pack.docx')));
      const read = await readDocument({ name: 'pack.docx', bytes });
      const blocks = read.kind === 'read' ? read.content.blocks : [];
      return blocks.map((b) => (b.kind === 'paragraph' ? b.text : '')).join('\n');
    };
    const month = await textOf('2026-03');
    expect(month).toMatch(/与2026年2月（任务\d+项，.+，依据反馈\d+条）相比，任务/);
    expect(month).toContain('附件：数据来源');
    expect(month).not.toContain('各单位任务进展表');
    expect(await textOf('2026-H1')).toContain('附件：1. 2026年上半年各单位任务进展表');
    const year = await textOf('2026');
    expect(year).toContain('总结（初稿）');
    expect(year).toMatch(/尚未完成\d+项/);
    expect(year).not.toContain('相比');
  });
});

test('what cannot be exported is said in one line, and no file is left', async () => {
  await rolledBack(async (db) => {
    const deps = commandDeps(db, NOW);
    const run = (args: string[]) => runCommand(exportTasks, deps, args, folder);
    expect(await run(['--format', 'xlsx', '--out', 'none.xlsx'])).toMatchObject({ code: 1 });
    expect(await run(['--format', 'pdf', '--out', 'none.pdf'])).toMatchObject({ code: 2 });
    expect(await run(['--format', 'csv'])).toMatchObject({ code: 2 });
    const report = ['--period', '2026-Q1', '--out', 'none.docx'];
    expect(await runCommand(exportReport, deps, report, folder)).toMatchObject({ code: 1 });
    await fillSample(db, NOW);
    const nowhere = await run(['--format', 'csv', '--out', 'no/such/folder/none.csv']);
    expect(nowhere).toMatchObject({ code: 1 });
    expect(nowhere.err).toHaveLength(1);
    expect((await readdir(folder)).filter((f) => f.includes('none'))).toEqual([]);
  });
});
