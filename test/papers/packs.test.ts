import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { command as exportDispatch } from '../../src/commands/export-dispatch.ts';
import { command as exportReport } from '../../src/commands/export-report.ts';
import type { Db } from '../../src/db/db.ts';
import type { Deps } from '../../src/deps.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { draftInstruction, sendInstruction } from '../../src/instructions/instruction.ts';
import { classify, type Known } from '../../src/papers/classify.ts';
import { listTargets } from '../../src/targets/queries.ts';
import { readTargets } from '../../src/targets/read-targets.ts';
import { decideTargets, proposeTargets, recordValues } from '../../src/targets/target.ts';
import { insertCharges } from '../../src/units/charge-queries.ts';
import { listPeopleWithRole } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { rolledBack } from '../support/db.ts';
import { fillSample, runCommand } from '../support/filled.ts';
import { partOf } from '../support/zip.ts';

const NOW = '2026-06-20T10:00:00+08:00';
const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((p) => existsSync(p));
if (!SOFFICE) console.warn('LibreOffice is not installed: papers are not opened with it');

/** The sample county with a target, an instruction and a leader in charge of three units. */
async function prepared(db: Db): Promise<Deps> {
  const deps = await fillSample(db, NOW);
  const at = new Date(NOW);
  const [leader] = await listPeopleWithRole(db, 'leader');
  const act = { actor: leader?.id ?? '', at, messageId: 'om_1' };
  const found = readTargets('规上产值200亿元，技改投资增长12%', { isPlan: true });
  await proposeTargets(
    db,
    act,
    2026,
    found.map((target) => ({ target, source: '《计划》' })),
    randomUUID,
  );
  const proposed = await listTargets(db, 2026, 'proposed');
  const ids = proposed.map((t) => t.id);
  await decideTargets(db, act, ids, true, randomUUID);
  const output = proposed.find((t) => t.unit === '亿元')?.id ?? '';
  const value = { month: 5, span: 'cumulative' as const, value: '78.5', unit: '亿元', text: '' };
  await recordValues(
    db,
    act,
    { unitId: null, values: [{ targetId: output, ...value }] },
    randomUUID,
  );
  const unitIds = [];
  for (const name of ['科技经信局', '开发区', '财政局'])
    unitIds.push((await findUnit(db, name))?.id ?? '');
  await insertCharges(db, leader?.id ?? '', unitIds);
  const words = { year: 2026, text: '请抓紧研究 =1+1', chatId: 'oc', unitIds };
  const { id } = await draftInstruction(db, act, words, randomUUID);
  await sendInstruction(db, act, id, '2026-06-12', randomUUID);
  return deps;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await readDocument({ name: 'pack.docx', bytes });
  if (read.kind !== 'read') throw new Error('the file cannot be read');
  return read.content.blocks
    .flatMap((b) =>
      b.kind === 'table' ? b.rows.map((r) => r.map((c) => c.text).join('|')) : [b.text],
    )
    .join('\n');
}

test('the pack for the meeting names class and reason of each task, and where its figures come from', async () => {
  await rolledBack(async (db) => {
    const deps = await prepared(db);
    const folder = await mkdtemp(join(tmpdir(), 'gongxin-packs-'));
    const run = (args: string[]) => runCommand(exportDispatch, deps, args, folder);
    expect(await run(['--period', '2026-Q2', '--out', 'q2.docx'])).toMatchObject({ code: 0 });
    const bytes = new Uint8Array(await readFile(join(folder, 'q2.docx')));
    const text = await textOf(bytes);
    const [, total, good, normal, slow, unheard] =
      /共(\d+)项，进展良好(\d+)项、正常(\d+)项、较慢(\d+)项，尚无反馈、不作判断(\d+)项/
        .exec(text)
        ?.map(Number) ?? [];
    expect(Number(good) + Number(normal) + Number(slow) + Number(unheard)).toBe(total);
    const silent = text.slice(text.indexOf('五、尚无反馈的任务'), text.indexOf('六、'));
    expect(silent.match(/未到期限，尚无反馈/g)).toHaveLength(Number(unheard));
    expect(Number(slow)).toBeGreaterThan(0);
    expect(text).toContain('期限已过，尚未完成');
    expect(text).toContain('批示件第1号：“请抓紧研究 =1+1”');
    expect(text).toContain('超过期限，待报');
    expect(text).toContain('完成年度目标的39.3%，序时进度41.7%，低于序时');
    expect(text).toContain('分管工作');
    expect(text).toContain('数据来源');
    expect(text).toMatch(/\n4-\d+\|/);
  });
});

test('no difficulty is hidden by an empty list of problems, of whatever month it is', async () => {
  await rolledBack(async (db) => {
    const deps = await prepared(db);
    const folder = await mkdtemp(join(tmpdir(), 'gongxin-packs-'));
    const args = ['--period', '2026-06', '--out', 'june.docx'];
    expect(await runCommand(exportDispatch, deps, args, folder)).toMatchObject({ code: 0 });
    const text = await textOf(new Uint8Array(await readFile(join(folder, 'june.docx'))));
    const part = text.slice(text.indexOf('七、'), text.indexOf('八、'));
    const named = part.match(/未列入问题清单：.+反映“.+”（\d+-\d+）有困难：/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(text).toContain(`另有${named.length}项困难已反映、未列入问题清单`);
    expect(part).not.toContain('没有');
  });
});

test('finished work carries the words of its leads, never those of a unit that helps', async () => {
  await rolledBack(async (db) => {
    const deps = await prepared(db);
    const folder = await mkdtemp(join(tmpdir(), 'gongxin-packs-'));
    const args = ['--period', '2026', '--out', 'year.docx'];
    expect(await runCommand(exportReport, deps, args, folder)).toMatchObject({ code: 0 });
    const text = await textOf(new Uint8Array(await readFile(join(folder, 'year.docx'))));
    const done = text.slice(text.indexOf('已完成的工作'), text.indexOf('结转下年的事项'));
    expect(done.length).toBeGreaterThan(100);
    expect(done).not.toMatch(/正在收尾|尚未到位|按季度推进/);
  });
});

test('next year’s plan proposes no figure and says of each line where it comes from', async () => {
  await rolledBack(async (db) => {
    const deps = await prepared(db);
    const folder = await mkdtemp(join(tmpdir(), 'gongxin-packs-'));
    const args = ['--period', '2026', '--kind', 'next-plan', '--out', 'next.docx'];
    expect(await runCommand(exportReport, deps, args, folder)).toMatchObject({ code: 0 });
    const text = await textOf(new Uint8Array(await readFile(join(folder, 'next.docx'))));
    expect(text).toContain('（草稿）');
    expect(text).toContain('未经审定，不作为工作依据');
    expect(text).toContain('2027年目标待研究确定。〔出处：2026年目标为规上产值 200亿元');
    expect(text).toMatch(/2026年计划\d+-\d+，(?:未反馈|进行中|有困难)/);
    expect(text).toContain('〔出处：批示件第1号〕');
  });
});

test.skipIf(!SOFFICE)(
  'LibreOffice opens every paper, and a leader’s page is one page',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongxin-packs-'));
    await rolledBack(async (db) => {
      const deps = await prepared(db);
      const files = [
        ['month', '2026-06', 'report'],
        ['half', '2026-H1', 'report'],
        ['dispatch', '2026-Q2', 'dispatch'],
        ['next', '2026', 'next-plan'],
      ];
      for (const [name = '', period = '', kind = ''] of files)
        await runCommand(
          exportReport,
          deps,
          ['--period', period, '--kind', kind, '--out', `${name}.docx`],
          folder,
        );
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const docs = files.map(([name]) => join(folder, `${name}.docx`));
      const convert = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...docs];
      await promisify(execFile)(SOFFICE ?? '', convert, { timeout: 100_000 });
      for (const [name = ''] of files) {
        const pdf = new Uint8Array(await readFile(join(folder, `${name}.pdf`)));
        const read = await readDocument({ name: `${name}.pdf`, bytes: pdf });
        if (read.kind !== 'read') throw new Error(`${name}.pdf cannot be read`);
        const pages = read.content.blocks.map((b) => ({
          page: b.place.page ?? 0,
          text:
            b.kind === 'table'
              ? b.rows
                  .flat()
                  .map((c) => c.text)
                  .join(' ')
              : b.text,
        }));
        expect(pages.some((p) => /20\d\d\s*年/.test(p.text))).toBe(true);
        if (name !== 'dispatch') continue;
        const at = (mark: RegExp) => pages.filter((p) => mark.test(p.text)).map((p) => p.page);
        const leader = Math.max(...at(/分管工作/));
        const next = Math.max(...at(/未明确分管领导的单位/));
        expect(next - leader).toBe(1);
      }
    });
  },
  120_000,
);

test('page numbers stand outside: odd right, even left', async () => {
  await rolledBack(async (db) => {
    const deps = await prepared(db);
    const folder = await mkdtemp(join(tmpdir(), 'gongxin-packs-'));
    const args = ['--period', '2026-06', '--out', 'june.docx'];
    await runCommand(exportReport, deps, args, folder);
    const bytes = new Uint8Array(await readFile(join(folder, 'june.docx')));
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map((f) => partOf(bytes, f));
    expect(footers.map((f) => /<w:jc w:val="(\w+)"/.exec(f)?.[1]).toSorted()).toEqual([
      'left',
      'right',
    ]);
    const body = partOf(bytes, 'word/document.xml');
    expect(body).toContain('w:top="2098"');
  });
});

const known = (more: Partial<Known>): Known => ({
  status: 'in_progress',
  percent: null,
  startOn: '2026-06-01',
  dueOn: '2026-06-30',
  eta: null,
  problems: [],
  ...more,
});

test.each<[string, Partial<Known>, string, string]>([
  ['done', { status: 'done', dueOn: '2026-06-01' }, 'good', 'done'],
  ['over its day', { dueOn: '2026-06-10' }, 'slow', 'overdue'],
  ['in difficulty', { status: 'blocked' }, 'slow', 'blocked'],
  ['with an open problem', { problems: [3] }, 'slow', 'problem'],
  ['promised too late', { eta: '2026-07-15' }, 'slow', 'late-promise'],
  ['as far as its time', { percent: 70 }, 'good', 'ahead'],
  ['a little behind', { percent: 55 }, 'normal', 'with'],
  ['far behind', { percent: 30 }, 'slow', 'behind'],
  ['unheard of near its day', { status: 'none', dueOn: '2026-06-26' }, 'slow', 'near-unheard'],
  ['unheard of with time left', { status: 'none' }, 'unheard', 'unheard'],
  [
    'not begun near its day',
    { status: 'not_started', dueOn: '2026-06-24' },
    'slow',
    'near-unstarted',
  ],
  ['running without a number', {}, 'normal', 'running'],
])('a task %s', (_, more, pace, kind) => {
  const found = classify(known(more), '2026-06-20');
  expect([found.pace, found.reason.kind]).toEqual([pace, kind]);
});
