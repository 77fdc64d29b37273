import { loadPrevious } from '../papers/load-previous.ts';
import { officialDocx } from '../papers/official-docx.ts';
import { progressReport } from '../papers/progress-report.ts';
import { listPublishedPlans } from '../plan/queries.ts';
import { loadLedger } from '../summary/load.ts';
import { readPeriod } from '../summary/period.ts';
import { words } from '../summary/wording.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';
import { writeOut } from './write-out.ts';

export const command: Command = {
  usage: 'export report --period 2026-03|2026-Q1|2026-H1|2026 --out 文件.docx',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['period', 'out'] });
    const period = readPeriod(parsed?.options.period ?? '');
    const out = parsed?.options.out;
    if (!parsed || !period || !out || parsed.words.length > 0) return usageError(call, command);
    if (!/\.docx$/i.test(out)) {
      call.err(`${out}：报告是 Word 文件，文件名请以 .docx 结尾，没有写文件`);
      return 1;
    }
    const { db, now, config } = databaseOf(call);
    const plans = await listPublishedPlans(db);
    if (!plans.some((p) => p.year === period.year)) {
      call.err(`${words.noPlan(period.year)}没有写文件。`);
      return 1;
    }
    const ledger = await loadLedger(db, period.year, period.months);
    const previous = await loadPrevious(db, period.year, period.months);
    const paper = progressReport(ledger, {
      ...period,
      ...(previous ? { previous } : {}),
      asOf: now(),
      timeZone: config.APP_TIMEZONE,
    });
    return writeOut(call, out, await officialDocx(paper), `${period.name} 情况报告`);
  },
};
