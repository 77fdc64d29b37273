import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import postgres from 'postgres';
import { command as planImport } from '../../src/commands/plan-import.ts';
import type { Db } from '../../src/db/db.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { ledgerXlsx } from '../../src/papers/ledger-xlsx.ts';
import { commandDeps, runCommand } from '../support/filled.ts';
import { createMigrated, startCluster } from '../support/postgres-cluster.ts';

/** `plan import --publish` of 20,000 rows, beside what the parts of it cost at least: reading the file, and bare inserts. */
const rows = Number(process.argv[2] ?? 20_000);

const NAMES = [
  '科技经信局',
  '发改局',
  '财政局',
  '统计局',
  '税务局',
  '市场监管局',
  '开发区',
  '供电公司',
];
const unit = (i: number) => NAMES[i % NAMES.length] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'gongxin-import-'));
const file = join(folder, '2026年重点工作明细表.xlsx');
const bytes = await ledgerXlsx({
  sheet: '2026年重点工作明细表',
  columns: ['月份', '序号', '工作内容', '牵头单位', '配合单位'].map((title) => ({ title })),
  rows: Array.from({ length: rows }, (_, i) => {
    const month = Math.floor((i * 12) / rows) + 1;
    return [
      `${month}月`,
      i + 1,
      `推进第${i + 1}个重点项目完成年度投资任务。`,
      unit(i),
      unit(i + 3),
    ];
  }),
});
writeFileSync(file, bytes);

const report = (line: Record<string, string | number>) => console.log(JSON.stringify(line));
const timed = async (run: () => Promise<unknown> | unknown): Promise<number> => {
  const began = performance.now();
  await run();
  return Number(((performance.now() - began) / 1000).toFixed(2));
};

const reading = await timed(() => {
  const book = XLSX.read(bytes);
  const [sheet] = book.SheetNames;
  XLSX.utils.sheet_to_json(book.Sheets[sheet ?? ''] ?? {}, { header: 1 });
});

async function importInto(kind: string, db: Db): Promise<number> {
  const deps = commandDeps(db, '2026-01-05T09:00:00+08:00');
  let code = 1;
  let err: string[] = [];
  const seconds = await timed(async () => {
    ({ code, err } = await runCommand(planImport, deps, [file, '--publish']));
  });
  if (code !== 0) throw new Error(`${kind}: ${err.join('\n')}`);
  return seconds;
}

const cluster = await startCluster(process.env.TEST_DATABASE_URL, { fsync: true });
if (cluster.kind === 'left-out') throw new Error(cluster.reason);
const { url, drop } = await createMigrated(cluster.url);
const bare = postgres(url, { max: 1, onnotice: () => {} });
await bare`create table bare (id text primary key, month int, content text, lead text, coop text)`;
const inserting = await timed(async () => {
  await bare.begin(async (tx) => {
    for (let i = 0; i < rows; i++)
      await tx`insert into bare values (${randomUUID()}, 1, ${`推进第${i}个重点项目`}, ${unit(i)}, ${unit(i + 3)})`;
  });
});
await bare`drop table bare`;
await bare.end();
const onPostgres = openPostgres(url);
const least = reading + inserting;
const postgresSeconds = await importInto('Postgres', onPostgres.db);
const embedded = await openPglite();
const pgliteSeconds = await importInto('PGlite', embedded.db);
for (const [what, seconds] of [
  ['plan import --publish, Postgres', postgresSeconds],
  ['plan import --publish, PGlite in memory', pgliteSeconds],
] as const)
  report({
    what,
    rows,
    seconds,
    rowsPerSecond: Math.round(rows / seconds),
    timesThePeer: Number((seconds / least).toFixed(2)),
  });
report({ what: 'peer: SheetJS reads the same file', rows, seconds: reading });
report({
  what: 'peer: one bare insert a row, one transaction, Postgres',
  rows,
  seconds: inserting,
});
await embedded.close();
await onPostgres.close();
await drop();
await cluster.stop();
rmSync(folder, { recursive: true, force: true });
