import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { afterAll, expect, test } from 'vitest';
import { verifyAudit } from '../../src/audit/verify.ts';
import type { Header, Trailer } from '../../src/backup/format.ts';
import { sumOf } from '../../src/backup/lines.ts';
import { listTables, setSequence, usePortableText, writeRows } from '../../src/backup/queries.ts';
import { readBackup } from '../../src/backup/read.ts';
import { restoreBackup } from '../../src/backup/restore.ts';
import type { Db } from '../../src/db/db.ts';
import { migrationState } from '../../src/db/migration-state.ts';
import { MIGRATIONS } from '../../src/db/migrations.ts';
import { startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';

type Journal = { entries: { idx: number; tag: string }[] };
const journal: Journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'));
const count = journal.entries.length;

/**
 * Migrations that counties have run, with the SHA-256 of their files. When a version is released its new migrations are
 * added here; from then on they stay as they are for ever, and what has to change is a further migration.
 */
const LANDED: Record<string, string> = {
  '0000_initial': 'e8bb40b4c37b2421608527c7e1a6d3a68749cb78cc511b6b1e916861e08e8ccd',
  '0001_audit': '2d80e2b0de6dd3035e77d6b741f7fed4f0320ccff594237a151e0375009b25dd',
  '0002_growth': 'b1a53a6f493b1fdb31df00705007ecb0260c300a66515ce912834960e8e1cd5c',
  '0003_later': 'ff172ea0e5ac6dee95b2aa2262ccc124b1373e3260fea4d1a5a1a11761a4b687',
  '0004_next': '6604420364eb81e2848e5eefe86587253890cc3dc417ad1dbbaa83bb6530c056',
};

test.each(Object.entries(LANDED))('migration %s has never been altered', (tag, digest) => {
  const bytes = readFileSync(join(MIGRATIONS, `${tag}.sql`));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
});

test('landed migrations come first, in their order, and none is left out of the journal', () => {
  const tags = journal.entries.map((e) => e.tag);
  expect(tags.slice(0, Object.keys(LANDED).length)).toEqual(Object.keys(LANDED));
  const files = readdirSync(MIGRATIONS).filter((f) => f.endsWith('.sql'));
  expect(files.sort()).toEqual(tags.map((t) => `${t}.sql`).sort());
});

type Snapshot = {
  tables: Record<
    string,
    {
      columns: Record<string, { type: string; notNull: boolean; default?: unknown }>;
      uniqueConstraints: Record<string, unknown>;
      checkConstraints: Record<string, unknown>;
      foreignKeys: Record<string, unknown>;
    }
  >;
};
const snapshot = (i: number): Snapshot =>
  JSON.parse(
    readFileSync(join(MIGRATIONS, `meta/${String(i).padStart(4, '0')}_snapshot.json`), 'utf8'),
  );

test('migrations after the first release only add: the version before goes on working on the tables of this one', () => {
  const earlier = snapshot(Object.keys(LANDED).length - 1).tables;
  const now = snapshot(count - 1).tables;
  const wrong: string[] = [];
  for (const [name, before] of Object.entries(earlier)) {
    const after = now[name];
    if (!after) {
      wrong.push(`${name}: dropped`);
      continue;
    }
    for (const [column, was] of Object.entries(before.columns)) {
      const is = after.columns[column];
      if (!is || is.type !== was.type || (is.notNull && !was.notNull))
        wrong.push(`${name}.${column}: dropped, retyped or narrowed`);
    }
    for (const [column, is] of Object.entries(after.columns))
      if (!before.columns[column] && is.notNull && is.default === undefined && is.type !== 'serial')
        wrong.push(`${name}.${column}: new, and the version before cannot leave it out`);
    for (const part of ['uniqueConstraints', 'checkConstraints', 'foreignKeys'] as const)
      for (const rule of Object.keys(after[part]))
        if (!before[part][rule]) wrong.push(`${name}: new rule ${rule}`);
  }
  expect(wrong).toEqual([]);
});

const fixture = (name: string) => join(import.meta.dirname, '../fixtures', name);

/**
 * A county's database as the program wrote it at an earlier schema, by how many migrations it had, and how many of its
 * tasks of April were completed then and which one was not.
 */
const FIXTURES = [
  { migrations: 2, file: fixture('schema-0001.jsonl.gz'), completed: 1, open: 3 },
  { migrations: 3, file: fixture('schema-0002.jsonl.gz'), completed: 3, open: 2 },
  { migrations: 4, file: fixture('schema-0003.jsonl.gz'), completed: 3, open: 2 },
  { migrations: 5, file: fixture('schema-0004.jsonl.gz'), completed: 3, open: 2 },
];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The first `n` migrations, as a program of then had them. */
function migrationsUpTo(n: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongxin-migrations-'));
  folders.push(folder);
  cpSync(MIGRATIONS, folder, { recursive: true });
  const then = { ...journal, entries: journal.entries.slice(0, n) };
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(then));
  return folder;
}

async function fill(db: Db, file: string): Promise<{ header: Header; trailer: Trailer }> {
  let header: Header | undefined;
  let trailer: Trailer | undefined;
  await db.transaction(async (tx) => {
    let into: Header['tables'][number] | undefined;
    for await (const piece of readBackup(file)) {
      if (piece.kind === 'header') header = piece.header;
      else if (piece.kind === 'table') into = header?.tables.find((t) => t.name === piece.name);
      else if (piece.kind === 'trailer') trailer = piece.trailer;
      else if (into) await writeRows(tx, into.name, into.columns, [piece.text]);
    }
  });
  if (!header || !trailer) throw new Error('no fixture');
  return { header, trailer };
}

async function expectWhole(db: Db, of: { header: Header; trailer: Trailer }): Promise<void> {
  await db.transaction(async (tx) => {
    await usePortableText(tx);
    const shapes = await listTables(tx);
    for (const { name, columns } of of.header.tables) {
      const key = shapes.find((t) => t.name === name)?.key ?? [];
      expect({ name, ...(await sumOf(tx, { name, columns, key })) }).toEqual({
        name,
        ...of.trailer.tables[name],
      });
    }
  });
}

/** The county goes on where it stood: figures, reports, the chain of the audit. */
async function expectWorking(
  db: Db,
  { completed, open }: { completed: number; open: number },
): Promise<void> {
  const county = await startCounty({
    db,
    now: '2026-04-30T10:00:00+08:00',
    people: [
      { openId: 'ou_xuqinghe', name: '许青禾', role: '', unit: '' },
      { openId: 'ou_shenruoxi', name: '沈若溪', role: '', unit: '' },
    ],
  });
  try {
    expect(textOf(await county.ask('ou_shenruoxi', '4月进度'))).toContain(`已完成 ${completed} 项`);
    expect(textOf(await county.ask('ou_xuqinghe', `4月第${open}项已完成`))).toContain('已记录');
    expect(textOf(await county.ask('ou_shenruoxi', '4月进度'))).toContain(
      `已完成 ${completed + 1} 项`,
    );
    const policy = await county.ask('ou_xuqinghe', '高新技术企业首次认定奖励多少？');
    expect(textOf(policy)).toContain('20万元');
    await county.goTo('2026-05-06T10:00:00+08:00');
    const cards = county.fromBot(county.sim.as('ou_xuqinghe').chatId).map(textOf);
    expect(cards.filter((c) => c.includes('5月重点工作')).length).toBeGreaterThan(0);
    expect((await verifyAudit(db)).faults).toEqual([]);
  } finally {
    await county.close();
  }
}

const STEPS = journal.entries.map((_, i) => i + 1);

test.each(STEPS)(
  'a county of schema %i loses nothing on the way to this one, and goes on',
  async (n) => {
    const held = FIXTURES.findLast((f) => f.migrations <= Math.max(n, 2));
    if (!held) throw new Error(`no county of schema ${n}`);
    const client = await PGlite.create();
    const raw = drizzle(client);
    await migrate(raw, { migrationsFolder: migrationsUpTo(n) });
    // Guarantee of the cast: as in src/db/pglite.ts.
    const db = raw as unknown as Db;
    const filled = await fill(db, held.file);
    await migrate(raw, { migrationsFolder: MIGRATIONS });
    const state = await migrationState(db);
    expect(state.applied).toBe(state.known);
    await expectWhole(db, filled);
    for (const [name, next] of Object.entries(filled.trailer.sequences))
      await setSequence(db, name, next);
    await expectWorking(db, held);
    await client.close();
  },
);

test.each(FIXTURES)(
  'a backup with $migrations migrations is restored by this version',
  async ({ file }) => {
    const opened = await freshPglite();
    const now = new Date('2026-04-30T01:30:00Z');
    const done = await restoreBackup(opened.db, file, { force: false, use: 'feishu', now });
    expect(done).toMatchObject({ kind: 'restored', held: false });
    await opened.close();
  },
);
