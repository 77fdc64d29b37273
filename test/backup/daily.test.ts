import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { claimDay } from '../../src/backup/claim-queries.ts';
import { backUpDaily, backupFolder, newestBackup } from '../../src/backup/daily.ts';
import { addDays } from '../../src/calendar/county-time.ts';
import type { Db } from '../../src/db/db.ts';
import { rolledBack } from '../support/db.ts';
import { keptLog } from '../support/log.ts';

let DATA_DIR: string;
beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'gongxin-daily-'));
});

const { log } = keptLog();
const config = () => ({ DATA_DIR, APP_TIMEZONE: 'Asia/Shanghai' });
const tick = (db: Db, at: string) => backUpDaily({ db, log, now: () => new Date(at) }, config());
const files = async () => (await readdir(backupFolder(DATA_DIR)).catch(() => [])).sort();

test('a backup is written once a day, by the first tick after two in the morning', async () => {
  await rolledBack(async (db) => {
    await tick(db, '2026-03-20T01:59:00+08:00');
    expect(await files()).toEqual([]);
    await tick(db, '2026-03-20T02:00:00+08:00');
    await tick(db, '2026-03-20T02:01:00+08:00');
    await tick(db, '2026-03-20T23:59:00+08:00');
    expect(await files()).toEqual(['gongxin-20260320-0200.jsonl.gz']);
  });
});

test('a machine that slept at two makes it up when it wakes', async () => {
  await rolledBack(async (db) => {
    await tick(db, '2026-03-20T09:30:00+08:00');
    expect(await files()).toEqual(['gongxin-20260320-0930.jsonl.gz']);
  });
});

test('a day taken by a process that died over it is free again after an hour', async () => {
  await rolledBack(async (db) => {
    const at = new Date('2026-03-20T02:00:00+08:00');
    expect(await claimDay(db, '2026-03-20', at)).toBe(true);
    await tick(db, '2026-03-20T02:59:00+08:00');
    expect(await files()).toEqual([]);
    await tick(db, '2026-03-20T03:01:00+08:00');
    expect(await files()).toHaveLength(1);
  });
});

test('the newest fourteen are kept, and no other file is touched', async () => {
  await rolledBack(async (db) => {
    await tick(db, '2026-03-01T02:00:00+08:00');
    await writeFile(join(backupFolder(DATA_DIR), 'before-the-upgrade.jsonl.gz'), '');
    for (let i = 1; i < 17; i++) await tick(db, `${addDays('2026-03-01', i)}T02:00:00+08:00`);
    const kept = await files();
    expect(kept).toHaveLength(15);
    expect(kept[0]).toBe('before-the-upgrade.jsonl.gz');
    expect(kept[1]).toBe('gongxin-20260304-0200.jsonl.gz');
    expect(kept.at(-1)).toBe('gongxin-20260317-0200.jsonl.gz');
  });
});

test('the age of the newest backup is that of the file', async () => {
  expect(await newestBackup(backupFolder(DATA_DIR))).toBeUndefined();
  await rolledBack(async (db) => {
    await tick(db, '2026-03-20T02:00:00+08:00');
    const at = new Date('2026-03-20T02:00:10+08:00');
    await utimes(join(backupFolder(DATA_DIR), 'gongxin-20260320-0200.jsonl.gz'), at, at);
    expect(await newestBackup(backupFolder(DATA_DIR))).toEqual(at);
  });
});
