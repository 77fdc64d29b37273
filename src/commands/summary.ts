import { dayOf } from '../calendar/county-time.ts';
import { loadFigures } from '../summary/load.ts';
import { readPeriod } from '../summary/period.ts';
import { type Counts, summarise } from '../summary/summarise.ts';
import { asOfText, words } from '../summary/wording.ts';
import { findUnit, nearestUnits } from '../units/resolve.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'summary --period 2026-03|2026-Q1|2026-H1|2026 [--unit 单位] [--json]',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { options: ['period', 'unit'], flags: ['json'] });
    const period = readPeriod(parsed?.options.period ?? '');
    if (!parsed || !period || parsed.words.length > 0) return usageError(call, command);
    const { db, now, config } = databaseOf(call);
    const named = parsed.options.unit;
    const unit = named ? await findUnit(db, named) : undefined;
    if (named && !unit) {
      const near = await nearestUnits(db, named);
      call.err(`没有叫“${named}”的单位。${near.length > 0 ? `相近的有：${near.join('、')}` : ''}`);
      return 1;
    }
    const at = now();
    const ledger = await loadFigures(db, period.year, period.months);
    const today = dayOf(at, config.APP_TIMEZONE);
    const s = summarise(ledger.lines, period.months, today, unit?.id);
    const nameOf = (id: string) => ledger.units.get(id)?.name ?? id;
    if (!parsed.flags.has('json')) {
      call.out(
        `${words.asOf(asOfText(at, config.APP_TIMEZONE))} ${words.conclusion(period.name, s)}`,
      );
      call.out(words.silent(s.silentUnits.length, s.units));
      return 0;
    }
    call.out(
      JSON.stringify({
        period: period.name,
        asOf: at.toISOString(),
        ...(unit ? { unit: unit.name } : {}),
        ...countsOf(s),
        units: s.units,
        unitsNotReported: s.silentUnits.length,
        byUnit: s.byUnit.map((u) => ({ unit: nameOf(u.unitId), lead: u.lead, coop: u.coop })),
        byMonth: s.byMonth,
      }),
    );
    return 0;
  },
};

function countsOf(c: Counts): Counts {
  const { total, done, inProgress, notStarted, blocked, extension, overdue, noReport, rate } = c;
  return { total, done, inProgress, notStarted, blocked, extension, overdue, noReport, rate };
}
