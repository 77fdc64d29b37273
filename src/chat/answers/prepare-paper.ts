import type { Intent, ProgressQuery } from '../../intent/intent.ts';
import { monthsOf } from '../../intent/months-of.ts';
import { idsOf, pickLines } from '../../intent/pick-lines.ts';
import { loadPrevious } from '../../papers/load-previous.ts';
import { type PaperFile, paperFile } from '../../papers/paper-file.ts';
import { type Ledger, loadLedger, withEvidence } from '../../summary/load.ts';
import { ownView } from '../../summary/own-view.ts';
import type { Context, PreparedPaper } from '../context.ts';
import { preparePack } from '../orders/pack-orders.ts';
import { mayAsk } from './may-ask.ts';

/**
 * The file a message asks for, if it asks for one and may: built and uploaded before the transaction opens, because both
 * take time and uploading is remote. The question itself is answered afterwards, and checked once more.
 */
export async function preparePaper(
  context: Context,
  intent: Intent,
  text: string,
): Promise<PreparedPaper | undefined> {
  const pack = await preparePack(context, text);
  if (pack) return pack;
  if (intent.kind !== 'progress' || intent.query.kind !== 'export') return undefined;
  const asked = await mayAsk(context, intent.query);
  if (asked.kind === 'refused') return undefined;
  const file = await fileOf(context, asked.query, asked.ownOnly);
  if (!file) return { kind: 'empty' };
  const { fileKey } = await context.deps.feishu.uploadFile(file.name, file.bytes);
  return { kind: 'uploaded', name: file.name, fileKey };
}

async function fileOf(
  { deps, now, today }: Context,
  query: ProgressQuery,
  ownOnly: boolean,
): Promise<PaperFile | undefined> {
  const months = monthsOf(query, today);
  const whole = await loadLedger(deps.db, query.year, months);
  const unitIds = idsOf(whole, query.units);
  const seen = (ledger: Ledger) => (ownOnly ? ownView(ledger, unitIds) : ledger);
  const pick = (ledger: Ledger) => pickLines(ledger, query, unitIds, today);
  const ledger = await withEvidence(deps.db, seen(whole));
  const picked = pick(ledger);
  const isWhole = !query.status && !query.topic && !query.role && !query.window && !query.except;
  const isReport = query.format === 'docx' && isWhole;
  const before = isReport ? await loadPrevious(deps.db, query.year, months) : undefined;
  const previous = before && seen(before.ledger);
  return paperFile(
    { ...ledger, lines: picked.lines },
    {
      ...(before && previous
        ? { previous: { ...before, ledger: { ...previous, lines: pick(previous).lines } } }
        : {}),
      format: query.format ?? 'xlsx',
      year: query.year,
      months,
      unitIds,
      statusOf: picked.statusOf,
      // 情况报告 speaks of all tasks of a period; of some of them there is a list.
      isWhole,
      asOf: now,
      timeZone: deps.config.APP_TIMEZONE,
    },
  );
}
