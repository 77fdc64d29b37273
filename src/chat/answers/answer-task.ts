import type { Deps } from '../../deps.ts';
import type { Card } from '../../feishu/card.ts';
import { listHistory } from '../../progress/queries.ts';
import { taskCard } from '../../summary/cards.ts';
import { loadLedger } from '../../summary/load.ts';
import { ownView, seenOf } from '../../summary/own-view.ts';
import { leadStatus } from '../../summary/summarise.ts';
import { asOfText } from '../../summary/wording.ts';
import { historyLine } from '../history-line.ts';
import { onPage, toUnit, wayBack } from '../ways.ts';

type Asked = Pick<Deps, 'db' | 'config'> & { now: Date };

const UNITS_TO_GO_TO = 3;

/**
 * One item with everything ever reported on it. `only`: what these units may be shown of it, with what was reported
 * before or without; undefined when they share in nothing of it.
 */
export async function oneTaskCard(
  asked: Asked,
  occurrenceId: string,
  period: { year: number; months: number[] },
  only?: { units: string[]; history: boolean },
): Promise<Card | undefined> {
  const whole = await loadLedger(asked.db, period.year, period.months);
  const ledger = only ? ownView(whole, only.units) : whole;
  const item = ledger.items.get(occurrenceId);
  const line = ledger.lines.find((l) => l.occurrenceId === occurrenceId);
  if (!item || !line) return undefined;
  const seen = only && seenOf(line, only.units);
  const said =
    only && !only.history
      ? ledger.reports.filter((r) => r.occurrenceId === occurrenceId)
      : await listHistory(asked.db, occurrenceId);
  const history = said.filter((r) => !seen || seen.has(r.unitId));
  return taskCard({
    content: item.content,
    asOf: asOfText(asked.now, asked.config.APP_TIMEZONE),
    status: leadStatus(line),
    due: item.dueOn,
    leads: item.leadUnits.join('、'),
    coops: item.coopUnits.join('、'),
    history: history.slice(0, 20).map((r) => historyLine(r, ledger, asked.config.APP_TIMEZONE)),
    ways: [
      ...(only ? [] : [wayBack(period.year, period.months)]),
      ...line.leads
        .filter((id) => !only || only.units.includes(id))
        .slice(0, UNITS_TO_GO_TO)
        .map((id) => ({ id, name: ledger.units.get(id)?.name ?? '' }))
        .map((unit) => toUnit(unit, period.year, period.months)),
      ...onPage(asked.config, `/tasks/${item.taskId}`),
    ],
  });
}
