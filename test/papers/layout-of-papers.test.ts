import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { command as exportReport } from '../../src/commands/export-report.ts';
import { paperFile } from '../../src/papers/paper-file.ts';
import { loadLedger } from '../../src/summary/load.ts';
import { leadStatus } from '../../src/summary/summarise.ts';
import { rolledBack } from '../support/db.ts';
import { fillSample, runCommand } from '../support/filled.ts';
import { partOf } from '../support/zip.ts';

const NOW = '2026-12-20T10:00:00+08:00';
const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((p) => existsSync(p));
if (!SOFFICE) console.warn('LibreOffice is not installed: the layout of papers is read, not set');

const LIST = '任务清单';
const PAPERS = [
  ['月度情况报告', '2026-06', 'report'],
  ['季度情况报告', '2026-Q3', 'report'],
  ['半年情况报告', '2026-H1', 'report'],
  ['年度总结', '2026', 'report'],
  ['调度材料', '2026-Q4', 'dispatch'],
  ['明年计划草案', '2026', 'next-plan'],
] as const;
const NAMES = [...PAPERS.map(([name]) => name), LIST];

let folder = '';
const papers = new Map<string, Uint8Array>();

/** Every kind of Word file that the product makes of a plan, over the sample county. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongxin-layout-'));
  await rolledBack(async (db) => {
    const deps = await fillSample(db, NOW);
    for (const [name, period, kind] of PAPERS) {
      const args = ['--period', period, '--kind', kind, '--out', `${name}.docx`];
      expect(await runCommand(exportReport, deps, args, folder)).toMatchObject({ code: 0 });
      papers.set(name, new Uint8Array(await readFile(join(folder, `${name}.docx`))));
    }
    const list = await paperFile(await loadLedger(db, 2026, [5, 6]), {
      format: 'docx',
      year: 2026,
      months: [5, 6],
      unitIds: [],
      statusOf: leadStatus,
      isWhole: false,
      asOf: new Date(NOW),
      timeZone: 'Asia/Shanghai',
    });
    papers.set(LIST, list?.bytes ?? new Uint8Array());
    await writeFile(join(folder, `${LIST}.docx`), list?.bytes ?? '');
  });
}, 120_000);

const xml = (name: string, part: string) => partOf(papers.get(name) ?? new Uint8Array(), part);
const paragraphs = (name: string) =>
  xml(name, 'word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? [];

describe.each(NAMES)('%s keeps to GB/T 9704-2012', (name) => {
  test('in paper, margins and line pitch', () => {
    const sections = xml(name, 'word/document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
    expect(sections.length).toBeGreaterThan(0);
    for (const section of sections) {
      expect(section).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
      expect(section).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
      expect(section).toContain('w:linePitch="579"');
    }
    expect(xml(name, 'word/styles.xml')).toContain('<w:spacing w:line="579" w:lineRule="exact"/>');
  });

  test('in the fonts of title, headings and body', () => {
    const [title = ''] = paragraphs(name).filter((p) => p.includes('<w:t'));
    expect(title).toContain('w:eastAsia="方正小标宋简体"');
    expect(title).toContain('<w:sz w:val="44"/>');
    const headings = paragraphs(name).filter((p) => /<w:t[^>]*>[一二三四五六七八九十]+、/.test(p));
    for (const heading of headings) expect(heading).toContain('w:eastAsia="黑体"');
    const used = new Set(
      [...xml(name, 'word/document.xml').matchAll(/w:eastAsia="([^"]+)"/g)].map((m) => m[1]),
    );
    expect([...used].toSorted()).toEqual(
      ['仿宋_GB2312', '方正小标宋简体', '楷体_GB2312', '黑体']
        .filter((f) => used.has(f))
        .toSorted(),
    );
  });

  test('in page numbers: a dash each side, odd right, even left, size 4', () => {
    const footers = [1, 2].map((n) => xml(name, `word/footer${n}.xml`));
    for (const footer of footers) {
      expect(footer).toMatch(/— .*PAGE.* —/s);
      expect(footer).toContain('<w:sz w:val="28"/>');
    }
    expect(footers.map((f) => /<w:jc w:val="(\w+)"/.exec(f)?.[1]).toSorted()).toEqual([
      'left',
      'right',
    ]);
  });
});

test.skipIf(!SOFFICE)(
  'LibreOffice sets every paper on A4',
  async () => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const docs = NAMES.map((name) => join(folder, `${name}.docx`));
    const convert = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...docs];
    await promisify(execFile)(SOFFICE ?? '', convert, { timeout: 110_000 });
    for (const name of NAMES) {
      const pdf = (await readFile(join(folder, `${name}.pdf`))).toString('latin1');
      const [, width, height] =
        /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf)?.map(Number) ?? [];
      expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842]);
    }
  },
  120_000,
);
