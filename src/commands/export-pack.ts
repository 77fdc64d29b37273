import { monthsOfPack, PACK_KINDS, type PackKind, packFile } from '../papers/packs.ts';
import { listPublishedPlans } from '../plan/queries.ts';
import { readPeriod } from '../summary/period.ts';
import { words } from '../summary/wording.ts';
import { type Call, type Command, databaseOf, readArgs, usageError } from './command.ts';
import { writeOut } from './write-out.ts';

const NAMES: Record<PackKind, string> = {
  report: '情况报告',
  dispatch: '调度材料',
  'next-plan': '下一年计划草稿',
};

/** `export report` and `export dispatch`: a paper of a period as .docx. */
export async function exportPack(
  call: Call,
  command: Command,
  fixed?: PackKind,
): Promise<0 | 1 | 2> {
  const options = ['period', 'out', ...(fixed ? [] : ['kind'])];
  const parsed = readArgs(call.args, { options });
  const period = readPeriod(parsed?.options.period ?? '');
  const out = parsed?.options.out;
  const kind = fixed ?? PACK_KINDS.find((k) => k === (parsed?.options.kind ?? 'report'));
  if (!parsed || !period || !out || !kind || parsed.words.length > 0)
    return usageError(call, command);
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
  const file = await packFile(db, kind, {
    year: period.year,
    months: monthsOfPack(kind, period.months),
    asOf: now(),
    timeZone: config.APP_TIMEZONE,
  });
  return writeOut(call, out, file.bytes, `${period.name} ${NAMES[kind]}`);
}
