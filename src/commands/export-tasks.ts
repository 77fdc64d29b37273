import { dayOf, splitDay } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { ledgerCsv } from '../papers/ledger-csv.ts';
import { ledgerXlsx } from '../papers/ledger-xlsx.ts';
import { taskLedger } from '../papers/task-ledger.ts';
import { type TaskRow, taskRows } from '../papers/task-rows.ts';
import { listPublishedPlans } from '../plan/queries.ts';
import { loadLedger, withEvidence } from '../summary/load.ts';
import { type Period, readPeriod } from '../summary/period.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';
import { writeOut } from './write-out.ts';

const FORMATS = ['xlsx', 'csv', 'json'] as const;

export const command: Command = {
  usage: `export tasks --format ${FORMATS.join('|')} --out 文件 [--period 2026-03|2026-Q1|2026-H1|2026]`,
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['format', 'out', 'period'] });
    const format = FORMATS.find((f) => f === parsed?.options.format);
    const { out, period: named } = parsed?.options ?? {};
    const asked = named === undefined ? undefined : readPeriod(named);
    if (!parsed || !format || !out || parsed.words.length > 0 || (named !== undefined && !asked))
      return usageError(call, command);
    const { db, now, config } = databaseOf(call);
    const asOf = now();
    const today = dayOf(asOf, config.APP_TIMEZONE);
    const period = asked ?? (await wholePlan(db, splitDay(today).year));
    if (!period) {
      call.err('库中没有已发布的计划，没有写文件。请先用 plan import 导入并发布');
      return 1;
    }
    const loaded = await loadLedger(db, period.year, period.months);
    const rows = taskRows(await withEvidence(db, loaded), today);
    if (rows.length === 0) call.err(`${period.name} 没有任务，文件中只有表头`);
    const ledger = taskLedger(rows, {
      period: period.name,
      asOf,
      timeZone: config.APP_TIMEZONE,
    });
    const bytes = {
      xlsx: () => ledgerXlsx(ledger),
      csv: () => ledgerCsv(ledger),
      json: () => jsonOf(period, asOf, rows),
    };
    return writeOut(call, out, await bytes[format](), `${rows.length} 项任务`);
  },
};

/** The year of today if it has a published plan, else the newest year that has one. */
async function wholePlan(db: Db, thisYear: number): Promise<Period | undefined> {
  const years = (await listPublishedPlans(db)).map((p) => p.year);
  if (years.length === 0) return undefined;
  return readPeriod(String(years.includes(thisYear) ? thisYear : Math.max(...years)));
}

function jsonOf(period: Period, asOf: Date, tasks: TaskRow[]): Uint8Array {
  const value = { period: period.name, asOf: asOf.toISOString(), tasks };
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
