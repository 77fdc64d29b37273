import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreBackup } from '../../src/backup/restore.ts';
import { writeBackup } from '../../src/backup/write.ts';
import { command as backup } from '../../src/commands/backup.ts';
import { command as restore } from '../../src/commands/restore.ts';
import { command as summary } from '../../src/commands/summary.ts';
import type { Db, OpenDb } from '../../src/db/db.ts';
import { rowsOf } from '../../src/db/db.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { countMessages } from '../../src/outbox/stuck-queries.ts';
import { getSetting } from '../../src/settings/queries.ts';
import { pushPaused } from '../../src/settings/setting.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { commandDeps, fillSample, runCommand } from '../support/filled.ts';

const NOW = '2026-03-20T10:00:00+08:00';
const OPTIONS = { force: false, use: 'simulator', now: new Date(NOW) } as const;

/** Texts that people or machines have written and that a careless copy changes. */
const AWKWARD = [
  '{"text":"\\u0000 零"}',
  '行一\n行二\r\n\t制表',
  '"引号" 与 \\反斜线\\ 与 \'单引号\'',
  'U+2028\u2028U+2029\u2029U+0085\u0085',
  '𠮷野家👨‍👩‍👧',
  'null',
  '\\N',
  '',
];

let folder: string;
const opened: OpenDb[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongxin-backup-'));
});
afterAll(async () => {
  for (const database of opened) await database.close();
});

const open = {
  pglite: async (): Promise<Db> => {
    const database = await openPglite();
    opened.push(database);
    return database.db;
  },
  postgres: async (): Promise<Db> => {
    const database = openPostgres((await freshPostgres()).url);
    opened.push(database);
    return database.db;
  },
};

/** A county with everything that is hard to carry over. */
async function fill(db: Db): Promise<void> {
  await fillSample(db, NOW);
  for (const [i, text] of AWKWARD.entries())
    await db.execute(
      sql`insert into inbox (key, type, lane, payload, "sentAt", state)
        values (${`awkward:${i}`}, 'message', ${text}, ${text}, '2026-03-20T01:02:03.456789Z', 'done')`,
    );
  await enqueue(db, {
    key: 'waiting',
    to: { type: 'open_id', id: 'ou_a' },
    content: { type: 'text', text: 'a\u0000b' },
    purpose: 'push',
  });
  await db.execute(sql`update reports set percent = 33.3 where id = (select min(id) from reports)`);
}

/** What a backup holds, without the moment of its writing. */
async function contentOf(path: string): Promise<string[]> {
  const [, ...lines] = gunzipSync(await readFile(path))
    .toString()
    .split('\n');
  return lines.map((l) => l.replace(/,"sha256":"\w+"}}$/, ''));
}

describe.each([
  ['pglite', 'pglite'],
  ['pglite', 'postgres'],
  ['postgres', 'pglite'],
  ['postgres', 'postgres'],
] as const)('from %s to %s', (from, to) => {
  test.skipIf(!hasPostgres && (from === 'postgres' || to === 'postgres'))(
    'everything arrives as it was, and the county goes on from there',
    async () => {
      const source = await open[from]();
      await fill(source);
      const path = join(folder, `${randomUUID()}.gz`);
      const written = await writeBackup(source, path, new Date(NOW));
      const target = await open[to]();
      const done = await restoreBackup(target, path, OPTIONS);
      expect(done).toEqual({
        kind: 'restored',
        at: new Date(NOW),
        tables: written.tables,
        rows: written.rows,
        held: false,
      });
      const again = join(folder, `${randomUUID()}.gz`);
      await writeBackup(target, again, new Date());
      const [before, after] = [await contentOf(path), await contentOf(again)];
      expect(before.filter((l, i) => l !== after[i])).toEqual([]);
      expect(after.length).toBe(before.length);

      const figures = async (db: Db) =>
        (await runCommand(summary, commandDeps(db, NOW), ['--period', '2026', '--json'])).out;
      expect(await figures(target)).toEqual(await figures(source));
      const payloads = rowsOf<{ payload: string }>(
        await target.execute(
          sql`select payload from inbox where key like 'awkward:%' order by length(key), key`,
        ),
      );
      expect(payloads.map((r) => r.payload)).toEqual(AWKWARD);
      // New rows take numbers that no old row has.
      await enqueue(target, {
        key: 'later',
        to: { type: 'open_id', id: 'ou_a' },
        content: { type: 'text', text: 'later' },
        purpose: 'push',
      });
      const [seq] = rowsOf<{ free: boolean }>(
        await target.execute(
          sql`select bool_and(l.seq > o.seq) as free from outbox l, outbox o where l.key = 'later' and o.key <> 'later'`,
        ),
      );
      expect(seq?.free).toBe(true);
    },
    60_000,
  );
});

describe('a restore that cannot be', () => {
  let source: Db;
  let path: string;
  beforeAll(async () => {
    source = await open.pglite();
    await fill(source);
    path = join(folder, 'source.gz');
    await writeBackup(source, path, new Date(NOW));
  }, 60_000);

  test('a database that holds data is left alone unless the operator insists', async () => {
    const target = await open.pglite();
    await target.execute(sql`insert into units values ('u1', '旧单位', 'unit', 1)`);
    const deps = commandDeps(target, NOW);
    const refused = await runCommand(restore, deps, [path]);
    expect(refused.code).toBe(1);
    expect(refused.err).toHaveLength(1);
    expect(refused.err[0]).toContain('--force');
    const forced = await runCommand(restore, deps, [path, '--force']);
    expect(forced).toMatchObject({ code: 0, err: [] });
    const old = await target.execute(sql`select 1 from units where id = 'u1'`);
    expect(rowsOf(old)).toEqual([]);
  });

  test('a damaged, cut off or foreign file changes nothing and is named', async () => {
    const bytes = await readFile(path);
    const text = gunzipSync(bytes).toString();
    const lines = text.split('\n');
    const row = lines.findIndex((l) => l.startsWith('["') && l.includes('科技经信局'));
    const without = lines.toSpliced(row, 1).join('\n');
    const altered = lines.with(row, (lines[row] ?? '').replace('科技经信局', '科技局')).join('\n');
    const cases: [string, Buffer, string][] = [
      ['not a gzip', Buffer.from('一封信'), '不是本程序的备份文件'],
      ['another gzip', gzipSync('{"a":1}\n'), '不是本程序的备份文件'],
      ['empty', Buffer.alloc(0), '不完整'],
      ['cut off', bytes.subarray(0, bytes.length >> 1), '不完整'],
      ['without its end', gzipSync(`${lines.slice(0, -2).join('\n')}\n`), '不完整'],
      ['a row less', gzipSync(without), '已损坏'],
      ['a row altered', gzipSync(altered), '已损坏'],
      ['more after the end', gzipSync(`${text}["x"]\n`), '已损坏'],
      [
        'one bit',
        Buffer.from(bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 4)),
        '',
      ],
    ];
    const target = await open.pglite();
    for (const [name, content, why] of cases) {
      const file = join(folder, 'case.gz');
      await writeFile(file, content);
      const told = await runCommand(restore, commandDeps(target, NOW), [file]);
      expect(told, name).toMatchObject({ code: 1, out: [] });
      expect(told.err.join('\n'), name).toContain(why);
      const rows = await target.execute(sql`select 1 from units`);
      expect(rowsOf(rows), name).toEqual([]);
    }
  });

  test('a fault in the middle leaves what was there', async () => {
    const target = await open.pglite();
    await target.execute(sql`insert into units values ('u1', '旧单位', 'unit', 1)`);
    await target.execute(sql`alter table reports add constraint never check (note = 'never')`);
    await expect(restoreBackup(target, path, { ...OPTIONS, force: true })).rejects.toThrow();
    const left = await target.execute(sql`select name from units`);
    expect(rowsOf(left)).toEqual([{ name: '旧单位' }]);
  });

  test('the demonstration and a real county do not mix', async () => {
    await source.execute(
      sql`insert into settings values ('database.used-with', '"simulator"', now())`,
    );
    const demonstration = join(folder, 'demonstration.gz');
    await writeBackup(source, demonstration, new Date(NOW));
    const target = await open.pglite();
    const real = { ...OPTIONS, use: 'feishu' } as const;
    expect(await restoreBackup(target, demonstration, real)).toEqual({
      kind: 'other-use',
      usedWith: 'simulator',
    });
  });

  test('a backup with columns that this version does not know is refused', async () => {
    const [header = '', ...rest] = gunzipSync(await readFile(path))
      .toString()
      .split('\n');
    const later = { ...JSON.parse(header), migrations: ['of a later version'] };
    const file = join(folder, 'later.gz');
    const body = [JSON.stringify(later), ...rest].join('\n');
    const end = body.lastIndexOf('{"trailer"');
    const sha256 = createHash('sha256').update(body.slice(0, end)).digest('hex');
    await writeFile(
      file,
      gzipSync(body.replace(/"sha256":"\w+"}}\n$/, `"sha256":"${sha256}"}}\n`)),
    );
    expect(await restoreBackup(await open.pglite(), file, OPTIONS)).toEqual({ kind: 'newer' });
  });

  test('after an old backup nothing goes out by itself: what waited is for the office to decide', async () => {
    const target = await open.pglite();
    const later = new Date('2026-03-21T10:00:00+08:00');
    const done = await restoreBackup(target, path, { ...OPTIONS, now: later });
    expect(done).toMatchObject({ kind: 'restored', held: true });
    expect(await getSetting(target, pushPaused)).toBe(true);
    expect(await countMessages(target)).toMatchObject({ pending: 0, uncertain: 1 });
  });

  test('a backup is for its owner only, and never written over another file', async () => {
    const deps = commandDeps(source, NOW);
    const told = await runCommand(backup, deps, ['new.gz'], folder);
    expect(told).toMatchObject({ code: 0, err: [] });
    expect((await stat(join(folder, 'new.gz'))).mode & 0o777).toBe(0o600);
    const before = await readFile(join(folder, 'new.gz'));
    expect(await runCommand(backup, deps, ['new.gz'], folder)).toMatchObject({ code: 1 });
    expect(await readFile(join(folder, 'new.gz'))).toEqual(before);
    const nowhere = await runCommand(backup, deps, ['no/such/folder/x.gz'], folder);
    expect(nowhere).toMatchObject({ code: 1, out: [] });
  });
});
