import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listAuditOf } from '../../src/audit/queries.ts';
import { command } from '../../src/commands/policy-add.ts';
import { command as remove } from '../../src/commands/policy-remove.ts';
import { parseConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/db.ts';
import type { Deps } from '../../src/deps.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import { OWNER } from '../../src/policy/audience.ts';
import { listPolicies } from '../../src/policy/library.ts';
import { searchPassages } from '../../src/policy/search.ts';
import { rolledBack } from '../support/db.ts';
import { commandDeps, runCommand } from '../support/filled.ts';
import { silentLog } from '../support/log.ts';

const COUNT = 70;
const folder = mkdtempSync(join(tmpdir(), 'folder-'));
mkdirSync(join(folder, '2025年'));
for (let n = 1; n <= COUNT; n++)
  writeFileSync(
    join(folder, n % 2 ? '2025年' : '', `办法${n}.txt`),
    `云溪县第${n}号办法\n一、标准\n（一）对第${n}类企业给予${n}万元奖励。\n`,
  );
writeFileSync(join(folder, '.隐藏.txt'), '看不见的文件');
writeFileSync(join(folder, '图片.png'), 'x');

/** Runs `policy add`; `stopAt` breaks it off at that progress line, as a kill would. */
async function add(db: Db, args: string[], options: { stopAt?: number } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  let read = 0;
  const settings = parseConfig({});
  if (!settings.ok) throw new Error('wrong settings');
  const deps: Deps = {
    db,
    config: settings.config,
    log: silentLog(),
    now: () => new Date('2026-03-05T02:00:00Z'),
    newId: randomUUID,
    feishu: createFeishu({ appId: 'cli_x', appSecret: 'x', baseUrl: '', log: silentLog() }),
    readDocument: (file) => {
      read++;
      return readDocument(file);
    },
  };
  const run = command.run({
    args,
    cwd: folder,
    stdin: async () => '',
    out: (line) => out.push(line),
    err: (line) => {
      err.push(line);
      if (options.stopAt !== undefined && line.startsWith(`已处理 ${options.stopAt} `))
        throw new Error('killed');
    },
    deps,
  });
  const code = await run.catch(() => undefined);
  return { code, out, err, read };
}

test('a folder that broke off half way goes on where it stopped, and nothing stands twice', () =>
  rolledBack(async (db) => {
    const first = await add(db, [folder], { stopAt: 32 });
    expect(first.code).toBeUndefined();
    expect(await listPolicies(db, OWNER)).toHaveLength(32);
    const second = await add(db, [folder]);
    expect(second.code).toBe(0);
    expect(second.read).toBe(COUNT - 32);
    expect(second.out.filter((l) => l.startsWith('未变化'))).toHaveLength(32);
    expect(second.err.join('\n')).toContain(`已处理 ${COUNT} / ${COUNT} 个文件`);
    const all = await listPolicies(db, OWNER);
    expect(all).toHaveLength(COUNT);
    expect(all.map((p) => p.fileName)).toContain('2025年/办法1.txt');
    const hits = await searchPassages(db, { text: '第7类企业奖励', audience: OWNER, top: 3 });
    expect(hits.filter((h) => h.policy.title === '云溪县第7号办法')).toHaveLength(1);
    expect((await add(db, [folder])).read).toBe(0);
  }));

test('what came in and what was taken out stands in the audit, as it does from the chat', () =>
  rolledBack(async (db) => {
    await add(db, [join(folder, '办法2.txt')]);
    const id = (await listPolicies(db, OWNER))[0]?.id ?? '';
    expect(
      await runCommand(remove, commandDeps(db, '2026-03-05T10:00:00+08:00'), [id]),
    ).toMatchObject({ code: 0 });
    const rows = await listAuditOf(db, [`policy:${id}`]);
    expect(rows.map((r) => r.action).toSorted()).toEqual(['policy.added', 'policy.removed']);
  }));

test('another visibility is another version', () =>
  rolledBack(async (db) => {
    const file = join(folder, '办法2.txt');
    await add(db, [file]);
    const done = await add(db, [file, '--visibility', 'internal']);
    expect(done.out[0]).toContain('已更新');
    expect((await listPolicies(db, OWNER)).map((p) => p.visibility)).toEqual(['internal']);
  }));

test('each line says who may see the document, and what nobody chose is said once', () =>
  rolledBack(async (db) => {
    const own = mkdtempSync(join(tmpdir(), 'marked-'));
    writeFileSync(join(own, '办法.txt'), '云溪县奖励办法\n一、标准\n对企业给予3万元奖励。');
    writeFileSync(join(own, '总结.txt'), '内部\n云溪县工作总结\n一、情况\n走访企业20家。');
    const { out, err } = await add(db, [own]);
    expect(out.map((l) => l.slice(0, l.indexOf('《')))).toEqual([
      '已入库（公开）：办法.txt',
      '已入库（内部）：总结.txt',
    ]);
    expect(err.join()).toContain('1 个文件公开入库');
    const chosen = await add(db, [own, '--visibility', 'internal']);
    expect(chosen.out.every((l) => l.includes('（内部）'))).toBe(true);
    expect(chosen.err).toEqual([]);
  }));

test('an empty folder says so', () =>
  rolledBack(async (db) => {
    const empty = mkdtempSync(join(tmpdir(), 'empty-'));
    const done = await add(db, [empty]);
    expect(done.code).toBe(1);
    expect(done.err[0]).toContain('没有可以入库的文件');
  }));
